/// Mean and standard deviation of finite values, the same bits on every machine.
///
/// Sums run in eight lanes, lane i taking every eighth value from the i-th, and the lanes are
/// added in pairs: a fixed order that vector instructions of any width can follow.
struct Moments {
  let mean: Double
  /// With n - 1; nil for fewer than two values.
  let sd: Double?

  /// Nil without values.
  init?(_ values: [Double]) {
    guard let first = values.first else { return nil }
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    if values.allSatisfy({ $0 == first }) {
      mean = first
      sd = values.count > 1 ? 0 : nil
      return
    }
    // Powers of two keep sums and squares in range, and change no digit.
    let scale = largest > 0x1p900 ? 0x1p-200 : 1
    let mean = Moments.sum(values) { $0 * scale } / Double(values.count) / scale
    let widest = values.reduce(0) { max($0, ($1 * 0.5 - mean * 0.5).magnitude) }
    let unit = widest > 0x1p400 ? 0x1p-600 : (widest < 0x1p-400 ? 0x1p600 : 1)
    let squares = Moments.sum(values) { value in
      let deviation = value * unit - mean * unit
      return deviation * deviation
    }
    self.mean = mean
    sd = (squares / Double(values.count - 1)).squareRoot() / unit
  }

  @inline(__always)
  private static func sum(_ values: [Double], _ term: (Double) -> Double) -> Double {
    var lanes = SIMD8<Double>.zero
    let whole = values.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) {
      for lane in 0..<8 { lanes[lane] += term(values[start + lane]) }
    }
    for index in whole..<values.count { lanes[index - whole] += term(values[index]) }
    let pairs = lanes.evenHalf + lanes.oddHalf
    let quarters = pairs.evenHalf + pairs.oddHalf
    return quarters[0] + quarters[1]
  }
}
