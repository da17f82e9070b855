import Diagnostics
import Documents
import Units

/// Reads the files of a fact base in the order in which they refer to each other.
struct FactBaseLoader {
  private let folders: [ModelFolder]
  private var context: LoadingContext
  private var companies: [String: Company] = [:]
  private var events: [Event] = []
  private var rates: [ExchangeRate] = []
  private var markets: [String: MarketFacts] = [:]
  private var referenceClasses: [String: ReferenceClass] = [:]

  init(folders: [String], units: UnitRegistry?) {
    self.folders = folders.map(ModelFolder.init)
    context = LoadingContext(units: units)
  }

  mutating func load() throws -> FactBase {
    for folder in folders where !folder.exists {
      context.problems.report(
        Diagnostic("there is no folder \(folder.path)", category: .missing))
    }
    warnAboutOtherEndings()
    guard readDeclarations() else {
      // Every fact names a metric and a source: without a file of them each would be a mistake.
      throw DiagnosticError(context.problems.diagnostics.inOrderOfPlace)
    }
    readMarkets()
    readCompanies()
    for folder in folders {
      for file in folder.yamlFiles(in: "reference-classes") { readReferenceClass(file) }
    }
    context.checkNames(companies: companies, regions: Set(markets.keys))
    let all = DiagnosticError(context.problems.diagnostics.inOrderOfPlace)
    guard !context.problems.hasErrors else { throw all }
    return FactBase(
      metrics: context.metrics, sources: context.sources,
      companies: companies.values.sorted { $0.id < $1.id }, markets: markets,
      exchangeRates: ExchangeRates(rates), events: events,
      referenceClasses: referenceClasses.values.sorted { $0.id < $1.id },
      warnings: all.diagnostics)
  }

  private mutating func warnAboutOtherEndings() {
    for folder in folders {
      for name in ["companies", "market-facts", "markets", "reference-classes"] {
        for file in folder.filesWithOtherEnding(in: name) {
          context.problems.report(
            Diagnostic(
              "\(file) is not read", help: "give it the ending .yaml", severity: .warning))
        }
      }
    }
  }

  /// Reads the metrics and sources, and says whether all files of them could be read.
  private mutating func readDeclarations() -> Bool {
    var areAllRead = true
    for name in ["metrics.yaml", "sources.yaml"] {
      let files = folders.compactMap { $0.file(name) }
      if files.isEmpty, let folder = folders.first(where: \.exists) {
        context.problems.report(
          Diagnostic("there is no file \(name) in \(folder.path)", category: .missing))
      }
      areAllRead = areAllRead && !files.isEmpty
      for file in files {
        guard let root = context.root(of: file) else {
          areAllRead = false
          continue
        }
        if name == "metrics.yaml" {
          context.readMetrics(root)
        } else {
          context.readSources(root)
        }
      }
    }
    return areAllRead
  }

  private mutating func readMarkets() {
    for folder in folders {
      // Facts may stand apart from the assumptions of the same region.
      var inFolder: [String: MarketFacts] = [:]
      for place in ["market-facts", "markets"] {
        for file in folder.yamlFiles(in: place) {
          guard let root = context.root(of: file) else { continue }
          if place == "markets", file.hasSuffix("/exchange-rates.yaml") {
            mergeRates(context.readExchangeRates(root))
          } else if let market = context.readMarket(
            root, file: file, isFactsOnly: place != "markets")
          {
            inFolder[market.region, default: MarketFacts(region: market.region, facts: [])]
              .merge(market)
          }
        }
      }
      for (region, market) in inFolder {
        context.checkDuplicates(market.facts)
        if market.facts.isEmpty, var known = markets[region] {
          known.title = market.title ?? known.title
          markets[region] = known
        } else {
          markets[region] = market
        }
      }
    }
  }

  private mutating func mergeRates(_ more: [ExchangeRate]) {
    rates.removeAll { old in
      more.contains { ($0.from, $0.to, $0.period) == (old.from, old.to, old.period) }
    }
    rates += more
  }

  private mutating func readCompanies() {
    for folder in folders {
      for file in folder.yamlFiles(in: "companies") {
        guard let root = context.root(of: file) else { continue }
        if let company = context.readCompany(root, file: file) {
          companies[company.id] = company
        }
      }
      if let file = folder.file("events.yaml"), let root = context.root(of: file) {
        events += context.readEvents(root)
      }
    }
  }

  private mutating func readReferenceClass(_ file: String) {
    guard let root = context.root(of: file) else { return }
    if let found = context.readReferenceClass(root, file: file) {
      referenceClasses[found.id] = found
    }
  }
}

extension MarketFacts {
  fileprivate mutating func merge(_ other: MarketFacts) {
    title = title ?? other.title
    facts += other.facts
  }
}

extension [Diagnostic] {
  /// By file and place, those without a place first; equal places keep their order.
  fileprivate var inOrderOfPlace: [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (nil, nil): left.offset < right.offset
      case (nil, _): true
      case (_, nil): false
      case (let first?, let second?):
        first == second ? left.offset < right.offset : first < second
      }
    }.map(\.element)
  }
}
