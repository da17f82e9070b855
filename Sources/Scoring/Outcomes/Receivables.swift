/// Money that customers owe (Method 4.2).
enum Receivables {
  /// The cash that a change of revenue ties up: (R_t - R_{t-1}) × the time customers take.
  ///
  /// The base year ties up nothing here: its cash flow is reported, receivables and all.
  @inline(__always)
  static func tiedUp(revenue: Double, before: Double, period: Double) -> Double {
    (revenue - before) * period
  }
}
