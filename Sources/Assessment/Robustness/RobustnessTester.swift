internal import Diagnostics
package import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
package import RunRecord
internal import Scoring
package import Study
package import Threads

/// Evaluates a study as it is and with what nobody can be sure of taken otherwise, one thing at a time
/// (Method 8.7).
package struct RobustnessTester {
  let loaded: LoadedModels
  let request: EvaluationRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  /// Makes a tester for the companies of a request.
  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request.settled(in: loaded)
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The fewest draws: with less the odds themselves are too rough for a headline.
  package static let leastDraws = 256
  /// By how much the discount rate is moved either way.
  static let rateStep = 0.02

  /// The study in all variants, without its headlines.
  ///
  /// - Throws: `DiagnosticError` for too few draws, for companies none of which has odds, and for
  ///   mistakes in the study.
  package func test() throws -> RobustnessRecord {
    guard request.draws >= Self.leastDraws else {
      throw DiagnosticError(
        Diagnostic(
          "\(request.draws) draws are too few to tell headlines from noise",
          help: "--draws takes \(Self.leastDraws) or more, 16384 by default"))
    }
    let setting = try Setting(loaded, request, ownEvaluators, crew)
    let told = try setting.told(in: nil)
    let known = told.filter { $0.states != nil }
    guard !known.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          "no headline to test: "
            + told.map { "\($0.id): \(($0.reason ?? Reason(.notAssessed)).message)" }
            .joined(separator: "; "),
          help: "`breakeven research` says which facts would make it answerable",
          category: .missing))
    }
    var variants = [
      setting.variant(.outside, try setting.told(in: .outside)),
      setting.variant(.inside, try setting.told(in: .inside)),
      setting.variant(.independent, setting.shuffled(told)),
    ]
    for step in 1...2 as ClosedRange<UInt64> {
      let seed = request.seed &+ step
      variants.append(try other(.seed, Double(seed)) { $0.1.seed = seed })
    }
    for draws in [request.draws / 2, request.draws * 2] {
      variants.append(try other(.draws, Double(draws)) { $0.1.draws = draws })
    }
    for rate in [-Self.rateStep, Self.rateStep].map({ loaded.policy.discountRate + $0 }) {
      variants.append(try other(.discountRate, rate) { $0.0.policy.discountRate = rate })
    }
    let first = setting.run.evaluation.asOf.year
    for year in [loaded.study.horizon - 1, loaded.study.horizon + 1] where year > first {
      variants.append(try other(.horizon, Double(year)) { $0.0.study.horizon = year })
    }
    return RobustnessRecord(
      asOf: setting.run.evaluation.asOf.description,
      horizon: setting.run.evaluation.years.last ?? 0, draws: request.draws,
      judgements: loaded.policy.judgements, base: setting.variant(.base, told),
      variants: variants,
      reasons: Dictionary(
        told.compactMap { company in company.reason.map { (company.id, $0) } },
        uniquingKeysWith: { $1 }))
  }

  /// The study with one thing taken otherwise.
  private func other(
    _ kind: RobustnessVariant.Kind, _ value: Double,
    change: (inout (LoadedModels, EvaluationRequest)) -> Void
  ) throws -> RobustnessVariant {
    var changed = (loaded, request)
    change(&changed)
    let setting = try Setting(changed.0, changed.1, ownEvaluators, crew)
    return setting.variant(kind, value: value, try setting.told(in: nil))
  }
}

extension RobustnessTester {
  /// A company as a variant tells it.
  fileprivate struct Told: Sendable {
    let id: String
    /// What becomes of it in each draw; nil without odds.
    var states: [OutcomeState?]?
    /// What it is ranked by; nil without odds.
    var criteria: CriterionDraws?
    /// Why there are no odds.
    let reason: Reason?
  }

  /// One way of evaluating the study.
  fileprivate struct Setting {
    let run: RunContext
    let companies: [Company]

    init(
      _ loaded: LoadedModels, _ request: EvaluationRequest, _ ownEvaluators: [any Evaluator],
      _ crew: Crew
    ) throws {
      let preparation = RunPreparation(
        loaded: loaded, request: request, ownEvaluators: ownEvaluators, crew: crew)
      run = try preparation.run().0
      companies = try preparation.companies()
    }

    /// The companies in a view, or plainly.
    func told(in view: CompanyFormulas.View?) throws -> [Told] {
      try run.crew.map(companies.count) { index in
        let company = companies[index]
        let planned = try run.planner.plan(company)
        switch planned.outcome {
        case .failure(let missing): return Told(id: company.id, reason: missing.reason)
        case .success(let plan):
          if plan.state.isEarning { return Told(id: company.id, reason: Reason(.earningHasNoOdds)) }
          let paths = try planned.plan.evaluate(over: run.draws).compactMap(\.self)
          let headline = try plan.headline(
            paths: paths, in: view, over: run.draws, run.policy.rules)
          if let withheld = run.quantities.withheld(headline.flagged) {
            return Told(id: company.id, reason: withheld)
          }
          guard let outcome = headline.outcome else {
            return Told(id: company.id, reason: Reason(.noCash))
          }
          return Told(
            id: company.id, states: outcome.states, criteria: headline.criteria, reason: nil)
        }
      }
    }

    /// The same companies, the draws of each in an order of its own: so each has the same odds, and
    /// nothing is common to two of them.
    func shuffled(_ told: [Told]) -> [Told] {
      told.map { company in
        let levels = run.draws.uniforms(block: "independence \(company.id)", dimension: 0)
        let order = levels.indices.sorted { levels[$0] < levels[$1] }
        var company = company
        company.states = company.states.map { states in order.map { states[$0] } }
        company.criteria = company.criteria.map { criteria in
          func shuffled(_ values: [Double]) -> [Double] { order.map { values[$0] } }
          return CriterionDraws(
            headroom: shuffled(criteria.headroom), cashCover: shuffled(criteria.cashCover),
            pathSupport: shuffled(criteria.pathSupport),
            diversification: shuffled(criteria.diversification))
        }
        return company
      }
    }

    func variant(
      _ kind: RobustnessVariant.Kind, value: Double? = nil, _ told: [Told]
    ) -> RobustnessVariant {
      let ranking = RankingBuilder(run: run).build(
        told.map { .init(id: $0.id, criteria: $0.criteria, reason: $0.reason) })
      let together = AtRiskRecord(states: told.compactMap(\.states), draws: run.draws.count)
      return RobustnessVariant(
        kind: kind, value: value,
        companies: told.compactMap { company in
          company.states.flatMap { StateProbabilities(states: $0) }.map { states in
            VariantCompany(
              id: company.id, states: states,
              tier: ranking.order.first { $0.id == company.id }?.tier)
          }
        },
        order: ranking.order.map(\.id), prefers: ranking.prefers,
        breakEven: together?.breakEven, runOut: together?.runOut)
    }
  }
}

extension RobustnessTester.Told {
  fileprivate init(id: String, reason: Reason) {
    self.init(id: id, states: nil, criteria: nil, reason: reason)
  }
}
