internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Units

/// Checks what no single file can: that models, markets, facts and ratings fit together.
struct ModelsCheck {
  let facts: FactBase
  /// True if every file of facts could be read.
  let hasAllFacts: Bool
  let models: [ModelFile]
  /// The readable parts of models with mistakes; the inputs they name are checked too.
  let unreadable: [ModelFile]
  /// True if every model file could be read; what an unreadable one declares is not missed.
  let hasAllModels: Bool
  /// Nil where the company model could not be read.
  let companyModel: CompanyFormulas?
  let markets: [String: MarketFile]
  /// True if every market file could be read.
  let hasAllMarkets: Bool
  /// Nil where the study could not be read.
  let study: StudyFile?
  /// The units, with the names of the currencies.
  let units: UnitRegistry
  /// The files that were read, for the places of what is wrong.
  var shelf = DocumentShelf()
  /// The files of `market-facts/`.
  var marketFacts: [String] = []
  private var currencies: [String] { units.currencies }

  /// The mistakes, errors and warnings.
  func problems() -> [Diagnostic] {
    let found: [[Diagnostic]] = [
      (models + unreadable + [companyModel?.file].compactMap { $0 }).flatMap(inputs),
      models.flatMap(reportedMetrics), pathVariables, ratings, notPursued, marketsOfPaths,
      regions, regionsOfFacts, marketSeries, marketCheck.problems(), domains, companies, rates,
      results,
    ]
    return found.flatMap(\.self)
  }

  /// The models without mistakes of their own, the company's among them.
  private var readable: [ModelFile] { models + [companyModel?.file].compactMap { $0 } }

  /// The mistakes about names in a model that nothing declares.
  func references(of model: ModelFile) -> [Diagnostic] {
    inputs(of: model) + reportedMetrics(of: model)
  }

  /// Metrics and market inputs that a model names must be declared.
  private func inputs(of model: ModelFile) -> [Diagnostic] {
    let marketNames = Set(markets.values.flatMap(\.inputs.keys))
    return model.inputs.flatMap { input -> [Diagnostic] in
      switch input.scope {
      case .assumption, .contest, .room, .trend: return []
      case .series(let series):
        return seriesCheck.mistakes(
          of: series.metric, for: "\"\(input.name)\"", in: input.unit, at: input.location,
          input.sourceLine)
      case .market(let name):
        guard hasAllMarkets else { return [] }
        if marketNames.contains(name) {
          return seriesCheck.mistakes(of: input, in: model, market: name)
            + marketCheck.mistakes(of: input, market: name)
        }
        return [
          Diagnostic(
            "there is no market input \"\(name)\"", at: input.location,
            sourceLine: input.sourceLine,
            help: Suggestion.help(for: name, among: marketNames.sorted())
              ?? "declare it in markets/REGION.yaml", category: .missing)
        ]
      case .company(let metrics, let otherwise):
        return metrics.compactMap { metric in
          // A draw of the company's own has its own name and a default; no fact ever answers.
          if facts.metrics[metric] != nil || (metric == input.name && otherwise != nil) {
            return nil
          }
          return Diagnostic(
            "there is no metric \"\(metric)\"", at: input.location, sourceLine: input.sourceLine,
            help: Suggestion.help(for: metric, among: facts.metrics.keys.sorted())
              ?? "declare it in metrics.yaml", category: .missing)
        }
      }
    }
  }

  private var seriesCheck: SeriesCheck {
    SeriesCheck(facts: facts, markets: markets, units: units)
  }

  private var marketCheck: MarketCheck { MarketCheck(markets: markets, models: readable) }

  /// What models take from elsewhere must lie where the values of their inputs live.
  private var domains: [Diagnostic] {
    DomainCheck(facts: facts, markets: markets, models: readable, shelf: shelf).problems()
  }

  /// Metrics of market inputs that are series must be declared, and in the input's unit.
  private var marketSeries: [Diagnostic] {
    markets.values.sorted { $0.region < $1.region }.flatMap { market in
      market.inputs.values.sorted { $0.name < $1.name }.flatMap { input -> [Diagnostic] in
        guard case .series(let metric, _) = input.origin, let unit = input.unit else { return [] }
        return seriesCheck.mistakes(
          of: metric, for: "the market input \"\(input.name)\"", in: unit, at: input.location,
          input.sourceLine)
      }
    }
  }

  /// The metrics under which a path's revenue is reported must be declared.
  private func reportedMetrics(of model: ModelFile) -> [Diagnostic] {
    model.reportedAs.filter { facts.metrics[$0] == nil }.map { metric in
      Diagnostic(
        "\(model.file): \"reported_as\" names the metric \"\(metric)\", which is not declared",
        help: Suggestion.help(for: metric, among: facts.metrics.keys.sorted())
          ?? "declare it in metrics.yaml", category: .missing)
    }
  }

  /// What the company model takes from a path must be among that path's metrics.
  private var pathVariables: [Diagnostic] {
    (companyModel?.inputs ?? []).compactMap { input in
      guard case .given(let given) = input, case .path(let id, let variable, _) = given.origin,
        let model = models.first(where: { $0.id == id }), !model.metrics.contains(variable)
      else { return nil }
      return Diagnostic(
        "\"\(variable)\" is not among the metrics of \(id)", at: given.location,
        sourceLine: given.sourceLine,
        help: Suggestion.help(for: variable, among: model.metrics)
          ?? "add it to \"metrics\" of \(model.file)", category: .missing)
    }
  }

  /// Ratings must name a path and one of its criteria.
  private var ratings: [Diagnostic] {
    facts.companies.flatMap { company in
      company.ratings.compactMap { rating -> Diagnostic? in
        guard let model = models.first(where: { $0.id == rating.path }) else {
          guard hasAllModels else { return nil }
          return Diagnostic(
            "there is no path \"\(rating.path)\"", at: rating.location,
            help: Suggestion.help(for: rating.path, among: models.map(\.id)), category: .missing)
        }
        let criteria = model.criteria.map(\.record.id)
        guard !criteria.contains(rating.criterion) else { return nil }
        return Diagnostic(
          "the path \"\(rating.path)\" has no criterion \"\(rating.criterion)\"",
          at: rating.location,
          help: Suggestion.help(for: rating.criterion, among: criteria)
            ?? "the criteria are \(criteria.joined(separator: ", "))", category: .missing)
      }
    }
  }

  private var notPursued: [Diagnostic] {
    facts.companies.flatMap { company in
      company.notPursued.compactMap { entry -> Diagnostic? in
        guard hasAllModels, !models.contains(where: { $0.id == entry.path }) else { return nil }
        return Diagnostic(
          "there is no path \"\(entry.path)\"", at: entry.location,
          help: Suggestion.help(for: entry.path, among: models.map(\.id)), severity: .warning,
          category: .missing)
      }
    }
  }

  /// Paths on which a company sells elsewhere than at home must be there.
  private var marketsOfPaths: [Diagnostic] {
    guard hasAllModels else { return [] }
    let ids = models.map(\.id)
    return facts.companies.flatMap { company -> [Diagnostic] in
      company.markets.keys.filter { !ids.contains($0) }.sorted().map { path in
        let file = company.location.file
        let place = shelf.entry(path, of: "markets", in: file)?.keyLocation ?? company.location
        return Diagnostic(
          "there is no path \"\(path)\"", at: place, sourceLine: shelf.line(at: place),
          help: Suggestion.help(for: path, among: ids), severity: .warning, category: .missing)
      }
    }
  }

  /// Facts of a region that no file of markets has, and that isn't called by any name either: most
  /// likely another was meant.
  private var regionsOfFacts: [Diagnostic] {
    guard hasAllMarkets else { return [] }
    return marketFacts.compactMap { file -> Diagnostic? in
      guard let node = shelf.value(of: "region", in: file), let region = node.scalar?.text,
        markets[region] == nil, let known = facts.markets[region]
      else { return nil }
      let meant = Suggestion.help(for: region, among: markets.keys)
      guard meant != nil || known.title == nil else { return nil }
      return node.diagnostic(
        "these are facts of \"\(region)\", a region that no file of markets/ has",
        help: meant
          ?? "write markets/\(region).yaml; facts that no model asks for need a \"title\" that "
          + "says what the region is called",
        severity: .warning, category: .missing)
    }
  }

  /// Regions that say `same_as` must name a region that has the input.
  private var regions: [Diagnostic] {
    markets.values.sorted { $0.region < $1.region }.flatMap { market in
      market.inputs.values.sorted { $0.name < $1.name }.compactMap { input -> Diagnostic? in
        guard hasAllMarkets, case .sameAs(let other) = input.origin,
          markets[other]?.inputs[input.name] == nil
        else { return nil }
        return Diagnostic(
          "the region \"\(other)\" has no input \"\(input.name)\"", at: input.location,
          sourceLine: input.sourceLine, help: Suggestion.help(for: other, among: markets.keys),
          category: .missing)
      }
    }
  }

  /// Money that no rate brings to the study's currency: what rests on it will be left out.
  private var rates: [Diagnostic] {
    guard let study, hasAllFacts, hasAllMarkets else { return [] }
    let help = "add the rate to markets/exchange-rates.yaml"
    let without = facts.withoutRate(to: study.currency, among: currencies)
    let isReached = currencies.contains {
      $0 != study.currency && facts.hasRate(from: $0, to: study.currency)
    }
    if !without.isEmpty, !isReached {
      return [
        study.currencyMark.diagnostic(
          "no exchange rate leads to \(study.currency), the study's currency", help: help,
          category: .missing)
      ]
    }
    let ofFacts = without.map {
      Diagnostic(
        "there is no exchange rate between \($0.currency) and \(study.currency): what rests on "
          + "facts of \($0.company.id) in \($0.currency) will be left out", at: $0.fact.location,
        sourceLine: $0.fact.sourceLine, help: help, severity: .warning, category: .missing)
    }
    let ofModels = models.filter { !facts.hasRate(from: $0.currency, to: study.currency) }.map {
      Diagnostic(
        "there is no exchange rate between \($0.currency) and \(study.currency): the path "
          + "\($0.id) will be left out", at: $0.location, help: help, severity: .warning,
        category: .missing)
    }
    return ofFacts + ofModels
  }

  /// Amounts out of all proportion to the revenue of their period.
  private var results: [Diagnostic] {
    facts.companies.flatMap { company in
      Disproportion.all(among: company.facts, rates: facts.exchangeRates).map { found in
        Diagnostic(
          "\(found.fact.metric) of \(found.fact.period), \(found.fact.valueInWords), is "
            + "\(found.relation), \(found.revenue.valueInWords)", at: found.fact.location,
          sourceLine: found.fact.sourceLine,
          help: "look at the number of digits of both, and at the units", severity: .warning)
      }
    }
  }

  private var companies: [Diagnostic] {
    zip(study?.companies ?? [], study?.companyMarks ?? []).compactMap { id, mark in
      guard hasAllFacts, facts.company(id) == nil else { return nil }
      return mark.diagnostic(
        "the study names the company \"\(id)\", which has no file in companies/",
        help: Suggestion.help(for: id, among: facts.companies.map(\.id)), category: .missing)
    }
  }
}

extension Disproportion {
  /// What the amount is to the revenue, as a message says it.
  fileprivate var relation: String {
    let times = "more than \(Fact.plain(limit)) times"
    let other = "\(revenue.metric) of \(revenue.period)"
    return switch kind {
    case .aboveRevenue: "larger than the revenue of that period"
    case .manyTimesRevenue: "\(times) the revenue of that period"
    case .manyTimesYearly: "\(times) a year's \(other)"
    case .smallPartOfYearly: "less than one of \(Fact.plain(limit)) parts of a year's \(other)"
    case .revenueApart: "at a year's rate \(times) off \(other)"
    }
  }
}
