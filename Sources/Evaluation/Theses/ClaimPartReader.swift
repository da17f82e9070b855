internal import Diagnostics
package import Documents
internal import Formulas
internal import RunRecord
internal import Units

/// Reads the measures and hinges of a claim.
struct ClaimPartReader {
  let units: UnitRegistry
  /// The companies of each group of the file.
  let groups: [String: [String]]

  private static let takes = Measure.Take.allCases.map(\.rawValue)
  private static let study = "study"
  private static let atRisk = "at_risk"

  /// A number of the claim.
  func measure(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> Measure? {
    guard
      let map = entry.value.mapping(
        allowedKeys: Self.takes
          + ["of", "path", "at", "unit", "view", "set", "chance", "title"],
        of: "a measure", into: &problems)
    else { return nil }
    if !entry.key.isSnakeCase {
      problems.report(
        entry.keyDiagnostic(
          "\"\(entry.key)\" can't be the name of a measure", help: String.snakeCaseHelp))
    }
    let found = map.entries.filter { Self.takes.contains($0.key) }
    guard found.count == 1, let take = Measure.Take(rawValue: found[0].key) else {
      if !map.hasUnknownKeys {
        problems.report(
          entry.keyDiagnostic(
            found.isEmpty
              ? "the measure \"\(entry.key)\" doesn't say what it takes"
              : "the measure \"\(entry.key)\" takes "
                + found.map(\.key).joined(separator: " and "),
            help: "write one of \(Self.takes.joinedWithOr), such as count: broke_even"))
      }
      return nil
    }
    let text = found[0].value.string(into: &problems)
    let unit = unit(of: entry, in: map, take, into: &problems)
    let companies = companies(in: map, take, into: &problems)
    let path = map["path"].flatMap { node in node.string(into: &problems).map { ($0, node) } }
    let view = map["view"].flatMap { $0.choice(CompanyFormulas.View.self, into: &problems) }
    if path != nil, let node = map["view"] {
      problems.report(
        node.diagnostic(
          "a view is of the company model, but the measure is of a path",
          help: "leave out \"view\" or \"path\""))
    }
    let set = map.entries("set", into: &problems).compactMap { setting($0, into: &problems) }
    let year = map["at"].flatMap { $0.integer(into: &problems) }
    let isChance = map["chance"].flatMap { $0.bool(into: &problems) } ?? false
    guard let text, let unit, let (wanted, node) = companies else { return nil }
    return Measure(
      name: entry.key,
      title: map["title"].flatMap { $0.translations(into: &problems) }
        .map { LocalizedText($0) },
      take: take,
      each: found[0].value.formula(text),
      unit: unit, companies: wanted, companiesNode: node.mark,
      scope: path.map { .path($0.0) } ?? .company(view), pathNode: path?.1.mark, year: year,
      isChance: isChance, set: set, location: entry.keyLocation,
      sourceLine: entry.value.source.line(entry.keyLocation.line))
  }

  /// An input that a claim may rest on.
  func hinge(_ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector) -> Hinge? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["neutral", "because"], of: "a hinge", into: &problems),
      let neutral = map.required("neutral", into: &problems),
      let distribution = distribution(neutral, into: &problems),
      let because = map.prose("because", into: &problems)
    else { return nil }
    return Hinge(
      neutral: Setting(input: entry.key, distribution: distribution, mark: entry.mark),
      because: because)
  }

  // MARK: Parts

  private func unit(
    of entry: YAMLNode.Entry, in map: YAMLMapping, _ take: Measure.Take,
    into problems: inout DiagnosticCollector
  ) -> UnitExpression? {
    if take.isOfEvents {
      if let node = map["unit"] {
        problems.report(
          node.diagnostic(
            "\"\(take.rawValue)\" is of what is true or false, which has no unit",
            help: "leave out \"unit\""))
      }
      return try? units.parse("1")
    }
    guard let node = map["unit"] else {
      problems.report(
        entry.keyDiagnostic(
          "the measure \"\(entry.key)\" needs the unit of its value",
          help: "write unit: CNY/year, or \"1\" for a plain number"))
      return nil
    }
    guard let text = node.string(into: &problems) else { return nil }
    return problems.noting {
      try units.parse(text, at: node.location, sourceLine: node.sourceLine)
    }
  }

  private func companies(
    in map: YAMLMapping, _ take: Measure.Take, into problems: inout DiagnosticCollector
  ) -> (Measure.Companies, YAMLNode)? {
    guard let node = map.required("of", into: &problems) else { return nil }
    guard let names = node.strings(into: &problems) else { return nil }
    if node.scalar != nil, names == [Self.study] { return (.study, node) }
    if node.scalar != nil, names == [Self.atRisk] { return (.atRisk, node) }
    let ids = names.flatMap { groups[$0] ?? [$0] }
    if take == .value, ids.count != 1 {
      problems.report(
        node.diagnostic(
          "\"value\" is of a single company, but \"of\" names \(ids.count)",
          help: "take the sum, mean or median of them"))
    }
    return (.named(ids), node)
  }

  private func setting(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> Setting? {
    distribution(entry.value, into: &problems).map {
      Setting(input: entry.key, distribution: $0, mark: entry.mark)
    }
  }

  private func distribution(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> DistributionSpec? {
    guard let text = node.string(into: &problems) else { return nil }
    return problems.noting {
      try DistributionNotation.parseDrawable(text, at: node.location, sourceLine: node.sourceLine)
    }
  }
}

extension YAMLNode {
  /// Its place.
  package var mark: Mark { Mark(location: location, sourceLine: sourceLine) }
}

extension YAMLNode.Entry {
  /// The place of its key.
  var mark: Mark { Mark(location: keyLocation, sourceLine: value.source.line(keyLocation.line)) }
}
