import Diagnostics
import Documents
import Units

// Readers of market-facts/*.yaml, the facts of markets/*.yaml, exchange rates and cohorts.
extension LoadingContext {
  /// Reads the facts of a region.
  ///
  /// In `markets/` the other keys belong to the reader of models, which checks them.
  mutating func readMarket(_ root: YAMLNode, file: String, isFactsOnly: Bool) -> MarketFacts? {
    let keys = isFactsOnly ? ["region", "title", "facts"] : root.keys
    guard let map = root.mapping(allowedKeys: keys, of: "a market", into: &problems) else {
      return nil
    }
    guard let region = id("region", of: map, file: file) else { return nil }
    let title = map["title"].flatMap { $0.translations(into: &problems) }
    let facts = map.list("facts", into: &problems).compactMap {
      readFact($0, fiscalYearEnd: .calendarYear, isMarket: true)
    }
    return MarketFacts(region: region, title: title, facts: facts)
  }

  mutating func readExchangeRates(_ root: YAMLNode) -> [ExchangeRate] {
    guard
      let map = root.mapping(
        allowedKeys: ["rates"], of: "a file of exchange rates", into: &problems)
    else { return [] }
    var rates: [ExchangeRate] = []
    for node in map.list("rates", into: &problems) {
      guard let rate = readRate(node) else { continue }
      let same = rates.first {
        ($0.from, $0.to, $0.period, $0.source.id)
          == (rate.from, rate.to, rate.period, rate.source.id)
      }
      if let same {
        problems.report(
          node.diagnostic(
            "the rate \(rate.from)/\(rate.to) of \(rate.period) from \(rate.source.id) "
              + "stands here twice",
            help: "it stands first at \(same.location)"))
      } else {
        rates.append(rate)
      }
    }
    return rates
  }

  private mutating func readRate(_ node: YAMLNode) -> ExchangeRate? {
    let keys = [
      "from", "to", "period", "value", "low", "high", "source", "published", "confidence", "note",
    ]
    guard let map = node.mapping(allowedKeys: keys, of: "an exchange rate", into: &problems)
    else { return nil }
    let from = currency("from", of: map)
    let to = currency("to", of: map)
    let period = self.period("period", of: map)
    _ = map.required("value", into: &problems)
    let numbers = map["value"] == nil ? nil : self.numbers(of: map)
    let source = self.source("source", of: map)
    let confidence = map.choice("confidence", Confidence.self, into: &problems)
    let note = map.optionalProse("note", into: &problems)
    if let confidence, let source { check(confidence, of: source, at: map["confidence"] ?? node) }
    guard let from, let to, let period, let value = numbers?.value, let source, let confidence
    else { return nil }
    guard from != to else {
      problems.report(
        (map["to"] ?? node).diagnostic(
          "an exchange rate is between two currencies, not from \(from) to \(to)",
          help:
            "one unit of a currency is one of itself: leave the rate out, or name the other currency"
        ))
      return nil
    }
    guard value > 0, numbers?.low ?? value > 0 else {
      problems.report((map["value"] ?? node).diagnostic("an exchange rate is above zero"))
      return nil
    }
    let days = period.days(fiscalYearEnd: .calendarYear)
    let publication = self.publication(of: map, by: source)
    check(
      publication, by: source, isAfter: period, days, what: "the rate \(from)/\(to)",
      isFlow: period.isFullYear, mayBeForecast: false, at: node)
    return ExchangeRate(
      from: from, to: to, period: period, days: days, value: value, low: numbers?.low,
      high: numbers?.high, source: source, confidence: confidence, note: note,
      knownSince: publication ?? source.knownSince(about: days), location: node.location)
  }

  private mutating func currency(_ key: String, of map: YAMLMapping) -> String? {
    guard let node = map.required(key, into: &problems) else { return nil }
    if let units { return node.currency(among: units, into: &problems) }
    guard let name = node.string(into: &problems) else { return nil }
    if Self.looksLikeCurrency(name) { return name }
    problems.report(node.diagnostic("there is no currency \"\(name)\""))
    return nil
  }

  mutating func readReferenceClass(_ root: YAMLNode, file: String) -> ReferenceClass? {
    guard
      let map = root.mapping(
        allowedKeys: ["id", "title", "members", "frequencies"], of: "a reference class",
        into: &problems)
    else { return nil }
    let id = self.id("id", of: map, file: file)
    let title = map.translations("title", into: &problems)
    let frequencies = map["frequencies"].flatMap { readFrequencies($0) }
    let members = map.list("members", into: &problems).compactMap { readMember($0) }
    for (index, member) in members.enumerated()
    where members[..<index].contains(where: { $0.id == member.id }) {
      problems.report(
        Diagnostic("the member \"\(member.id)\" stands here twice", at: member.location))
    }
    guard let id, let title else { return nil }
    return ReferenceClass(id: id, title: title, members: members, frequencies: frequencies)
  }

  private mutating func readFrequencies(_ node: YAMLNode) -> ReferenceClass.Frequencies? {
    guard
      let map = node.mapping(
        allowedKeys: ["years", "by_margin", "source", "because"], of: "frequencies",
        into: &problems)
    else { return nil }
    let years = map.integer("years", into: &problems)
    let source = self.source("source", of: map)
    _ = map.prose("because", into: &problems)
    let ranges = map.list("by_margin", into: &problems).compactMap { readFrequency($0) }
    guard let years, let source else { return nil }
    return ReferenceClass.Frequencies(years: years, byMargin: ranges, source: source)
  }

  private mutating func readFrequency(_ node: YAMLNode) -> ReferenceClass.Frequency? {
    guard
      let map = node.mapping(
        allowedKeys: ["from", "to", "share"], of: "a frequency", into: &problems)
    else { return nil }
    let low = map["from"].flatMap { $0.number(into: &problems) }
    guard let high = map.number("to", into: &problems),
      let share = map.number("share", into: &problems)
    else { return nil }
    guard (0...1).contains(share), low.map({ $0 < high }) ?? true else {
      problems.report(
        node.diagnostic(
          "a frequency has a share from 0 to 1, and margins that rise",
          help: "write {from: -50%, to: -30%, share: 0.12}"))
      return nil
    }
    return ReferenceClass.Frequency(low: low, high: high, share: share)
  }

  private mutating func readMember(_ node: YAMLNode) -> ReferenceClass.Member? {
    let keys = [
      "id", "names", "founded", "first_delivery", "status", "failure_year", "backer",
      "background", "source", "confidence", "note",
    ]
    guard let map = node.mapping(allowedKeys: keys, of: "a member", into: &problems) else {
      return nil
    }
    let id = map.required("id", into: &problems).flatMap { kebabCase($0) }
    let names = map.translations("names", into: &problems)
    let founded = map.required("founded", into: &problems).flatMap { date($0) }
    let firstDelivery = map["first_delivery"].flatMap { date($0) }
    let status = map.choice("status", ReferenceClass.Member.Status.self, into: &problems)
    let failureYear = map["failure_year"].flatMap { $0.integer(into: &problems) }
    let backer = map.optionalProse("backer", into: &problems)
    let background = map.optionalProse("background", into: &problems)
    let source = self.source("source", of: map)
    let confidence = map.choice("confidence", Confidence.self, into: &problems)
    let note = map.optionalProse("note", into: &problems)
    if let status, (status == .failed) != (failureYear != nil) {
      problems.report(
        node.diagnostic("a member that failed has a failure_year, and no other has one"))
    }
    guard let id, let names, let founded, let status, let source, let confidence else { return nil }
    return ReferenceClass.Member(
      id: id, names: names, founded: founded, firstDelivery: firstDelivery, status: status,
      failureYear: failureYear, backer: backer, background: background, source: source,
      confidence: confidence, note: note, location: node.location)
  }
}

extension YAMLNode {
  /// The keys that stand here, whatever they are.
  fileprivate var keys: [String] {
    if case .mapping(let entries) = content { entries.map(\.key) } else { [] }
  }
}
