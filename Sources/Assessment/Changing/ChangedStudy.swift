internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study

/// A study with changes made to it.
struct ChangedStudy {
  private(set) var loaded: LoadedModels
  private(set) var request: EvaluationRequest

  init(_ changes: [StudyChange], to loaded: LoadedModels, _ request: EvaluationRequest) {
    self.loaded = loaded
    self.request = request
    for change in changes { apply(change.effect) }
  }

  private mutating func apply(_ effect: StudyChange.Effect) {
    switch effect {
    case .input(let override): request.overrides.append(override)
    case .asOf(let day): request.asOf = day
    case .horizon(let year): loaded.study.horizon = year
    case .discountRate(let rate): loaded.policy.discountRate = rate
    case .scenario(let name): request.scenario = name
    case .fact(let fact, let instead, let company):
      guard let index = loaded.facts.companies.firstIndex(where: { $0.id == company }) else {
        return
      }
      loaded.facts.companies[index].facts.removeAll { $0 == instead }
      loaded.facts.companies[index].facts.append(fact)
      loaded.facts.sources[fact.source.id] = fact.source
    }
  }
}
