internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Study

/// A study with changes made to it; what becomes of inputs is said of the run.
struct ChangedStudy: Sendable {
  private(set) var loaded: LoadedModels
  private(set) var request: EvaluationRequest
  /// What becomes of inputs, in the order in which it was said, and why.
  private(set) var inputs: [(change: InputOverride, because: Reason)] = []
  /// The places of the companies of which a fact is supposed.
  private var supposed: Set<Int> = []
  /// What was changed besides inputs, in words by what was named.
  private(set) var texts: [String: String] = [:]

  init(_ loaded: LoadedModels, _ request: EvaluationRequest) {
    self.loaded = loaded
    self.request = request
  }

  /// Makes a change; a day that was asked for holds against that of a scenario.
  mutating func apply(_ change: StudyChange, isByScenario: Bool = false) {
    switch change.effect {
    case .inputs(let overrides):
      inputs += overrides.map { ($0, change.because) }
      return
    case .asOf(let day):
      if isByScenario, request.asOf != nil { return }
      request.asOf = day
    case .horizon(let year): loaded.study.horizon = year
    case .discountRate(let rate): loaded.policy.discountRate = rate
    case .weights(.ordered(let order)):
      loaded.policy.rankingOrder = order
      loaded.policy.fixedWeights = nil
    case .weights(.fixed(let weights)): loaded.policy.fixedWeights = weights
    case .scenario(let name):
      request.scenario = name
      return
    case .driver: preconditionFailure("a driver is found before it is set")
    case .fact(let fact, let instead, let company):
      guard let index = loaded.facts.companies.firstIndex(where: { $0.id == company }) else {
        return
      }
      loaded.facts.companies[index].facts.removeAll { $0 == instead }
      loaded.facts.companies[index].facts.append(fact)
      supposed.insert(index)
      loaded.facts.sources[fact.source.id] = fact.source
    }
    texts[change.target] = change.record.new
  }

  /// Lets what is only supposed be known on the day that is asked for, which a change may have moved back.
  mutating func supposeBy(_ day: Day) {
    // Nobody else's facts are touched: they are shared by all runs of a study.
    for company in supposed {
      for index in loaded.facts.companies[company].facts.indices {
        loaded.facts.companies[company].facts[index].supposeBy(day)
      }
    }
  }

  /// Inputs as they are set by option.
  mutating func set(_ overrides: [InputOverride]) {
    inputs += overrides.map { ($0, Reason(.setByOption)) }
  }
}
