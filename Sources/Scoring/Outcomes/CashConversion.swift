/// How far cash flow differs from the operating result (Method 4.2).
enum CashConversion {
  /// NC_T0: the reported gap, or a share of operating cost where no cash flow is reported.
  static func baseGap(
    operatingCashFlow: Double?, operatingResult: Double, operatingCost: Double,
    nonCashShare: Double
  ) -> Double {
    guard let operatingCashFlow else { return nonCashShare * operatingCost }
    return operatingCashFlow - operatingResult
  }

  /// NC_t = NC_T0 (FC_t / FC_T0) keep; the base year keeps all of it, since it happened.
  @inline(__always)
  static func gap(base: Double, costIndex: Double, keep: Double, isBaseYear: Bool) -> Double {
    isBaseYear ? base : base * costIndex * keep
  }
}
