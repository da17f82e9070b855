internal import Diagnostics
package import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
package import Threads

/// What knowing each input is worth for choosing some of the companies: those that break even first
/// count (Method 8.5).
package struct DecisionValuer {
  let preparation: RunPreparation
  let crew: Crew

  /// Makes a valuer for the companies of a request.
  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators, crew: crew)
    self.crew = crew
  }

  /// The fewest draws: below, bins hold too few for two halves.
  package static let leastDraws = 1024

  /// The choice of the best few, and what knowledge is worth for it.
  ///
  /// - Throws: `DiagnosticError` for fewer companies with odds than are to be chosen, for too few
  ///   draws, and for mistakes in the study.
  package func decide(picks: Int) throws -> DecisionRecord {
    guard preparation.request.draws >= Self.leastDraws else {
      throw DiagnosticError(
        Diagnostic(
          "\(preparation.request.draws) draws are too few to say what knowledge is worth",
          help: "--draws takes \(Self.leastDraws) or more, 16384 by default"))
    }
    let (run, _) = try preparation.run()
    let companies = try preparation.companies()
    let told = try crew.map(companies.count) { try Option(companies[$0], run) }
    let options = told.compactMap(\.self)
    guard picks >= 1, picks < options.count else {
      throw DiagnosticError(mistake(picks: picks, options: options, among: companies.map(\.id)))
    }
    let decision = ValueOfInformation(payoffs: options.map(\.payoff), picks: picks)
    let inputs = shared(options)
    let gains = crew.map(inputs.count) { index in
      decision.gain(
        ofKnowing: LevelBins(inputs[index].uniforms, inputs[index].steps),
        moving: inputs[index].options)
    }
    let found = zip(inputs, gains).filter { $1.value > 0 }.map { input, gain in
      DecisionInput(
        name: input.name, company: input.company, place: input.place, gain: gain.value,
        flips: gain.flips)
    }
    return DecisionRecord(
      picks: picks, options: options.map(\.id), chosen: decision.best.map { options[$0].id },
      value: decision.value, ofEverything: decision.ofEverything, draws: run.draws.count,
      inputs: found.sorted { ($1.gain, $0.name) < ($0.gain, $1.name) })
  }

  private func mistake(picks: Int, options: [Option], among ids: [String]) -> Diagnostic {
    let names = options.map(\.id).joined(separator: ", ")
    let without = ids.filter { id in !options.contains { $0.id == id } }
    let others =
      without.isEmpty
      ? "" : "; \(without.joined(separator: ", ")) have none, by their figures or for want of facts"
    guard options.count > 1 else {
      return Diagnostic(
        "there is nothing to choose: \(options.isEmpty ? "no company" : names) alone has odds"
          + others,
        help: "name two companies with odds or more, or none for all of the study",
        category: .missing)
    }
    return Diagnostic(
      "\(picks) of \(options.count) companies with odds can't be chosen: they are \(names)\(others)",
      help: "choose from 1 to \(options.count - 1)")
  }

  /// A company with odds: whether it breaks even first in each draw, and the inputs behind that.
  private struct Option: Sendable {
    let id: String
    let payoff: [Double]
    let inputs: [Input]

    /// Nil without odds.
    init?(_ company: Company, _ run: RunContext) throws {
      id = company.id
      let planned = try run.planner.plan(company)
      guard case .success(let plan) = planned.outcome, !plan.state.isEarning else { return nil }
      let paths = try planned.plan.evaluate(over: run.draws).compactMap(\.self)
      let course = try plan.course(
        paths: paths, in: nil, over: run.draws, run.policy.rules, kept: .outputs)
      guard course.canSay else { return nil }
      payoff = course.outcome().states.map { $0 == .brokeEven ? 1 : 0 }
      let told = plan.model.formulas.drivers.map(\.variable).filter {
        course.toldByAccounts($0, plan.model.formulas) != nil
      }
      inputs =
        (course.drivers(told) + course.inputs()).compactMap { Input($0, of: company.id) }
        + Self.inputs(of: planned, paths, company.id)
    }

    private static func inputs(
      of planned: PlannedCompany, _ results: [PathResult], _ company: String
    ) -> [Input] {
      var records: [String: [InputRecord]] = [:]
      var given: [Input] = []
      for case .planned(let path) in planned.paths {
        switch path.evidence {
        case .records(_, let found): records[path.evaluator.description.record.id] = found
        case .projection(let projection):
          given += projection.inputs.compactMap { Input($0, of: company) }
        }
      }
      return given
        + results.flatMap { result -> [Input] in
          guard let run = result.run, let records = records[result.path] else { return [] }
          return zip(run.inputs, records).compactMap { drawn, record in
            drawn.uniforms.flatMap { uniforms in
              Input(
                record: record, uniforms: uniforms, steps: drawn.input.steps,
                isChance: drawn.input.isChance, of: company)
            }
          }
        }
    }
  }

  /// An input that varies and that somebody could know.
  private struct Input: Sendable {
    let name: String
    /// The company that it is of; nil for what companies share.
    let company: String?
    let place: String?
    let uniforms: [Double]
    let steps: [Double]?

    init?(_ input: ProjectedInput, of company: String) {
      guard let uniforms = input.uniforms else { return nil }
      self.init(
        record: input.record, uniforms: uniforms, steps: input.steps, isChance: input.isChance,
        of: company,
        isTold: input.record.kind == .calculation)
    }

    init?(
      record: InputRecord, uniforms: [Double], steps: [Double]?, isChance: Bool, of company: String,
      isTold: Bool = false
    ) {
      guard !isChance, record.kind != .override, isTold || record.kind != .calculation else {
        return nil
      }
      name = record.name
      self.company = record.scope == .company ? company : nil
      place = record.place
      self.uniforms = uniforms
      self.steps = steps
    }
  }

  /// An input with the options that it may move.
  private struct SharedInput: Sendable {
    let name: String
    let company: String?
    let place: String?
    let uniforms: [Double]
    let steps: [Double]?
    var options: [Int]
  }

  /// The inputs, each once, with the options that have it: companies that share one share its draws.
  private func shared(_ options: [Option]) -> [SharedInput] {
    struct Key: Hashable {
      var company: String?
      var place: String?
      var name: String
      /// The first uniforms: what has the same is one stream.
      var stream: [Double]
    }
    var places: [Key: Int] = [:]
    var inputs: [SharedInput] = []
    for (index, option) in options.enumerated() {
      for input in option.inputs {
        let key = Key(
          company: input.company, place: input.company == nil ? input.place : nil,
          name: input.company == nil && input.place != nil ? "" : input.name,
          stream: Array(input.uniforms.prefix(4)))
        if let place = places[key] {
          if inputs[place].options.last != index { inputs[place].options.append(index) }
          continue
        }
        places[key] = inputs.count
        inputs.append(
          SharedInput(
            name: input.name, company: input.company, place: input.place,
            uniforms: input.uniforms, steps: input.steps, options: [index]))
      }
    }
    return inputs
  }
}
