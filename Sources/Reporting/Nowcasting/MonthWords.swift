import RunRecord

/// Times in years, as people write months and days.
package enum MonthWords {
  /// `2025-06` for 2025.5: the month that ends then, or that holds it.
  package static func month(_ years: Double) -> String {
    // A day of a month counts to it; the end of one is not the start of the next.
    let last = Int((12 * years - 0.02).rounded(.down))
    let month = last % 12 + 1
    return "\(last / 12)-\(month < 10 ? "0" : "")\(month)"
  }
}

/// Signed sums of reported periods.
enum TermWords {
  /// `FY2024 − 2024-H1 + 2025-H1`: what is added first, so that it reads like a sum.
  static func sum(_ terms: [NowcastTerm]) -> String {
    let ordered =
      terms.filter { $0.sign > 0 }.prefix(1) + terms.filter { $0.sign < 0 }
      + terms.filter { $0.sign > 0 }.dropFirst()
    return ordered.enumerated().map { index, term in
      (term.sign < 0 ? "− " : index == 0 ? "" : "+ ") + term.period
    }.joined(separator: " ")
  }
}
