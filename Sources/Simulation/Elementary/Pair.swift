/// A number as the unevaluated sum of a double and a much smaller one: about 100 bits.
///
/// The exact-error steps are Dekker's (Numerische Mathematik 18, 1971), without fused operations.
struct Pair {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  /// The sum of two numbers, exactly, where a is 0 or |a| ≥ |b|.
  @inline(__always)
  init(sumOf a: Double, and b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// The product of two numbers, exactly, unless something overflows or underflows.
  @inline(__always)
  init(productOf a: Double, and b: Double) {
    let (aHigh, aLow) = Pair.halves(of: a)
    let (bHigh, bLow) = Pair.halves(of: b)
    high = a * b
    low = ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// The natural logarithm of a positive finite number, with a relative error below 2^-59.
  @inline(__always)
  init(highAndLowLogarithmOf x: Double) {
    let (k, f) = Elementary.exponentAndFraction(x)
    // s = f/(2 + f) and what its rounding lost.
    let divisor = Pair(sumOf: 2, and: f)
    let s = f / divisor.high
    let back = Pair(productOf: s, and: divisor.high)
    let sLow = (((f - back.high) - back.low) - s * divisor.low) / divisor.high
    let square = s * s
    let series = s * square * Elementary.artanhSeries(square)
    let sum = Pair(sumOf: k * Elementary.ln2High, and: 2 * s)
    self.init(
      sumOf: sum.high, and: sum.low + (series + (2 * sLow + k * Elementary.ln2Low)))
  }

  @inline(__always)
  static func * (a: Pair, b: Pair) -> Pair {
    let product = Pair(productOf: a.high, and: b.high)
    return Pair(sumOf: product.high, and: product.low + (a.high * b.low + a.low * b.high))
  }

  /// Two numbers of 26 bits or fewer whose sum is x (Veltkamp).
  @inline(__always)
  private static func halves(of x: Double) -> (high: Double, low: Double) {
    let scaled = x * 134_217_729
    let high = scaled - (scaled - x)
    return (high, x - high)
  }
}
