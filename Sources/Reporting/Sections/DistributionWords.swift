package import Publishing
package import RunRecord

/// Distributions as people read them: large numbers short, shares of change in per cent.
package enum DistributionWords {
  /// `-0.1 to 0.2` a year is `−10 to 20 %/year`; what isn't understood stays as it is written.
  package static func text(
    _ distribution: String, unit: UnitName, _ speaker: some Speaker
  ) -> String {
    let numbers = speaker.numbers
    if let value = Double(distribution) { return numbers.value(value, unit: unit) }
    if let range = range(distribution) {
      return numbers.range(range.low, range.high, unit: unit)
    }
    if let ends = arguments(of: "uniform", in: distribution), ends.count == 2,
      let low = Double(ends[0]), let high = Double(ends[1])
    {
      return speaker.text(Words.uniform, ["range": numbers.range(low, high, unit: unit)])
    }
    if let parts = arguments(of: "truncate", in: distribution), parts.count == 3,
      let range = range(parts[0]), let low = Double(parts[1]), let high = Double(parts[2])
    {
      return speaker.text(
        Words.truncated,
        [
          "range": numbers.range(range.low, range.high, unit: unit),
          "limits": numbers.range(low, high, unit: UnitName.fraction),
        ])
    }
    return distribution
  }

  private static func range(_ text: String) -> (low: Double, high: Double)? {
    let ends = text.split(separator: " to ").map { Double($0.trimmed) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { return nil }
    return (low, high)
  }

  private static func arguments(of function: String, in text: String) -> [String]? {
    guard text.hasPrefix(function + "("), text.last == ")" else { return nil }
    return text.dropFirst(function.count + 1).dropLast().split(separator: ",").map(\.trimmed)
  }

  enum Words: String, Phrases {
    static let topic = "DistributionWords"

    case uniform = "{range}, each value as likely"
    case truncated = "{range}, within {limits}"
  }
}
