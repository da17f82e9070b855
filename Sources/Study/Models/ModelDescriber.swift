internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
package import RunRecord
internal import Units

/// Describes models for readers: what goes in, what is computed, what is rated.
package struct ModelDescriber {
  let folders: [String]
  /// Reads the folders, or gives what was read of them before.
  let load: () throws -> LoadedModels

  package init(folders: [String], load: @escaping () throws -> LoadedModels) {
    self.folders = folders
    self.load = load
  }

  /// A model as it reads: its inputs, its formulas in the order of computation, its criteria.
  package func describe(
    _ pathOrFile: String, asProgram: Bool
  ) throws -> (model: ModelDescription, sources: [SourceRecord]) {
    if let company = try companyModel(pathOrFile) {
      let description = try CompanyDescriber(loaded: company).description(asProgram: asProgram)
      return (description, cited(by: description.inputs, among: company.facts.sources))
    }
    let model = try ModelFinder(folders: folders).model(pathOrFile, loaded: load)
    let evaluator = ModelEvaluator(model, units: try ModelsFolder(folders).readUnits())
    let years = try model.years ?? studyYears()
    let compiled = try evaluator.compile(years: years, varying: evaluator.declaredVarying)
    var record = evaluator.description.record
    let order = Dictionary(
      compiled.variables.map { ($0.name, $0.orderOfComputation) }, uniquingKeysWith: { $1 })
    record.formulas.sort { (order[$0.name] ?? 0, $0.name) < (order[$1.name] ?? 0, $1.name) }
    // An output that is a variable of the same name is listed once, with the variable's formula.
    record.formulas.removeAll { $0.formula == $0.name }
    let known = try? load()
    let inputs = model.inputs.map { Self.describe($0, markets: known?.markets ?? [:]) }
    let description = ModelDescription(
      path: record, file: model.file, inputs: inputs,
      outputs: model.outputs.map(\.declaration.name),
      program: asProgram ? compiled.printed(compiled.optimized) : nil, markdown: "",
      dependencies: Dictionary(
        compiled.variables.map { variable in
          (variable.name, variable.dependencies.filter { $0 != variable.name })
        } + model.inputs.filter { !$0.contested.isEmpty }.map { ($0.name, $0.contested) },
        uniquingKeysWith: { $1 }))
    return (description, cited(by: inputs, among: known?.facts.sources ?? [:]))
  }

  /// What the folders hold, if the company model is asked for by its id or by its file.
  private func companyModel(_ idOrFile: String) throws -> LoadedModels? {
    let isFile = folders.contains { "\($0)/company.yaml" == idOrFile }
    guard isFile || idOrFile == "company" else { return nil }
    let loaded = try load()
    guard !loaded.models.contains(where: { $0.id == idOrFile }) else { return nil }
    // The file of a folder that a later one replaces isn't the model.
    return isFile && loaded.companyModel.file.file != idOrFile ? nil : loaded
  }

  /// The sources that inputs and their revisions cite, by id.
  private func cited(by inputs: [InputDescription], among known: [String: Source]) -> [SourceRecord]
  {
    Set(inputs.flatMap(\.sources)).sorted().compactMap { known[$0]?.record(knownSince: nil) }
  }

  private func studyYears() throws -> [Int] {
    try load().study.years
  }

  /// An input as a model declares it.
  static func describe(
    _ input: ModelInput, markets: [String: MarketFile]
  ) -> InputDescription {
    var from: String?
    var assumption: Assumption?
    var because: String?
    let scope: String
    switch input.scope {
    case .assumption(let value): (scope, assumption) = ("assumption", value)
    case .company(let metrics, let otherwise):
      (scope, from, assumption) = ("company", metrics.joined(separator: ", "), otherwise)
    case .series(let series):
      (scope, from, assumption) = ("company", series.metric, series.otherwise)
    case .trend(let trend):
      (scope, from) = (trend.isOfCompany ? "company" : "market", trend.name)
    case .market(let name): return describe(input, market: name, among: markets)
    case .contest(let contest):
      (scope, from, because) = ("company", contest.odds.name, contest.because)
    case .room(let room): (scope, from, because) = ("market", room.claim.name, room.because)
    }
    let revision = assumption?.revisions.last
    return InputDescription(
      name: input.name, title: input.title, unit: input.unit.text, scope: scope, from: from,
      distribution: revision?.series.text, because: revision?.because ?? because,
      sources: revision?.sources ?? [])
  }

  /// A market input, with what each region says of it.
  private static func describe(
    _ input: ModelInput, market name: String, among markets: [String: MarketFile]
  ) -> InputDescription {
    let regions = markets.values.sorted { $0.region < $1.region }.compactMap { market in
      market.inputs[name].map { (region: market.region, input: $0) }
    }
    let reasons = regions.compactMap { region, input in
      input.revision?.because.map { "\(region): \($0)" }
    }
    return InputDescription(
      name: input.name, title: input.title, unit: input.unit.text, scope: "market", from: name,
      distribution: regions.isEmpty
        ? nil : regions.map { "\($0.region): \($0.input.text)" }.joined(separator: "; "),
      because: reasons.isEmpty ? nil : reasons.joined(separator: " "),
      reasons: reasons.isEmpty
        ? nil
        : Dictionary(
          uniqueKeysWithValues: regions.compactMap { region, input in
            input.revision?.because.map { (region, $0) }
          }),
      sources: regions.flatMap { $0.input.revision?.sources ?? [] })
  }
}

extension MarketInput {
  /// The assumption that holds by now; nil where facts alone answer, or another region.
  fileprivate var revision: Assumption.Revision? {
    switch origin {
    case .declared(_, let assumption), .series(_, let assumption): assumption?.revisions.last
    case .sameAs: nil
    }
  }

  /// The origin of its numbers, in the input's own unit.
  fileprivate var text: String {
    switch origin {
    case .sameAs(let region): return "as in \(region)"
    case .series(let metric, _):
      let parts = ["series of \(metric)", revision?.series.text].compactMap(\.self)
      return parts.joined(separator: ", else ") + (unit.map { " \($0.text)" } ?? "")
    case .declared(let metric, _):
      let parts = [metric.map { "facts of \($0)" }, revision?.series.text].compactMap(\.self)
      return parts.joined(separator: ", then ") + (unit.map { " \($0.text)" } ?? "")
    }
  }
}
