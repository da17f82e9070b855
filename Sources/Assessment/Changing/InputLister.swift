internal import Diagnostics
package import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
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
    let catalogue = InputCatalogue(preparation.loaded, evaluators: preparation.evaluators)
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
    let known = try CompanyInputs(of: company, in: run, catalogue)
    return entries.compactMap { known.listing(listing($0, catalogue), of: $0) }
      .enumerated().sorted {
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

/// What is known today of the inputs of one company.
private struct CompanyInputs {
  private var records: [String: InputRecord] = [:]
  private let shares: [String: Double]
  /// Of what the accounts give the share of the variable that one sets by it.
  private var sharesOfDrivers: [String: Double] = [:]
  private var accounts: [String: (input: AccountsInput, window: String?, sources: [String])] = [:]

  init(of company: Company, in run: RunContext, _ catalogue: InputCatalogue) throws {
    let record = try CompanyRecorder(
      run: run, company: company, planned: run.planner.plan(company)
    ).evaluate().record
    shares = Dictionary(
      record.outcome.drivers.map { ($0.name, $0.share) }, uniquingKeysWith: max)
    for driver in catalogue.drivers {
      for input in driver.inputs { sharesOfDrivers[input] = shares[driver.variable] }
    }
    for input in record.outcome.inputs { records["company \(input.name)"] = input }
    for path in record.paths {
      for input in path.results?.inputs ?? [] { records["\(path.path) \(input.name)"] = input }
    }
    let side = try CompanySide(company, in: run, through: run.evaluation.years.last ?? 0)
    guard case .success(let found) = side.planned.state else { return }
    let basis = NowcastBasis(found: found, company: company, asOf: run.evaluation.asOf)
    let window = found.nowcast.base.map { MonthText.sum($0.terms) }
    for input in side.accounts where records["company \(input.name)"]?.kind != .override {
      let facts = basis.facts(of: input.quantity)
      accounts[input.name] = (
        input, input.quantity.isOfBase ? window : facts.last?.period.text,
        unique(facts.map(\.source.id)).sorted()
      )
    }
  }

  /// A listing with what is known of its input; nil of the fixed numbers of the company model, and of
  /// a path without numbers.
  func listing(_ plain: InputListing, of entry: InputCatalogue.Entry) -> InputListing? {
    var listing = plain
    if entry.model == "company", let known = accounts[entry.name] {
      let (value, reach) = (known.input.value, 1.6448536269514722 * (known.input.deviation ?? 0))
      listing.kind = known.sources.isEmpty ? .estimate : .fact
      listing.distribution = NumberNotation.print(value)
      listing.quantiles = InputListing.Quantiles(
        p5: value - reach, p50: value, p95: value + reach)
      listing.sources = known.sources
      listing.share = shares[entry.name] ?? sharesOfDrivers[entry.name]
      listing.accounts = InputListing.Accounts(
        window: known.window, deviation: known.input.deviation)
      return listing
    }
    guard let input = records["\(entry.model) \(entry.name)"] else { return nil }
    listing.kind = input.kind
    listing.distribution = input.distribution
    listing.quantiles = input.values.entries.last.map {
      InputListing.Quantiles(year: $0.year, p5: $0.value.p5, p50: $0.value.p50, p95: $0.value.p95)
    }
    listing.sources = input.sources
    listing.share = shares["\(entry.model).\(entry.name)"] ?? shares[entry.name]
    return listing
  }
}

extension NowcastQuantity {
  /// True if it is made from the base window rather than from figures of a day.
  fileprivate var isOfBase: Bool {
    switch self {
    case .cash, .money, .debt, .worth: false
    default: true
    }
  }
}
