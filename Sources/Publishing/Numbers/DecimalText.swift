/// Prints numbers digit by digit, the same on every machine and in every locale.
package enum DecimalText {
  /// With this many digits after the point, halves away from zero; `?` for what is no number.
  package static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "?" }
    var scale = 1.0
    for _ in 0..<max(0, digits) { scale *= 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return scientific(value) }
    let whole = Int64(scaled)
    let sign = value < 0 && whole != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let unit = Int64(scale)
    let fraction = String(whole % unit)
    let zeros = String(repeating: "0", count: max(0, digits - fraction.count))
    return sign + String(whole / unit) + "." + zeros + fraction
  }

  /// With this many significant digits and no zeros at the end, for sizes where that reads well.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return "?" }
    let size = abs(value)
    if size == 0 { return "0" }
    if size < 1e-3 || size >= 1e15 { return scientific(value) }
    var power = 0
    var limit = 1.0
    while size >= limit * 10 {
      limit *= 10
      power += 1
    }
    while size < limit {
      limit /= 10
      power -= 1
    }
    let places = max(0, digits - 1 - power)
    return trimmed(fixed(value, digits: places))
  }

  /// As `2.3e-6`.
  package static func scientific(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "?" }
    var size = abs(value)
    var power = 0
    while size >= 9.95 {
      size /= 10
      power += 1
    }
    while size < 0.995 {
      size *= 10
      power -= 1
    }
    return (value < 0 ? "-" : "") + trimmed(fixed(size, digits: 1)) + "e\(power)"
  }

  /// A whole number with a comma every three digits.
  package static func grouped(_ value: Double) -> String {
    let text = fixed(value, digits: 0)
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = Array(text.dropFirst(sign.count))
    guard digits.allSatisfy(\.isNumber) else { return text }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return sign + result
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
