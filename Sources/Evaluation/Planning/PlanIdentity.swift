internal import Formulas
internal import Nowcast
internal import Plan
internal import Scoring
internal import Units

/// Everything that a company's numbers depend on besides the draws: companies of one identity have
/// the same numbers, draw for draw.
///
/// What only readers see, such as notes, reasons and places in files, isn't part of it.
package struct PlanIdentity: Hashable, Sendable {
  /// A path with everything that its numbers depend on.
  package struct Path: Hashable, Sendable {
    /// The path's id.
    package let id: String
    let formulas: [String]
    let inputs: [Input]
    let correlation: RankCorrelation
    let years: [Int]
    let money: Double
    let wanted: [String]
    let criteria: [Criterion]
  }

  /// An input as it is drawn.
  struct Input: Hashable, Sendable {
    let name: String
    let series: DistributionSeries
    let scale: Double
    let stream: [String]
    let isChance: Bool
    /// The names of contests and rooms say all that they depend on.
    let origin: String?
    let adjustment: InputAdjustment?
  }

  /// A readiness criterion as its level is drawn.
  struct Criterion: Hashable, Sendable {
    let id: String
    let weight: Double
    let flags: [Bool]
    let posterior: CriterionPosterior?
    let block: String
  }

  /// The value judgements.
  struct Rules: Hashable, Sendable {
    let numbers: [Double]
    let multiple: DistributionSpec
    let weights: ScoreWeights
    let readiness: ReadinessScale

    init(_ rules: ScoringRules) {
      numbers = [
        rules.discountRate, rules.otherScore, rules.evidence.thinBelow, rules.evidence.solidAbove,
        rules.withheldLineFactor,
      ]
      multiple = rules.horizonMultiple
      weights = rules.weights
      readiness = rules.readiness
    }
  }

  /// The company's own outcome.
  struct Own: Hashable, Sendable {
    let state: Nowcast
    let standing: CompanyStanding
    let usdRate: Double
    let lines: [String: SegmentWindow]
    let inputs: [Input]
    let set: [String: InputOverrideValue.Value]
  }

  /// The paths that are planned.
  package let paths: [Path]
  let company: String
  let years: [Int]
  let rules: Rules
  let formulas: [String]
  let own: Own?
}

extension PlannedCompany {
  /// What its numbers depend on; nil where an evaluator written in Swift takes part, of which
  /// nobody can say.
  ///
  /// - Throws: `DiagnosticError` for an input of the company model without an answer.
  package func identity() throws -> PlanIdentity? {
    var found: [PlanIdentity.Path] = []
    let evaluators = paths.compactMap { path -> (any Evaluator)? in
      if case .planned(let planned) = path { planned.evaluator } else { nil }
    }
    for (path, evaluator) in zip(plan.paths, evaluators) {
      guard let identity = path.identity(evaluator) else { return nil }
      found.append(identity)
    }
    let known = try? outcome.get()
    return PlanIdentity(
      paths: found, company: plan.company, years: plan.years, rules: PlanIdentity.Rules(plan.rules),
      formulas: known?.model.formulas.texts ?? [], own: try known.map { try $0.identity() })
  }
}

extension PathPlan {
  fileprivate func identity(_ evaluator: any Evaluator) -> PlanIdentity.Path? {
    guard case .program(let program) = source, let model = evaluator as? ModelEvaluator else {
      return nil
    }
    let wanted = program.wanted
    return PlanIdentity.Path(
      id: path, formulas: model.model.formulaTexts,
      inputs: program.inputs.map(PlanIdentity.Input.init),
      correlation: program.correlation, years: program.years, money: program.money,
      wanted: wanted.metrics + wanted.levels.map { "\($0): \($1)" }.sorted()
        + [wanted.claim.map { "\($0.variable) of \($0.market)" } ?? ""],
      criteria: criteria.map { criterion in
        PlanIdentity.Criterion(
          id: criterion.id, weight: criterion.weight,
          flags: [criterion.isGate, criterion.isInModel], posterior: criterion.posterior,
          block: criterion.block)
      })
  }
}

extension PlanIdentity.Input {
  fileprivate init(_ input: PlannedInput) {
    name = input.name
    series = input.series
    scale = input.scale
    stream = [
      input.block, "\(input.dimension)", "\(input.isShared)",
      input.yearly.map { "\($0.stride) from \($0.origin)" } ?? "",
    ]
    isChance = input.isChance
    adjustment = input.adjustment
    if case .distribution = input.origin { origin = nil } else { origin = input.identity }
  }
}

extension OutcomePlan {
  fileprivate func identity() throws -> PlanIdentity.Own {
    let formulas = model.formulas
    let resolved = try InputResolver(subject: subject, inputs: formulas.file.inputSet).resolve()
    let given = formulas.inputs.compactMap { input -> String? in
      if case .given(let given) = input { given.name } else { nil }
    }
    var set: [String: InputOverrideValue.Value] = [:]
    for name in given {
      set[name] = subject.override(of: name, in: formulas.file.id)?.value
    }
    return PlanIdentity.Own(
      state: state, standing: standing, usdRate: usdRate, lines: lines,
      inputs: resolved.map { PlanIdentity.Input($0.planned) }, set: set)
  }
}

extension ModelFile {
  /// Its formulas with the units of everything that they name.
  package var formulaTexts: [String] {
    inputs.map { "\($0.name) [\($0.unit.text) = \($0.unit.scale) \($0.unit.dimension)]" }
      + (variables + outputs).map { variable in
        let declared = variable.declaration
        return "\(declared.name) [\(declared.unit.text) = \(declared.unit.scale)"
          + " \(declared.unit.dimension)] = \(declared.formulaText)"
      }
  }
}

extension CompanyFormulas {
  /// The formulas, the inputs that are given, the drivers and the views.
  package var texts: [String] {
    let given = inputs.compactMap { input -> String? in
      guard case .given(let given) = input else { return nil }
      let origin =
        switch given.origin {
        case .nowcast(let quantity): "today's \(quantity.rawValue)"
        case .paths(let formula): "over paths \(formula.text)"
        case .path(let id, let variable, let otherwise): "\(id).\(variable) or \(otherwise)"
        }
      return "\(given.name) [\(given.unit.text) = \(given.unit.scale)] \(origin)"
    }
    let views = views.map { view, numbers in
      "\(view.rawValue): " + numbers.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
    }
    return file.formulaTexts + given + views.sorted()
  }
}
