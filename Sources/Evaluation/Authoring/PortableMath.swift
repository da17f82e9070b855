internal import Simulation

/// Elementary functions with the same bits on every machine.
///
/// The C library's differ between systems in the last bit, and an evaluator that used them would
/// give results that a colleague can't reproduce. `+ - * /`, `squareRoot()` and `rounded()` are
/// the same everywhere and can be used as they are.
public enum PortableMath {
  /// e to the power x.
  public static func exp(_ x: Double) -> Double { Elementary.exp(x) }

  /// The natural logarithm; NaN below 0.
  public static func log(_ x: Double) -> Double { Elementary.log(x) }

  /// x to the power y.
  public static func pow(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }

  /// 1 / (1 + e^-x).
  public static func logistic(_ x: Double) -> Double { Elementary.logistic(x) }

  /// The probability of a standard normal number at or below x.
  public static func normalCDF(_ x: Double) -> Double { Elementary.normalCDF(x) }

  /// The standard normal number with the probability u at or below it, for u in (0, 1).
  public static func normalQuantile(_ u: Double) -> Double { Elementary.normalQuantile(u) }
}
