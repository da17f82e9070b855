/// Prints the numbers of a run for people, alike in reports and on a terminal.
public struct NumberText: Sendable {
  /// The language whose words and large units are used.
  public var language: Language

  /// Makes a printer of numbers for a language.
  public init(language: Language) {
    self.language = language
  }

  private var style: NumberStyle { language.numberStyle }

  /// A probability given as a fraction: `37 %`, `<1 %`, `>99 %`; simulation never proves 0 or 100.
  public func probability(_ fraction: Double) -> String {
    guard fraction.isFinite else { return "?" }
    let percent = fraction * 100
    if percent < 0.5 { return "<1" + style.percent }
    if percent >= 99.5 { return ">99" + style.percent }
    return whole(percent) + style.percent
  }

  /// Two probabilities as a range: `18–29 %`.
  public func probabilities(_ low: Double, _ high: Double) -> String {
    let ends = [probability(low), probability(high)].map {
      String($0.dropLast(style.percent.count))
    }
    // One end says it all where both round to the same.
    return (ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")) + style.percent
  }

  /// A share given in points of 100: `31 %`; a true zero stays one.
  public func share(_ points: Double) -> String {
    guard points.isFinite else { return "?" }
    if points > 0 && points < 0.5 { return "<1" + style.percent }
    return whole(points) + style.percent
  }

  /// A score of 0...100, whole.
  public func points(_ value: Double) -> String { whole(value) }

  /// Months, whole; beyond the horizon `>54`.
  public func months(_ value: Double, censoredAt limit: Double?) -> String {
    guard value.isFinite else { return "?" }
    if let limit, value >= limit { return ">" + whole(limit) }
    return value > 0 && value < 0.5 ? "<1" : whole(value)
  }

  /// Months with their unit; beyond the horizon `>54 months`.
  public func runway(_ value: Double, censoredAt limit: Double?) -> String {
    months(value, censoredAt: limit) + " " + word("month")
  }

  /// Money in plain units with its currency: `CNY 1.2bn`, in Chinese `12亿元`.
  ///
  /// Every amount that is printed comes through here, `value` or `range`: this is where it is told in
  /// another currency.
  public func money(_ value: Double, currency: String) -> String {
    let (value, currency) = told(value, unit: currency)
    guard value.isFinite else { return "?" }
    switch style.currencyPlace {
    case .before: return (style.currencies[currency] ?? currency) + " " + number(value)
    case .after: return number(value) + (style.currencies[currency] ?? " " + currency)
    }
  }

  /// A number in three digits with its size: `1.2bn`, `350M`; in Chinese `12亿`, `3.5万`.
  public func number(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let size = abs(value)
    // What rounds up to a step is written in it: 1bn, not 1000M.
    guard let step = style.steps.first(where: { size >= $0.from * 0.9995 }) else {
      return minus(DecimalText.significant(value))
    }
    return minus(DecimalText.significant(value / step.unit)) + step.mark
  }

  /// A value with its unit as the unit asks for it.
  public func value(_ value: Double, unit: String) -> String {
    let (value, unit) = told(value, unit: unit)
    switch unit {
    case "point": return points(value)
    case "month": return runway(value, censoredAt: nil)
    case "level": return minus(DecimalText.fixed(value, digits: 1))
    case "rank": return minus(DecimalText.fixed(value, digits: 1))
    case "1", "", "count": return number(value)
    case "1/year": return percent(value) + style.percent + perYear(unit)
    case "percent": return percent(value / 100) + style.percent
    case "calendar_year": return year(value)
    case "year" where Self.isOfCalendar(value): return year(value)
    default: break
    }
    if let currency = Self.currency(of: unit) {
      return money(value, currency: currency) + perYear(unit)
    }
    return number(value) + " " + counted(unit, value)
  }

  /// A range with its unit said once: `CNY −0.3bn to 1.2bn a year`.
  public func range(_ low: Double, _ high: Double, unit: String) -> String {
    let (high, _) = told(high, unit: unit)
    let (low, unit) = told(low, unit: unit)
    switch unit {
    case "year" where !Self.isOfCalendar(low): break
    case "point", "level", "rank", "month", "year", "calendar_year":
      let ends = [low, high].map { end in
        unit == "month" ? months(end, censoredAt: nil) : value(end, unit: unit)
      }
      return ends.joined(separator: "–") + (unit == "month" ? " " + word("month") : "")
    case "1", "", "count": return range(number(low), number(high))
    case "1/year":
      return range(percent(low), percent(high)) + style.percent + perYear(unit)
    case "percent": return range(percent(low / 100), percent(high / 100)) + style.percent
    default: break
    }
    if let currency = Self.currency(of: unit) {
      let isBefore = style.currencyPlace == .before
      let ends = [
        isBefore ? money(low, currency: currency) : number(low),
        isBefore ? number(high) : money(high, currency: currency),
      ]
      return filled(style.moneyRange, ends[0], ends[1]) + perYear(unit)
    }
    return range(number(low), number(high)) + " " + counted(unit, high)
  }

  /// The currency when a unit is money or money a year, else nil.
  public static func currency(of unit: String) -> String? {
    let base = unit.hasSuffix("/year") ? unit.dropLast(5) : unit[...]
    guard base.count == 3, base.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return nil }
    return String(base)
  }

  /// A unit as the language says it of a number: `1 hospital`, `750 hospitals`.
  private func counted(_ unit: String, _ value: Double) -> String {
    if let word = style.units[unit] { return word }
    let isWord = unit.allSatisfy { $0.isASCII && $0.isLowercase && $0.isLetter }
    guard style.pluralizesUnits, isWord, value != 1, unit != "people",
      !unit.hasSuffix("s")
    else {
      return unit
    }
    return unit.hasSuffix("y") && !unit.hasSuffix("ay") ? unit.dropLast() + "ies" : unit + "s"
  }

  private func word(_ unit: String) -> String { style.units[unit] ?? unit }

  private func range(_ low: String, _ high: String) -> String { filled(style.range, low, high) }

  private func filled(_ pattern: String, _ low: String, _ high: String) -> String {
    pattern.replacing("{low}", with: low).replacing("{high}", with: high)
  }

  private func percent(_ fraction: Double) -> String {
    minus(DecimalText.significant(fraction * 100, digits: 2))
  }

  /// Returns true for a year such as 2027, and false for a time of some years.
  private static func isOfCalendar(_ years: Double) -> Bool { years >= 1000 }

  private func year(_ value: Double) -> String { DecimalText.fixed(value, digits: 0) }
  private func whole(_ value: Double) -> String { minus(DecimalText.fixed(value, digits: 0)) }
  private func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
  private func perYear(_ unit: String) -> String {
    guard unit.hasSuffix("/year") else { return "" }
    return style.aYear
  }
}
