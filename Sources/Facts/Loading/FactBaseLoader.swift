import Diagnostics
import Documents
import Threads
import Units

/// Reads the files of a fact base in the order in which they refer to each other.
struct FactBaseLoader {
  private let folders: [ModelFolder]
  private let crew: Crew
  private var context: LoadingContext
  private var companies: [String: Company] = [:]
  private var events: [Event] = []
  private var rates: [ExchangeRate] = []
  private var markets: [String: MarketFacts] = [:]
  private var referenceClasses: [String: ReferenceClass] = [:]
  private var overridden: [Replacement] = []

  init(folders: [String], units: UnitRegistry?, shelf: DocumentShelf, crew: Crew) {
    self.folders = folders.map(ModelFolder.init)
    self.crew = crew
    context = LoadingContext(units: units, shelf: shelf)
  }

  mutating func load() throws -> FactBase {
    let facts = read()
    guard let facts, !context.problems.hasErrors else { throw DiagnosticError(problems) }
    return facts
  }

  /// All mistakes and warnings, in order of place.
  var problems: [Diagnostic] { context.problems.diagnostics.inOrderOfPlace }

  /// The readable part of the folders, whatever mistakes there are; nil without metrics and
  /// sources.
  mutating func read() -> FactBase? {
    for folder in folders where !folder.exists {
      context.problems.report(
        Diagnostic("there is no folder \(folder.path)", category: .missing))
    }
    guard readDeclarations() else {
      // Every fact names a metric and a source: without a file of them each would be a mistake.
      return nil
    }
    readMarkets()
    checkRates()
    readCompanies()
    for folder in folders {
      for file in folder.yamlFiles(in: "reference-classes") { readReferenceClass(file) }
    }
    context.checkNames(companies: companies, regions: Set(markets.keys))
    return FactBase(
      metrics: context.metrics, sources: context.sources,
      companies: companies.values.sorted { $0.id < $1.id }, markets: markets,
      exchangeRates: ExchangeRates(rates), events: events,
      referenceClasses: referenceClasses.values.sorted { $0.id < $1.id },
      warnings: problems, overridden: overridden)
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
          let before = context.metrics
          context.readMetrics(root)
          note(file, before, context.metrics) { $0.location }
        } else {
          let before = context.sources
          context.readSources(root)
          note(file, before, context.sources) { $0.location }
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
            mergeRates(context.readExchangeRates(root), from: file)
          } else if let market = context.readMarket(
            root, file: file, isFactsOnly: place != "markets")
          {
            inFolder[market.region, default: MarketFacts(region: market.region, facts: [])]
              .merge(market)
          }
        }
      }
      for (region, market) in inFolder.sorted(by: { $0.key < $1.key }) {
        context.checkDuplicates(market.facts)
        var known = markets[region] ?? MarketFacts(region: region, facts: [])
        known.title = market.title ?? known.title
        note(known.facts.add(market.facts))
        markets[region] = known
      }
    }
  }

  /// Notes rates that most others of their pair contradict, and marks them.
  private mutating func checkRates() {
    for finding in RateCheck(rates).findings {
      context.problems.report(finding.diagnostic(of: rates[finding.index]))
      rates[finding.index].timesOff = finding.times
    }
  }

  private mutating func mergeRates(_ more: [ExchangeRate], from file: String) {
    rates.removeAll { old in
      let isReplaced = more.contains {
        ($0.from, $0.to, $0.period) == (old.from, old.to, old.period)
      }
      if isReplaced {
        overridden.append(
          Replacement(
            file: file, subject: .rate(from: old.from, to: old.to, period: old.period)))
      }
      return isReplaced
    }
    rates += more
  }

  private mutating func readCompanies() {
    for folder in folders {
      let files = folder.yamlFiles(in: "companies")
      let before = context.withoutProblems
      let readings = crew.map(files.count) { index -> (company: Company?, found: [Diagnostic]) in
        var context = before
        guard let root = context.root(of: files[index]) else {
          return (nil, context.problems.diagnostics)
        }
        let company = context.readCompany(root, file: files[index])
        return (company, context.problems.diagnostics)
      }
      for (file, reading) in zip(files, readings) {
        context.problems.report(reading.found)
        guard let company = reading.company else { continue }
        if let earlier = companies[company.id] {
          overridden.append(Replacement(file: file, subject: .file(earlier.location.file)))
        }
        companies[company.id] = company
      }
      for file in folder.yamlFiles(in: "company-facts") { addToCompany(file, in: folder) }
      if let file = folder.file("events.yaml"), let root = context.root(of: file) {
        events += context.readEvents(root)
      }
    }
  }

  /// Reads what a folder adds to a company that stands in this folder or an earlier one.
  private mutating func addToCompany(_ file: String, in folder: ModelFolder) {
    guard let root = context.root(of: file) else { return }
    let fiscalYearEnds = companies.mapValues(\.fiscalYearEnd)
    guard let addition = context.readCompanyFacts(root, file: file, fiscalYearEnds) else { return }
    guard var company = companies[addition.company] else {
      // A company whose own file has mistakes has been complained of.
      let name = "companies/\(addition.company).yaml"
      let upToHere = folders.prefix { $0.path != folder.path } + [folder]
      guard upToHere.allSatisfy({ $0.file(name) == nil }) else { return }
      context.problems.report(
        Diagnostic(
          "there is no company \"\(addition.company)\" to add facts to", at: addition.location,
          help: Suggestion.help(for: addition.company, among: companies.keys)
            ?? "write \(name), or name this folder after the one that has it",
          category: .missing))
      return
    }
    let own = company.facts.filter { $0.location.file.hasPrefix(folder.path + "/") }
    context.checkDuplicates(own + addition.facts)
    note(company.facts.add(addition.facts))
    company.ratings += addition.ratings
    company.notPursued.removeAll { old in addition.notPursued.contains { $0.path == old.path } }
    company.notPursued += addition.notPursued
    companies[company.id] = company
  }

  private mutating func readReferenceClass(_ file: String) {
    guard let root = context.root(of: file) else { return }
    if let found = context.readReferenceClass(root, file: file) {
      if referenceClasses[found.id] != nil {
        overridden.append(Replacement(file: file, subject: .declaration(found.id)))
      }
      referenceClasses[found.id] = found
    }
  }

  // MARK: What was overridden

  /// Notes what a file declares that an earlier folder had declared.
  private mutating func note<Value>(
    _ file: String, _ before: [String: Value], _ after: [String: Value],
    location: (Value) -> SourceLocation?
  ) {
    for name in before.keys.sorted() {
      guard let new = after[name], location(new)?.file == file else { continue }
      overridden.append(Replacement(file: file, subject: .declaration(name)))
    }
  }

  private mutating func note(_ replacing: [Fact]) {
    for fact in replacing {
      overridden.append(
        Replacement(
          file: fact.location.file,
          subject: .fact(
            metric: fact.metric, period: fact.period, source: fact.source.id)))
    }
  }
}

extension [Fact] {
  /// Adds facts; one of the same kind, metric, period and source as an earlier one takes its place.
  ///
  /// - Returns: Those that took a place.
  fileprivate mutating func add(_ later: [Fact]) -> [Fact] {
    let keys = Set(later.map(\.identity))
    let before = Set(map(\.identity))
    removeAll { keys.contains($0.identity) }
    self += later
    return later.filter { before.contains($0.identity) }
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
