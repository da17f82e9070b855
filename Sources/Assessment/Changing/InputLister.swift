internal import Diagnostics
package import Evaluation
internal import Facts
package import RunRecord
package import Study
package import Threads
internal import Units

/// Lists what can be set: for a company with what it is today and how much of the odds' spread it
/// explains.
package struct InputLister {
  let loaded: LoadedModels
  let request: EvaluationRequest
  /// The path's id, or `company`; nil for all.
  let model: String?
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: EvaluationRequest, model: String?,
    ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.model = model
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The inputs of all models, or of a path; those that say most of the company's odds first.
  ///
  /// - Throws: `DiagnosticError` for a company or path that isn't there.
  package func list() throws -> [InputListing] {
    let preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators, crew: crew)
    let (run, _) = try preparation.run()
    let catalogue = InputCatalogue(loaded, evaluators: preparation.evaluators)
    let models = Set(catalogue.entries.map(\.model))
    if let model, !models.contains(model) {
      throw DiagnosticError(
        Diagnostic(
          "there is no path \"\(model)\"",
          help: Suggestion.help(for: model, among: models)
            ?? "the models are \(models.sorted().joined(separator: ", "))", category: .missing))
    }
    let entries = catalogue.entries.filter { model == nil || model == $0.model }
    guard !request.companies.isEmpty, let company = try preparation.companies().first else {
      return entries.map { listing($0, catalogue) }
    }
    let record = try CompanyRecorder(
      run: run, company: company, planned: run.planner.plan(company)
    ).evaluate().record
    let shares = Dictionary(
      record.outcome.drivers.map { ($0.name, $0.share) }, uniquingKeysWith: max)
    var known: [String: InputRecord] = [:]
    for input in record.outcome.inputs { known["company \(input.name)"] = input }
    for path in record.paths {
      for input in path.results?.inputs ?? [] { known["\(path.path) \(input.name)"] = input }
    }
    return entries.compactMap { entry in
      let input = known["\(entry.model) \(entry.name)"]
      // The fixed numbers of the company model stand in the model; a path without numbers has none.
      guard let input else { return nil }
      var listing = listing(entry, catalogue)
      listing.kind = input.kind
      listing.distribution = input.distribution
      listing.sources = input.sources
      listing.share = shares["\(entry.model).\(entry.name)"] ?? shares[entry.name]
      return listing
    }.enumerated().sorted {
      ($1.element.share ?? -1, $0.offset) < ($0.element.share ?? -1, $1.offset)
    }.map(\.element)
  }

  private func listing(
    _ entry: InputCatalogue.Entry, _ catalogue: InputCatalogue
  ) -> InputListing {
    let isClear = catalogue.ambiguity(of: entry.name) == nil
    return InputListing(
      name: isClear ? entry.name : "\(entry.model).\(entry.name)", model: entry.model,
      title: entry.title, unit: UnitName(entry.unit?.text ?? "1"))
  }
}
