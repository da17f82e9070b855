/// The business that no path covers (Method 4.2).
enum LegacyBusiness {
  /// L_t = L_{t-1} (1 + g + shock - drag × cut), not below 0: a business can't sell less than
  /// nothing.
  @inline(__always)
  static func next(
    _ revenue: Double, growth: Double, shock: Double, drag: Double, cut: Double
  ) -> Double {
    let factor = 1 + growth + shock - drag * cut
    return factor < 0 ? 0 : revenue * factor
  }
}
