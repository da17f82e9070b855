import Facts

/// A round of funding that two sources tell: it came in once.
package struct RepeatedRound: Hashable, Sendable {
  /// The telling that is left out.
  package var repeated: ReportedAmount
  /// The telling that counts.
  package var counted: ReportedAmount

  /// How far apart two tellings of one round may be, as a share of the larger: a judgement.
  ///
  /// Press rounds, and
  /// converts at rates of its own.
  private static let mostApart = 0.1

  /// The rounds that are told again, of rows that are added up.
  ///
  /// Two rows are one round where their months meet, their amounts are about the same and they differ in source or
  /// period; a round that is only supposed is always one of its own.
  ///
  /// - Parameter rows: Rounds that are known, in any order.
  /// - Returns: Each row that is left out, beside the one that counts for it: of higher confidence, or of a later
  ///   source.
  static func all(in rows: [ReportedAmount]) -> [RepeatedRound] {
    var counted: [ReportedAmount] = []
    var repeated: [RepeatedRound] = []
    for row in rows.sorted(by: isBetter) {
      if let known = counted.first(where: { isSame($0, row) }) {
        repeated.append(RepeatedRound(repeated: row, counted: known))
      } else {
        counted.append(row)
      }
    }
    return repeated
  }

  /// The rest only so that order never decides.
  private static func isBetter(_ left: ReportedAmount, _ right: ReportedAmount) -> Bool {
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.sourceDay != right.sourceDay { return left.sourceDay > right.sourceDay }
    return (left.value, left.source, left.period) < (right.value, right.source, right.period)
  }

  private static func isSame(_ left: ReportedAmount, _ right: ReportedAmount) -> Bool {
    guard left.source != right.source || left.period != right.period,
      ![left.source, right.source].contains(Source.supposedId)
    else { return false }
    let (one, other) = (months(of: left), months(of: right))
    let larger = max(left.inUSD.magnitude, right.inUSD.magnitude)
    return one.overlaps(other) && abs(left.inUSD - right.inUSD) <= mostApart * larger
  }

  /// The whole months that a row lies in, by their ends.
  private static func months(of row: ReportedAmount) -> ClosedRange<Int> {
    let last = Int((row.end - 1e-9).rounded(.up))
    return min(Int((row.start + 1e-9).rounded(.down)) + 1, last)...last
  }
}
