public import RunRecord

/// Prints the numbers of a run for people, alike in reports and on a terminal.
public struct NumberText: Sendable {
  /// The language whose words and large units are used.
  public var language: ReportLanguage

  /// Makes a printer of numbers for a language.
  public init(language: ReportLanguage) {
    self.language = language
  }

  /// A probability given as a fraction: `37 %`, `<1 %`, `>99 %`; simulation never proves 0 or 100.
  public func probability(_ fraction: Double) -> String {
    guard fraction.isFinite else { return "?" }
    let percent = fraction * 100
    if percent < 0.5 { return "<1" + percentSign }
    if percent >= 99.5 { return ">99" + percentSign }
    return whole(percent) + percentSign
  }

  /// Two probabilities as a range: `18–29 %`.
  public func probabilities(_ low: Double, _ high: Double) -> String {
    let ends = [probability(low), probability(high)].map { String($0.dropLast(percentSign.count)) }
    // One end says it all where both round to the same.
    return (ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")) + percentSign
  }

  /// A share given in points of 100: `31 %`; a true zero stays one.
  public func share(_ points: Double) -> String {
    guard points.isFinite else { return "?" }
    if points > 0 && points < 0.5 { return "<1" + percentSign }
    return whole(points) + percentSign
  }

  /// A score of 0...100, whole.
  public func points(_ value: Double) -> String { whole(value) }

  /// Months, whole; beyond the horizon `>54`.
  public func months(_ value: Double, censoredAt limit: Double?) -> String {
    guard value.isFinite else { return "?" }
    if let limit, value >= limit { return ">" + whole(limit) }
    return value > 0 && value < 0.5 ? "<1" : whole(value)
  }

  /// Money in plain units with its currency: `CNY 1.2bn`, in Chinese `12亿元`.
  public func money(_ value: Double, currency: String) -> String {
    guard value.isFinite else { return "?" }
    if !language.isChinese { return currency + " " + number(value) }
    let names = Self.chineseCurrencies[currency]
    guard let names else { return number(value) + " " + currency }
    return number(value) + (language == .traditionalChinese ? names.traditional : names.simplified)
  }

  /// A number in three digits with its size: `1.2bn`, `350M`; in Chinese `12亿`, `3.5万`.
  public func number(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let size = abs(value)
    let steps: [(size: Double, mark: String)] =
      switch language {
      case .english: [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e4, "k")]
      case .traditionalChinese: [(1e12, "萬億"), (1e8, "億"), (1e4, "萬")]
      case .simplifiedChinese: [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")]
      }
    for step in steps where size >= step.size * 0.9995 {
      let divisor = step.mark == "k" ? 1e3 : step.size
      return minus(DecimalText.significant(value / divisor)) + step.mark
    }
    return minus(DecimalText.significant(value))
  }

  /// A value with its unit as the unit asks for it.
  public func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "point": return points(value)
    case "month": return months(value, censoredAt: nil) + " " + monthWord
    case "level": return minus(DecimalText.fixed(value, digits: 1))
    case "rank": return minus(DecimalText.fixed(value, digits: 1))
    case "1", "", "count": return number(value)
    case "1/year": return percent(value) + percentSign + perYear(unit)
    case "year", "calendar_year": return year(value)
    default: break
    }
    if let currency = Self.currency(of: unit) {
      return money(value, currency: currency) + perYear(unit)
    }
    return number(value) + " " + counted(unit, value)
  }

  /// A range with its unit said once: `CNY −0.3bn to 1.2bn a year`.
  public func range(_ low: Double, _ high: Double, unit: String) -> String {
    switch unit {
    case "point", "level", "rank", "month", "year", "calendar_year":
      let ends = [low, high].map { end in
        unit == "month"
          ? months(end, censoredAt: nil) : unit == "year" ? year(end) : value(end, unit: unit)
      }
      return ends.joined(separator: "–") + (unit == "month" ? " " + monthWord : "")
    case "1", "", "count": return "\(number(low)) \(to) \(number(high))"
    case "1/year":
      return "\(percent(low)) \(to) \(percent(high))\(percentSign)\(perYear(unit))"
    default: break
    }
    if let currency = Self.currency(of: unit) {
      if language.isChinese {
        return "\(number(low))\(to)\(money(high, currency: currency))\(perYear(unit))"
      }
      return "\(money(low, currency: currency)) \(to) \(number(high))\(perYear(unit))"
    }
    return "\(number(low)) \(to) \(number(high)) \(counted(unit, high))"
  }

  /// A mean with its interval in brackets: `41 (22–63)`.
  public func interval(_ estimate: Estimate) -> String {
    let unit = estimate.unit.rawValue
    if estimate.p5 == estimate.p95 { return value(estimate.value, unit: unit) }
    return
      "\(value(estimate.value, unit: unit)) (\(range(estimate.p5, estimate.p95, unit: bare(unit))))"
  }

  /// The same without the unit, for tables that say it once: `250M (−600M to 500M)`.
  public func plainInterval(_ estimate: Estimate) -> String {
    var bare = estimate
    switch estimate.unit.rawValue {
    case "point", "month", "level", "rank", "year", "calendar_year", "1/year": break
    default: bare.unit = "1"
    }
    return interval(bare)
  }

  /// The 5th, 50th and 95th percentile of points: `18 – 36 – 58`.
  public func threePoints(_ estimate: Estimate) -> String {
    [estimate.p5, estimate.p50, estimate.p95].map(points).joined(separator: " – ")
  }

  /// The currency when a unit is money or money a year, else nil.
  public static func currency(of unit: String) -> String? {
    let base = unit.hasSuffix("/year") ? unit.dropLast(5) : unit[...]
    guard base.count == 3, base.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return nil }
    return String(base)
  }

  /// The unit inside brackets, where it stands before them already.
  private func bare(_ unit: String) -> String {
    switch unit {
    case "month", "year", "calendar_year", "point", "level", "rank":
      unit == "month" ? "point" : unit
    case "1/year": unit
    default: "1"
    }
  }

  /// A unit of one word as English says it of a number: `1 hospital`, `750 hospitals`.
  private func counted(_ unit: String, _ value: Double) -> String {
    let isWord = unit.allSatisfy { $0.isASCII && $0.isLowercase && $0.isLetter }
    guard language == .english, isWord, value != 1, !["people", "percent"].contains(unit),
      !unit.hasSuffix("s")
    else {
      return unit
    }
    return unit.hasSuffix("y") && !unit.hasSuffix("ay") ? unit.dropLast() + "ies" : unit + "s"
  }

  private func percent(_ fraction: Double) -> String {
    minus(DecimalText.significant(fraction * 100, digits: 2))
  }

  private func year(_ value: Double) -> String { DecimalText.fixed(value, digits: 0) }
  private func whole(_ value: Double) -> String { minus(DecimalText.fixed(value, digits: 0)) }
  private func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
  private func perYear(_ unit: String) -> String {
    guard unit.hasSuffix("/year") else { return "" }
    return language.isChinese ? "/年" : "/year"
  }

  private var percentSign: String { language.isChinese ? "%" : " %" }
  private var to: String { language.isChinese ? "至" : "to" }
  private var monthWord: String {
    switch language {
    case .english: "months"
    case .traditionalChinese: "個月"
    case .simplifiedChinese: "个月"
    }
  }

  private static let chineseCurrencies: [String: (traditional: String, simplified: String)] = [
    "CNY": ("元", "元"), "USD": ("美元", "美元"), "HKD": ("港元", "港元"), "EUR": ("歐元", "欧元"),
    "JPY": ("日圓", "日元"),
  ]
}

extension NumberText {
  /// A value with its unit as the unit asks for it.
  public func value(_ value: Double, unit: UnitName) -> String {
    self.value(value, unit: unit.rawValue)
  }

  /// A range with its unit said once.
  public func range(_ low: Double, _ high: Double, unit: UnitName) -> String {
    range(low, high, unit: unit.rawValue)
  }
}
