internal import Diagnostics
internal import Documents
internal import RunRecord

extension JudgementScale {
  /// The keys of `scoring.yaml` that hold thresholds of words.
  static let keys = [
    "likelihood_words", "rank_signs", "path_support", "rests_on_existing", "money_back_share",
    "weights_apart", "crowded_market", "mostly_assumption", "evidence_words",
  ]

  /// Reads what a scoring policy says; a policy without a threshold has the usual one.
  init(_ map: YAMLMapping, units: SettingUnit, into problems: inout DiagnosticCollector) {
    var reader = JudgementReader(map, units)
    reader.read(
      "likelihood_words", 0.5...1,
      [
        ("more_likely_than_not", \.likelihood.moreLikelyThanNot), ("likely", \.likelihood.likely),
        ("very_likely", \.likelihood.veryLikely),
      ])
    reader.read("rank_signs", 0.5...1, [("likely", \.signs.likely), ("clear", \.signs.clear)])
    reader.read("rank_signs", 0.5...1, [("tier", \.signs.tier)])
    reader.read(
      "path_support", unit: "point", 0...100, [("some", \.support.some), ("much", \.support.much)])
    reader.read("rests_on_existing", unit: "point", 0...100, \.existingBusiness)
    reader.read("money_back_share", 0...1, \.moneyBack)
    reader.read("weights_apart", 0...1, \.weightsApart)
    reader.read("crowded_market", unit: "point", 0...1000, \.crowded)
    reader.read("mostly_assumption", 0...1, [("variance", \.assumptions.variance)])
    reader.read("mostly_assumption", 0...1, [("inputs", \.assumptions.inputs)])
    reader.read(
      "evidence_words", 0...1,
      [("thin_below", \.evidence.thinBelow), ("solid_above", \.evidence.solidAbove)])
    problems.report(reader.problems.diagnostics)
    self = reader.scale
  }
}

/// Reads thresholds of the form `KEY: {value: …, because: …}`.
private struct JudgementReader {
  typealias Threshold = WritableKeyPath<JudgementScale, Double>

  let map: YAMLMapping
  private var units: SettingUnit
  var scale = JudgementScale.standard
  var problems = DiagnosticCollector()

  init(_ map: YAMLMapping, _ units: SettingUnit) {
    self.map = map
    self.units = units
  }

  /// One threshold.
  mutating func read(
    _ key: String, unit: String = "1", _ range: ClosedRange<Double>, _ threshold: Threshold
  ) {
    guard let (node, factor) = value(of: key, unit) else { return }
    take(node, key, range, threshold, factor)
  }

  /// Several of one key, which must rise in this order.
  mutating func read(
    _ key: String, unit: String = "1", _ range: ClosedRange<Double>,
    _ parts: [(name: String, threshold: Threshold)]
  ) {
    guard let (node, factor) = value(of: key, unit) else { return }
    for part in parts {
      guard case .mapping(let entries) = node.content,
        let found = entries.first(where: { $0.key == part.name })
      else {
        problems.report(node.diagnostic("\"\(key)\" needs a value for \"\(part.name)\""))
        continue
      }
      take(found.value, key, range, part.threshold, factor)
    }
    let values = parts.map { scale[keyPath: $0.threshold] }
    if values != values.sorted() {
      let names = parts.map(\.name).joined(separator: ", ")
      problems.report(node.diagnostic("the values of \"\(key)\" must rise: \(names)"))
    }
  }

  /// What a key says, and what one of its unit is in the setting's own.
  private mutating func value(of key: String, _ unit: String) -> (YAMLNode, factor: Double)? {
    guard
      let entry = map[key]?.mapping(
        allowedKeys: ["value", "unit", "because", "title"], of: "\"\(key)\"", into: &problems)
    else { return nil }
    guard entry.required("because", into: &problems) != nil,
      let node = entry.required("value", into: &problems)
    else { return nil }
    return (node, units.scale(to: unit, of: key, in: entry, into: &problems))
  }

  private mutating func take(
    _ node: YAMLNode, _ key: String, _ range: ClosedRange<Double>, _ threshold: Threshold,
    _ factor: Double
  ) {
    guard let value = node.number(into: &problems).map({ $0 * factor }) else { return }
    guard range.contains(value) else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" must lie between \(range.lowerBound) and \(range.upperBound), "
            + "found \(value)"))
      return
    }
    scale[keyPath: threshold] = value
  }
}
