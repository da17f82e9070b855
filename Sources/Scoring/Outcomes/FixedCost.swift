/// Shared cost, which no single path's closure avoids (Method 4.2).
enum FixedCost {
  /// κ_t: the cut decided on the runway at the end of the year before.
  ///
  /// Only a company that pays for itself and still operates is driven by its runway: a unit
  /// whose parent pays isn't, and after cash-out nobody decides any more.
  @inline(__always)
  static func cut(_ cut: Double, runway: Double, trigger: Double, decides: Bool) -> Double {
    decides && runway < trigger ? cut : 0
  }

  /// FC_t / FC_T0 = (FC_{t-1} / FC_T0) (1 + g_F)(1 - κ).
  @inline(__always)
  static func nextIndex(_ index: Double, growth: Double, cut: Double) -> Double {
    index * (1 + growth) * (1 - cut)
  }

  /// The runway at the end of a year, in years: cash over the year's planned burn; infinite
  /// where nothing burns.
  @inline(__always)
  static func runway(cash: Double, cashFlow: Double) -> Double {
    cashFlow < 0 ? cash / -cashFlow : .infinity
  }
}
