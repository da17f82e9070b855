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
  init(_ map: YAMLMapping, into problems: inout DiagnosticCollector) {
    var reader = JudgementReader(map: map)
    reader.read(
      "likelihood_words", 0.5...1,
      [
        ("more_likely_than_not", \.likelihood.moreLikelyThanNot), ("likely", \.likelihood.likely),
        ("very_likely", \.likelihood.veryLikely),
      ])
    reader.read("rank_signs", 0.5...1, [("likely", \.signs.likely), ("clear", \.signs.clear)])
    reader.read("rank_signs", 0.5...1, [("tier", \.signs.tier)])
    reader.read("path_support", 0...100, [("some", \.support.some), ("much", \.support.much)])
    reader.read("rests_on_existing", 0...100, \.existingBusiness)
    reader.read("money_back_share", 0...1, \.moneyBack)
    reader.read("weights_apart", 0...1, \.weightsApart)
    reader.read("crowded_market", 0...1000, \.crowded)
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
  var scale = JudgementScale.standard
  var problems = DiagnosticCollector()

  /// One threshold.
  mutating func read(_ key: String, _ range: ClosedRange<Double>, _ threshold: Threshold) {
    guard let node = value(of: key) else { return }
    take(node, key, range, threshold)
  }

  /// Several of one key, which must rise in this order.
  mutating func read(
    _ key: String, _ range: ClosedRange<Double>, _ parts: [(name: String, threshold: Threshold)]
  ) {
    guard let node = value(of: key) else { return }
    for part in parts {
      guard case .mapping(let entries) = node.content,
        let found = entries.first(where: { $0.key == part.name })
      else {
        problems.report(node.diagnostic("\"\(key)\" needs a value for \"\(part.name)\""))
        continue
      }
      take(found.value, key, range, part.threshold)
    }
    let values = parts.map { scale[keyPath: $0.threshold] }
    if values != values.sorted() {
      let names = parts.map(\.name).joined(separator: ", ")
      problems.report(node.diagnostic("the values of \"\(key)\" must rise: \(names)"))
    }
  }

  private mutating func value(of key: String) -> YAMLNode? {
    guard
      let entry = map[key]?.mapping(
        allowedKeys: ["value", "unit", "because", "title"], of: "\"\(key)\"", into: &problems)
    else { return nil }
    return entry["because"] == nil
      ? entry.required("because", into: &problems) : entry.required("value", into: &problems)
  }

  private mutating func take(
    _ node: YAMLNode, _ key: String, _ range: ClosedRange<Double>, _ threshold: Threshold
  ) {
    guard let value = node.number(into: &problems) else { return }
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
