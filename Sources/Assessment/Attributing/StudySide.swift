internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study
internal import Threads

/// One of two studies that are held against each other, with nothing in it that wasn't known on its
/// day.
struct StudySide {
  let loaded: LoadedModels
  let asOf: Day
  /// What a scenario or options put in place of inputs.
  let overrides: [String: InputOverrideValue]
  /// The facts that were known on the day.
  let facts: FactBase
  /// The same companies, by id.
  let companiesByID: [String: Company]
  /// The model files of the paths asked for, by id, as they were on the day.
  let models: [String: ModelFile]
  /// Evaluators written in Swift, which are the same on both sides.
  let ownEvaluators: [any Evaluator]
  let markets: [String: MarketFile]
  let companyModel: CompanyFormulas
  /// The ids of the companies under study.
  let companies: Set<String>

  init(
    _ loaded: LoadedModels, _ request: EvaluationRequest, ownEvaluators: [any Evaluator]
  ) throws {
    let preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators)
    let (context, _) = try preparation.context()
    let day = context.asOf
    self.loaded = loaded
    asOf = day
    overrides = context.overrides
    facts = context.facts.known(by: day)
    companiesByID = Dictionary(
      facts.companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var models: [String: ModelFile] = [:]
    var own: [any Evaluator] = []
    for evaluator in try preparation.chosenEvaluators() {
      if let file = evaluator as? ModelEvaluator {
        models[file.model.id] = file.model.known(by: day)
      } else {
        own.append(evaluator)
      }
    }
    self.models = models
    self.ownEvaluators = own
    markets = context.markets.mapValues { market in
      var known = market
      known.inputs = market.inputs.mapValues { $0.known(by: day) }
      return known
    }
    companyModel = loaded.companyModel.known(by: day)
    let known = Set(facts.companies.map(\.id))
    companies = loaded.study.companies.map { known.intersection($0) } ?? known
  }
}
