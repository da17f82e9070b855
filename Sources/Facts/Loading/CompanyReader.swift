import Diagnostics
import Documents

// Readers of companies/*.yaml, company-facts/*.yaml and events.yaml.
extension LoadingContext {
  mutating func readCompany(_ root: YAMLNode, file: String) -> Company? {
    let keys = [
      "id", "names", "region", "country", "kind", "listing", "parent", "note", "source",
      "fiscal_year_end", "financing", "markets", "not_pursued", "facts", "events",
    ]
    guard let map = root.mapping(allowedKeys: keys, of: "a company", into: &problems) else {
      return nil
    }
    let id = self.id("id", of: map, file: file)
    let names = map.translations("names", into: &problems)
    let region = map.required("region", into: &problems).flatMap { kebabCase($0) }
    let source = map["source"] == nil ? nil : self.source("source", of: map)
    let fiscalYearEnd = self.fiscalYearEnd(of: map)
    let financing = map.choice("financing", Company.Financing.self, into: &problems)
    var company = Company(
      id: id ?? "", names: names ?? Translations(en: ""), region: region ?? "",
      country: map.optionalString("country", into: &problems),
      kind: map.optionalProse("kind", into: &problems),
      listing: map.optionalString("listing", into: &problems),
      parent: map.optionalProse("parent", into: &problems),
      note: map.optionalProse("note", into: &problems), source: source,
      fiscalYearEnd: fiscalYearEnd ?? .calendarYear, financing: financing ?? .unlisted,
      markets: readMarketsByPath(map), notPursued: readNotPursued(map), facts: [], ratings: [],
      events: [], location: root.location)
    (company.facts, company.ratings) = readFacts(map, fiscalYearEnd: company.fiscalYearEnd)
    checkDuplicates(company.facts)
    for node in map.list("events", into: &problems) {
      if let event = readEvent(node, company: company.id) { company.events.append(event) }
    }
    return id == nil || names == nil || region == nil || fiscalYearEnd == nil || financing == nil
      ? nil : company
  }

  /// The content of a file of `company-facts/`, added to a company that has its own file
  /// elsewhere.
  struct CompanyFacts {
    var company: String
    var facts: [Fact]
    var ratings: [Rating]
    var notPursued: [Company.NotPursued]
    var location: SourceLocation
  }

  /// Reads what is added to a company; `fiscalYearEnds` are those of the companies known so far.
  mutating func readCompanyFacts(
    _ root: YAMLNode, file: String, _ fiscalYearEnds: [String: FiscalYearEnd]
  ) -> CompanyFacts? {
    guard
      let map = root.mapping(
        allowedKeys: ["company", "not_pursued", "facts"], of: "a file of company facts",
        into: &problems)
    else { return nil }
    guard let company = id("company", of: map, file: file) else { return nil }
    let (facts, ratings) = readFacts(map, fiscalYearEnd: fiscalYearEnds[company] ?? .calendarYear)
    return CompanyFacts(
      company: company, facts: facts, ratings: ratings, notPursued: readNotPursued(map),
      location: map["company"]?.location ?? root.location)
  }

  private mutating func readFacts(
    _ map: YAMLMapping, fiscalYearEnd: FiscalYearEnd
  ) -> (facts: [Fact], ratings: [Rating]) {
    var facts: [Fact] = []
    var ratings: [Rating] = []
    for node in map.list("facts", into: &problems) {
      if isRating(node) {
        if let rating = readRating(node, fiscalYearEnd: fiscalYearEnd) { ratings.append(rating) }
      } else if let fact = readFact(node, fiscalYearEnd: fiscalYearEnd, isMarket: false) {
        facts.append(fact)
      }
    }
    return (facts, ratings)
  }

  mutating func readEvents(_ root: YAMLNode) -> [Event] {
    guard
      let map = root.mapping(allowedKeys: ["events"], of: "a file of events", into: &problems)
    else { return [] }
    return map.list("events", into: &problems).compactMap { readEvent($0, company: nil) }
  }

  private mutating func fiscalYearEnd(of map: YAMLMapping) -> FiscalYearEnd? {
    map.required("fiscal_year_end", into: &problems)?.value(
      "a month and day such as 12-31", into: &problems
    ) { FiscalYearEnd($0) }
  }

  private mutating func readMarketsByPath(_ map: YAMLMapping) -> [String: String] {
    var markets: [String: String] = [:]
    for entry in map.entries("markets", into: &problems) {
      markets[entry.key] = kebabCase(entry.value)
    }
    return markets
  }

  private mutating func readNotPursued(_ map: YAMLMapping) -> [Company.NotPursued] {
    map.entries("not_pursued", into: &problems).compactMap { entry in
      guard
        let reason = entry.value.mapping(
          allowedKeys: ["because", "source"], of: "a path that is not pursued", into: &problems)
      else { return nil }
      let because = reason.prose("because", into: &problems)
      guard let source = source("source", of: reason), let because else { return nil }
      return Company.NotPursued(
        path: entry.key, because: because, source: source, location: entry.keyLocation)
    }
  }

  private func isRating(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.contains { $0.key == "kind" && $0.value.scalar?.text == "rating" }
  }

  private mutating func readRating(_ node: YAMLNode, fiscalYearEnd: FiscalYearEnd) -> Rating? {
    let keys = [
      "kind", "path", "criterion", "period", "value", "low", "high", "grade", "origin", "source",
      "note",
    ]
    guard let map = node.mapping(allowedKeys: keys, of: "a rating", into: &problems) else {
      return nil
    }
    let path = map.required("path", into: &problems).flatMap { kebabCase($0) }
    let criterion = map.string("criterion", into: &problems)
    let period = self.period("period", of: map)
    let numbers = self.numbers(of: map)
    let grade = map.choice("grade", Rating.Grade.self, into: &problems)
    let origin = map.string("origin", into: &problems)
    let source = self.source("source", of: map)
    let note = map.optionalProse("note", into: &problems)
    guard let path, let criterion, let period, let numbers, let grade, let origin, let source,
      let low = numbers.low ?? numbers.value, let high = numbers.high ?? numbers.value
    else { return nil }
    guard low >= 0, high <= 4 else {
      problems.report(
        (map["low"] ?? map["value"] ?? node).diagnostic(
          "a rating is a level from 0 to 4, found \(Fact.plain(low)) to \(Fact.plain(high))"))
      return nil
    }
    let days = period.days(fiscalYearEnd: fiscalYearEnd)
    check(
      nil, by: source, isAfter: period, days, what: "the rating of \(criterion)", isFlow: false,
      mayBeForecast: false, at: node)
    return Rating(
      path: path, criterion: criterion, period: period, low: low, high: high, grade: grade,
      origin: origin, source: source, note: note,
      knownSince: source.knownSince(about: days), location: node.location)
  }

  /// Reads an event; `company` is nil where the event itself names one.
  private mutating func readEvent(_ node: YAMLNode, company: String?) -> Event? {
    let keys = ["date", "kind", "text", "source"]
    guard
      let map = node.mapping(
        allowedKeys: company == nil ? ["company"] + keys : keys, of: "an event", into: &problems)
    else { return nil }
    let company =
      company ?? map.required("company", into: &problems).flatMap { kebabCase($0) }
    let date = self.period("date", of: map)
    let kind = map.string("kind", into: &problems)
    let text = map.prose("text", into: &problems)
    guard let source = source("source", of: map), let company, let date, let kind, let text else {
      return nil
    }
    return Event(
      company: company, date: date, kind: kind, text: text, source: source,
      knownSince: source.knownSince(about: date.days(fiscalYearEnd: .calendarYear)),
      location: node.location)
  }
}
