package import Publishing
import RunRecord

/// How numbers that moved are said.
package struct MovedWords: Speaker {
  let paths: [String: LocalizedText]
  package let language: Language

  /// A number's name, with its path and its year.
  func label(_ moved: MovedRecord) -> String {
    var name =
      switch (moved.stage, moved.name) {
      case (.line, "revenue"): text(WhatIfWords.line_revenue)
      case (.line, "contribution"): text(WhatIfWords.line_contribution)
      case (.line, _): text(WhatIfWords.line_investment)
      default: title(moved.title, name: moved.name)
      }
    if let path = moved.path {
      name = text(
        WhatIfWords.ofPath, ["path": paths[path].map { text($0) } ?? path, "name": name])
    }
    return moved.year.map {
      text(WhatIfWords.inYear, ["name": name, "year": String($0)])
    } ?? name
  }

  func value(_ value: Double, _ moved: MovedRecord) -> String {
    moved.censoredAt.map { numbers.runway(value, censoredAt: $0) }
      ?? numbers.value(value, unit: moved.unit)
  }

  func difference(_ moved: MovedRecord) -> String {
    // Of what is longer than it reads the difference is larger than it reads.
    let isLonger = moved.censoredAt.map { max(moved.base, moved.new) >= $0 } ?? false
    let sign =
      (isLonger ? moved.difference > 0 ? ">" : "<" : "") + (moved.difference > 0 ? "+" : "")
    return sign + numbers.value(moved.difference, unit: moved.unit)
  }

  /// A difference of chances in points with its sign.
  func points(_ fraction: Double) -> String {
    (fraction > 0 ? "+" : "") + tenths(100 * fraction)
  }

  /// One digit after the point: the error of odds is of that size.
  func tenths(_ value: Double) -> String {
    numbers.number((10 * value).rounded() / 10)
  }

  /// A place with its tier; a dash where there is none.
  func rank(_ standing: StandingRecord) -> String {
    guard let rank = standing.rank else { return text(Absence.emptyCell) }
    return standing.tier.map { "\(rank) (\($0))" } ?? String(rank)
  }

  /// By how many places a company moved up or down.
  func places(_ company: ChangedCompanyRecord) -> String {
    guard let base = company.base.rank, let new = company.new.rank else { return "" }
    let difference = Double(new - base)
    return (difference > 0 ? "+" : "") + numbers.number(difference)
  }

  /// The odds of breaking even first, or the operating result of one without odds; a dash where
  /// nothing is known.
  func headline(_ standing: StandingRecord, currency: UnitName) -> String {
    if let states = standing.states { return numbers.probability(states.brokeEven.value) }
    return standing.operatingResult.map { numbers.value($0, unit: .perYear(currency)) }
      ?? text(Absence.emptyCell)
  }

  /// The same with the difference to what was before and its error, where there are odds.
  func headline(_ variant: VariantRecord, currency: UnitName) -> String {
    let value = headline(variant.new, currency: currency)
    guard let difference = variant.difference, let error = variant.standardError else {
      return value
    }
    return text(
      WhatIfWords.withDifference,
      ["value": value, "difference": points(difference), "error": tenths(100 * error)])
  }
}
