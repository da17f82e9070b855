import Foundation
import RunRecord

/// Numbers as people read them; programs get them unrounded.
enum NumberText {
  /// A number with all its digits, whole numbers without a point.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// A whole number: scores, exposures, months.
  static func whole(_ value: Double) -> String {
    value.isFinite ? plain(value.rounded() + 0) : "–"
  }

  /// A probability: `58 %`, never 0 or 100 % (METHODOLOGY 1).
  static func percent(_ probability: Double) -> String {
    let percent = 100 * probability
    if percent < 0.5 { return "<1 %" }
    if percent >= 99.5 { return ">99 %" }
    return "\(whole(percent)) %"
  }

  /// Three significant digits with a unit prefix: `398M`, `0.0121`.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    if value == 0 { return "0" }
    let size = abs(value)
    // Rounding may carry over: 999,600 is 1M rather than 1000k.
    for (unit, name) in [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")]
    where size >= 0.9995 * unit {
      if name == "k", size < 9_999.5 { break }
      return significant(value / unit) + name
    }
    return size >= 1000 ? whole(value) : significant(value)
  }

  /// Three significant digits without an exponent where that is readable.
  private static func significant(_ value: Double) -> String {
    let size = abs(value)
    if size < 1e-4 { return String(format: "%.2e", value) }
    var decimals = 2
    var bound = 10.0
    while decimals > 0, size >= bound {
      decimals -= 1
      bound *= 10
    }
    var small = 1.0
    while size < small {
      decimals += 1
      small /= 10
    }
    var text = String(format: "%.\(decimals)f", value)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text
  }

  /// A value with its unit: points and months whole, probabilities in per cent, money short.
  static func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "1": short(value)
    case "point", "rank": whole(value)
    case "year": whole(value)
    case "month": "\(whole(value)) months"
    default: "\(short(value)) \(unit.printable)"
    }
  }

  /// The central value and the interval: `55 (40-70)`.
  static func spread(_ estimate: Estimate) -> String {
    switch estimate.unit {
    case "point", "month", "rank", "year", "level":
      return "\(number(estimate.value, estimate.unit)) "
        + "(\(number(estimate.p5, estimate.unit))-\(number(estimate.p95, estimate.unit)))"
    default:
      if estimate.p5 == estimate.p95 { return value(estimate.value, unit: estimate.unit) }
      return "\(short(estimate.value)) (\(short(estimate.p5)) to \(short(estimate.p95)))"
        + (estimate.unit == "1" ? "" : " \(estimate.unit.printable)")
    }
  }

  /// A probability and the interval of what its field says: `58 % (41-70)`.
  static func probability(_ estimate: Estimate) -> String {
    let central = percent(estimate.value)
    if estimate.p5 == estimate.p95 { return central }
    return "\(central) (\(whole(100 * estimate.p5))-\(whole(100 * estimate.p95)))"
  }

  private static func number(_ value: Double, _ unit: String) -> String {
    unit == "level" ? short(value) : whole(value)
  }
}
