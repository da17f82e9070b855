import Publishing
import Reporting
import RunRecord

extension NumberText {
  /// The numbers of every command; reports print theirs with the same type.
  static let english = NumberText(language: .english)

  /// A probability with the interval of what its field says: `58 % (41–70)`.
  func odds(_ estimate: Estimate) -> String {
    let central = probability(estimate.value)
    let ends = probabilities(estimate.p5, estimate.p95)
    let interval = ends.hasSuffix(" %") ? String(ends.dropLast(2)) : ends
    let isPoint =
      estimate.p5 == estimate.p95
      || probability(estimate.p5) == central && probability(estimate.p95) == central
    return isPoint ? central : "\(central) (\(interval))"
  }

  /// A quantity with its interval, or a dash where it isn't known.
  func quantity(_ quantity: Quantity) -> String {
    quantity.estimate.map(interval) ?? "–"
  }

  /// Two ranks as a range: `2–8`.
  func ranks(_ estimate: Estimate) -> String {
    let low = points(estimate.p5)
    let high = points(estimate.p95)
    return low == high ? low : "\(low)–\(high)"
  }
}

/// Numbers for programs.
enum PlainNumber {
  /// A number with all its digits, whole numbers without a point.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
