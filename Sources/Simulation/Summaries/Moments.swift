/// Mean and standard deviation of finite values, the same bits on every machine.
struct Moments {
  let mean: Double
  /// With n - 1; nil for fewer than two values.
  let sd: Double?

  /// Nil without values.
  init?(_ values: [Double]) {
    guard let (low, high) = Moments.range(values) else { return nil }
    guard low < high else {
      mean = low
      sd = values.count > 1 ? 0 : nil
      return
    }
    // Powers of two keep sums and squares in range, and change no digit.
    let scale = max(low.magnitude, high.magnitude) > 0x1p900 ? 0x1p-200 : 1
    let mean = Moments.sum(values) { $0 * scale } / Double(values.count) / scale
    let widest = max(high * 0.5 - mean * 0.5, mean * 0.5 - low * 0.5)
    let unit = widest > 0x1p400 ? 0x1p-600 : (widest < 0x1p-400 ? 0x1p600 : 1)
    let centre = mean * unit
    let deviations = Moments.sum(values) { $0 * unit - centre }
    let squares = Moments.sum(values) { value in
      let deviation = value * unit - centre
      return deviation * deviation
    }
    self.mean = mean
    // What rounding of the mean leaves of the deviations' sum is taken out again.
    let variance =
      (squares - deviations * deviations / Double(values.count)) / Double(values.count - 1)
    sd = max(0, variance).squareRoot() / unit
  }

  /// The smallest and the largest value; nil without any.
  static func range(_ values: [Double]) -> (low: Double, high: Double)? {
    guard let first = values.first else { return nil }
    var (low, high) = (first, first)
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
    }
    return (low, high)
  }

  /// The sum of a term of each value.
  ///
  /// It runs in eight lanes, lane i taking every eighth value from the i-th, and adds the lanes
  /// in pairs: a fixed order that vector instructions of any width can follow.
  @inline(__always)
  static func sum(_ values: [Double], _ term: (Double) -> Double) -> Double {
    values.withUnsafeBufferPointer { values in
      var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
      var (e, f, g, h) = (0.0, 0.0, 0.0, 0.0)
      let whole = values.count & ~7
      var start = 0
      while start < whole {
        a += term(values[start])
        b += term(values[start + 1])
        c += term(values[start + 2])
        d += term(values[start + 3])
        e += term(values[start + 4])
        f += term(values[start + 5])
        g += term(values[start + 6])
        h += term(values[start + 7])
        start += 8
      }
      var rest = 0.0
      while start < values.count {
        rest += term(values[start])
        start += 1
      }
      return (((a + b) + (c + d)) + ((e + f) + (g + h))) + rest
    }
  }
}
