import Diagnostics
import Documents
import Units

// Readers of metrics.yaml and sources.yaml.
extension LoadingContext {
  mutating func readMetrics(_ root: YAMLNode) {
    guard
      let file = root.mapping(
        allowedKeys: ["metrics"], of: "a file of metrics", into: &problems)
    else { return }
    for entry in file.entries("metrics", into: &problems) {
      guard
        let map = entry.value.mapping(
          allowedKeys: ["unit", "kind", "title", "domain", "plausible", "find"], of: "a metric",
          into: &problems)
      else {
        misdeclared.insert(entry.key)
        continue
      }
      if !Self.isSnakeCase(entry.key) {
        problems.report(
          entry.keyDiagnostic(
            "expected a metric's name in small letters with underscores, found \"\(entry.key)\"",
            help: "a metric's name looks like gross_margin"))
      }
      let unit = map.string("unit", into: &problems)
      let kind = map.choice("kind", Metric.Kind.self, into: &problems)
      let title = map.translations("title", into: &problems)
      let domain = map["domain"].flatMap { $0.choice(ValueDomain.self, into: &problems) }
      let plausible = map["plausible"].flatMap { range($0) }
      let effort = map["find"].flatMap { statedEffort($0) }
      if let unit, let node = map["unit"] { checkUnit(ofMetric: unit, at: node) }
      guard let unit, let kind, let title else {
        misdeclared.insert(entry.key)
        continue
      }
      metrics[entry.key] = Metric(
        name: entry.key, unit: unit, kind: kind, title: title,
        domain: domain ?? Metric.usualDomain(of: entry.key), plausible: plausible, effort: effort,
        location: entry.keyLocation)
    }
  }

  /// What it takes to find a figure: `{chance: 0.8, hours: 1}`.
  private mutating func statedEffort(_ node: YAMLNode) -> Metric.Effort? {
    guard
      let map = node.mapping(allowedKeys: ["chance", "hours"], of: "\"find\"", into: &problems)
    else { return nil }
    let chance = map.number("chance", into: &problems)
    let hours = map.number("hours", into: &problems)
    guard let chance, let hours else { return nil }
    func plain(_ number: Double) -> String {
      let text = "\(number)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    if chance <= 0 || chance > 1 {
      problems.report(
        node.diagnostic(
          "the chance of finding a figure lies above 0 and at most at 1, not at \(plain(chance))"))
      return nil
    }
    if hours <= 0 {
      problems.report(node.diagnostic("it takes more than \(plain(hours)) hours to find a figure"))
      return nil
    }
    return Metric.Effort(chance: chance, hours: hours)
  }

  mutating func readSources(_ root: YAMLNode) {
    guard
      let file = root.mapping(
        allowedKeys: ["sources"], of: "a file of sources", into: &problems)
    else { return }
    for entry in file.entries("sources", into: &problems) {
      guard
        let map = entry.value.mapping(
          allowedKeys: ["title", "publisher", "date", "kind", "reference"], of: "a source",
          into: &problems)
      else {
        misdeclared.insert(entry.key)
        continue
      }
      if !Self.isKebabCase(entry.key) {
        problems.report(
          entry.keyDiagnostic(
            "expected a source's id in small letters with hyphens, found \"\(entry.key)\""))
      }
      let title = map.string("title", into: &problems)
      let publisher = map.string("publisher", into: &problems)
      let date = map.required("date", into: &problems).flatMap { self.date($0) }
      let kind = map.choice("kind", Source.Kind.self, into: &problems)
      let reference = map.string("reference", into: &problems)
      guard let title, let publisher, let date, let kind, let reference else {
        misdeclared.insert(entry.key)
        continue
      }
      sources[entry.key] = Source(
        id: entry.key, title: title, publisher: publisher, date: date, kind: kind,
        reference: reference, location: entry.keyLocation)
    }
  }

  /// `[low, high]`.
  private mutating func range(_ node: YAMLNode) -> ClosedRange<Double>? {
    guard let nodes = node.list(into: &problems) else { return nil }
    let numbers = nodes.compactMap { $0.number(into: &problems) }
    guard numbers.count == nodes.count else { return nil }
    guard numbers.count == 2, numbers[0] <= numbers[1] else {
      problems.report(node.diagnostic("expected two numbers, the lower first"))
      return nil
    }
    return numbers[0]...numbers[1]
  }

  /// A metric's unit must be known, with any currency in the place of money.
  private mutating func checkUnit(ofMetric unit: String, at node: YAMLNode) {
    guard let units else { return }
    let text = UnitText.replacing(UnitText.money, by: units.currencies.first ?? "CNY", in: unit)
    do {
      _ = try units.parse(text)
    } catch {
      problems.report(
        node.diagnostic("\"\(unit)\" is no unit: \(error.message)", help: error.help))
    }
  }

  static func isSnakeCase(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.first.map { ("a"..."z").contains($0) } == true
      && scalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
  }
}
