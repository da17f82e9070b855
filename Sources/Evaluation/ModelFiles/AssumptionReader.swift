package import Diagnostics
package import Documents
package import Facts
internal import Plan
package import RunRecord
package import Units
internal import Formulas

/// Reads the parts that models, markets and company.yaml have in common: inputs' units, titles,
/// distributions, reasons and what was learnt later.
package struct AssumptionReader {
  let units: UnitRegistry
  /// The ids that `source:` may name; nil where sources aren't known, as for a model run alone.
  let sourceIDs: Set<String>?

  /// The keys of one revision: what is assumed, and why.
  package static let keys = ["assume", "by_year", "basis", "because", "source"]

  /// The key of what would replace an input that stays an assumption.
  package static let replacement = "replace_by"

  /// The key of what is drawn anew in every year, where that is allowed.
  package static let eachYear = "each_year"

  /// The assumption in `assume`, `by_year` or `each_year`, with its `revisions`; nil when none is
  /// there.
  ///
  /// - Parameters:
  ///   - map: The input.
  ///   - key: The key of what holds in all years.
  ///   - allowsEachYear: Whether it may be drawn anew in every year.
  ///   - problems: Where mistakes are noted.
  /// - Returns: What is assumed, first and by revision.
  package func assumption(
    in map: YAMLMapping, key: String = "assume", allowsEachYear: Bool = false,
    into problems: inout DiagnosticCollector
  ) -> Assumption? {
    guard let first = revision(in: map, key: key, since: nil, into: &problems) else { return nil }
    let keys = Self.keys + (allowsEachYear ? [Self.eachYear] : [])
    var revisions = [first]
    for node in map.list("revisions", into: &problems) {
      guard
        let later = node.mapping(
          allowedKeys: ["since"] + keys, of: "a revision", into: &problems),
        let since = later.required("since", into: &problems)?.day(into: &problems)
      else { continue }
      if let previous = revisions.last?.since, since <= previous {
        problems.report(
          node.diagnostic(
            "revisions must be in the order of their dates: \(since) stands after \(previous)",
            help: "move it up"))
      }
      guard let revision = revision(in: later, key: "assume", since: since, into: &problems) else {
        if ["assume", "by_year", Self.eachYear].allSatisfy({ later[$0] == nil }) {
          problems.report(
            node.diagnostic(
              "\"assume\" is missing in a revision",
              help: "say what was assumed from \(since) on, in \"assume\" or \"by_year\""))
        }
        continue
      }
      revisions.append(revision)
    }
    return Assumption(revisions: revisions)
  }

  private func revision(
    in map: YAMLMapping, key: String, since: Day?, into problems: inout DiagnosticCollector
  ) -> Assumption.Revision? {
    let series: DistributionSeries
    let place: SourceLocation
    if let node = map[Self.eachYear] {
      place = node.location
      for other in [key, "by_year"] where map[other] != nil {
        problems.report(
          node.diagnostic(
            "\"\(other)\" and \"each_year\" both say what is assumed",
            help: "keep one: by_year has one draw for all years, each_year one for each"))
      }
      if case .mapping = node.content {
        problems.report(
          node.diagnostic(
            "\"each_year\" is one distribution, drawn anew in every year",
            help: "write each_year: normal(0, 1), and scale it in a formula where years differ"))
        return nil
      }
      guard let found = distribution(node, into: &problems) else { return nil }
      series = .eachYear(found)
    } else if let years = map["by_year"] {
      place = years.location
      if let both = map[key] {
        problems.report(
          both.diagnostic("\"\(key)\" and \"by_year\" both say what is assumed", help: "keep one"))
      }
      guard let found = byYear(years, into: &problems) else { return nil }
      series = found
    } else if let node = map[key] {
      place = node.location
      // `otherwise: {2025: …}` is a series by year too.
      if case .mapping = node.content {
        guard let found = byYear(node, into: &problems) else { return nil }
        series = found
      } else {
        guard let found = distribution(node, into: &problems) else { return nil }
        series = .always(found)
      }
    } else {
      return nil
    }
    let sources = sources(in: map, into: &problems)
    return Assumption.Revision(
      since: since, series: series, because: map.optionalProse("because", into: &problems),
      sources: sources, basis: basis(in: map, cites: map["source"] != nil, into: &problems),
      location: place)
  }

  /// What the range rests on: an assumption unless the file says that sources support it.
  private func basis(
    in map: YAMLMapping, cites: Bool, into problems: inout DiagnosticCollector
  ) -> Assumption.Basis {
    guard let node = map["basis"], let text = node.string(into: &problems) else {
      return .assumption
    }
    guard let basis = Assumption.Basis(rawValue: text) else {
      let choices = Assumption.Basis.allCases.map(\.rawValue)
      problems.report(
        node.diagnostic(
          "expected \(choices.joined(separator: " or ")), found \"\(text)\"",
          help: Suggestion.help(for: text, among: choices)
            ?? "an estimate is a range that its sources support, all else is an assumption"))
      return .assumption
    }
    if basis == .estimate, !cites {
      problems.report(
        node.diagnostic(
          "an estimate needs \"source\": the figures that its range is derived from",
          help: "name them in \"source\", or leave \"basis\" out"))
    }
    return basis
  }

  /// What would replace an assumption, and where that is usually published.
  package func replacement(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> EvidenceToFind? {
    guard let node = map[Self.replacement],
      let entries = node.mapping(
        allowedKeys: ["what", "where"], of: "\"replace_by\"", into: &problems)
    else { return nil }
    let what = entries.translations("what", into: &problems)
    let place = entries.translations("where", into: &problems)
    guard let what, let place else { return nil }
    return EvidenceToFind(what: LocalizedText(what), place: LocalizedText(place))
  }

  private func byYear(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> DistributionSeries? {
    guard let entries = node.entries(into: &problems) else { return nil }
    var anchors: [DistributionSeries.Anchor] = []
    for entry in entries {
      guard let year = Int(entry.key), (1900...2200).contains(year) else {
        problems.report(
          entry.keyDiagnostic("expected a year such as 2030, found \"\(entry.key)\""))
        continue
      }
      guard let distribution = distribution(entry.value, into: &problems) else { continue }
      anchors.append(DistributionSeries.Anchor(year: year, distribution: distribution))
    }
    anchors.sort { $0.year < $1.year }
    guard !anchors.isEmpty else {
      if entries.isEmpty {
        problems.report(
          node.diagnostic("\"by_year\" has no year", help: "write {2025: 1 to 2, 2030: 3 to 5}"))
      }
      return nil
    }
    return anchors.count == 1 ? .always(anchors[0].distribution) : .byYear(anchors)
  }

  private func distribution(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> DistributionSpec? {
    guard let text = node.string(into: &problems) else { return nil }
    return problems.noting {
      try DistributionNotation.parseDrawable(text, at: node.location, sourceLine: node.sourceLine)
    }
  }

  /// The ids behind `source:`, each known.
  package func sources(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [String] {
    guard let node = map["source"] else { return [] }
    let nodes = node.scalar == nil ? node.list(into: &problems) ?? [] : [node]
    return nodes.compactMap { node in
      guard let id = node.string(into: &problems) else { return nil }
      if let sourceIDs, !sourceIDs.contains(id) {
        problems.report(
          node.diagnostic(
            "there is no source \"\(id)\"",
            help: Suggestion.help(for: id, among: sourceIDs)
              ?? "sources are declared in sources.yaml", category: .missing))
        return nil
      }
      return id
    }
  }

  /// The unit behind `unit:`, which must be there.
  package func unit(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> UnitExpression? {
    guard let node = map.required("unit", into: &problems),
      let text = node.string(into: &problems)
    else { return nil }
    let unit = problems.noting {
      try units.parse(text, at: node.location, sourceLine: node.sourceLine)
    }
    for key in ["assume", "by_year", Self.eachYear, "otherwise", "revisions"] {
      guard let written = map[key]?.firstPercent else { continue }
      let said = written.scalar?.text ?? ""
      if let hundredth = units.hundredth(in: text) {
        problems.report(written.percentTwice(said, hundredth))
      } else if unit?.takesPercent == false {
        problems.report(written.percentOfAmount(said, text))
      }
    }
    return unit
  }

  /// The title, if there is one.
  package func title(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> LocalizedText? {
    map["title"].flatMap { $0.translations(into: &problems) }.map(LocalizedText.init)
  }
}

extension LocalizedText {
  /// The text in the languages it was written in.
  package init(_ translations: Translations) {
    self.init(
      Dictionary(
        translations.byLanguage.map { ($0.language, $0.text) }, uniquingKeysWith: { $1 }))
  }
}

extension YAMLNode {
  /// The first number with a per cent sign here or inside, without reasons.
  package var firstPercent: YAMLNode? {
    switch content {
    case .mapping(let entries):
      entries.lazy.filter {
        !["because", "source", "since", "basis", "replace_by"].contains($0.key)
      }
      .compactMap { $0.value.firstPercent }.first
    case .sequence(let nodes): nodes.lazy.compactMap { $0.firstPercent }.first
    case .scalar(let scalar): scalar.text.contains("%") ? self : nil
    }
  }

  /// A day of the calendar.
  package func day(into problems: inout DiagnosticCollector) -> Day? {
    value("a day such as 2025-03-31", into: &problems, parse: Day.init)
  }
}
