import Publishing
import RunRecord

/// Distributions as people read them: large numbers short, shares of change in per cent.
enum DistributionText {
  /// What an input is drawn from, by year where it varies.
  static func text(_ input: InputRecord) -> String {
    guard let byYear = input.byYear, !byYear.isEmpty else {
      return text(input.distribution, unit: input.unit.rawValue)
    }
    return byYear.sorted { $0.key < $1.key }
      .map { "\(text($0.value, unit: input.unit.rawValue)) in \($0.key)" }.joined(separator: ", ")
  }

  /// `-0.1 to 0.2` a year is `−10 to 20 %/year`; what isn't understood stays as it is written.
  static func text(_ distribution: String, unit: String) -> String {
    let numbers = NumberText.english
    let unit = unit == "year" ? "years" : unit
    if let value = Double(distribution) { return numbers.value(value, unit: unit) }
    if let range = range(distribution) {
      return numbers.range(range.low, range.high, unit: unit)
    }
    if let ends = arguments(of: "uniform", in: distribution), ends.count == 2,
      let low = Double(ends[0]), let high = Double(ends[1])
    {
      return numbers.range(low, high, unit: unit) + ", each value as likely"
    }
    if let parts = arguments(of: "truncate", in: distribution), parts.count == 3,
      let range = range(parts[0]), let low = Double(parts[1]), let high = Double(parts[2])
    {
      let limits = numbers.range(low, high, unit: "1")
      return numbers.range(range.low, range.high, unit: unit) + ", within \(limits)"
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
}
