extension ReportedAmount {
  /// An order of rows that depends on nothing but the rows: sums and choices among equals go by it,
  /// so that the order of files never shows in a result.
  static func isBefore(_ left: ReportedAmount, _ right: ReportedAmount) -> Bool {
    if left.end != right.end { return left.end < right.end }
    if left.start != right.start { return left.start < right.start }
    if left.metric != right.metric { return left.metric < right.metric }
    if left.sourceDay != right.sourceDay { return left.sourceDay < right.sourceDay }
    if left.confidence != right.confidence { return left.confidence < right.confidence }
    if left.value != right.value { return left.value < right.value }
    if left.printedDeviation != right.printedDeviation {
      return left.printedDeviation < right.printedDeviation
    }
    if left.usdRate != right.usdRate { return left.usdRate < right.usdRate }
    return (left.source, left.period) < (right.source, right.period)
  }
}
