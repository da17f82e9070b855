import Kernels

/// The bins by which a column's values are counted; their order is that of the values in them.
enum Bins: Hashable, Sendable {
  static let count = Int(BEK_BINS)

  /// Bins of equal width: ⌊(x - low) scale⌋, kept within 0 ..< count.
  case equal(low: Double, scale: Double)
  /// Bins that widen with the distance from the smallest value, 32 to each doubling.
  case widening(low: Double, base: Int64)

  /// Bins for values between two numbers.
  ///
  /// Mean and standard deviation tell whether they crowd near the lower one; a deviation that
  /// isn't a number counts as large.
  init(low: Double, high: Double, mean: Double, sd: Double) {
    let bulk = 7 * (mean - low)
    if bulk > 0, 6 * sd < bulk {
      // The end of the upper tail would leave fewer bins to the others: it goes into the last.
      self.init(low: low, high: min(high, low + bulk))
    } else if high - low < .infinity {
      let last = Int64(bitPattern: (high - low).bitPattern) >> 47
      self = .widening(low: low, base: last - Int64(Bins.count - 1))
    } else {
      self.init(low: low, high: high)
    }
  }

  /// Bins of equal width between two numbers; one bin where they can't be told apart.
  init(low: Double, high: Double) {
    let scale = Double(Bins.count) / (high - low)
    self = .equal(low: low, scale: scale > 0 && scale < .infinity ? scale : 0)
  }

  /// The bin of a value.
  func bin(of value: Double) -> Int {
    switch self {
    case .equal(let low, let scale):
      var position = (value - low) * scale
      position = position > Double(Bins.count - 1) ? Double(Bins.count - 1) : position
      return Int(position > 0 ? position : 0)
    case .widening(let low, let base):
      let bin = (Int64(bitPattern: (value - low).bitPattern) >> 47) - base
      return Int(max(0, min(Int64(Bins.count - 1), bin)))
    }
  }

  /// The same for the kernels.
  var spread: bek_spread {
    switch self {
    case .equal(let low, let scale): bek_spread(low: low, scale: scale, base: 0, widening: 0)
    case .widening(let low, let base): bek_spread(low: low, scale: 0, base: base, widening: 1)
    }
  }

  /// The beginning of a bin: no value of a later one lies below, but for the first, which has no
  /// beginning.
  func beginning(of bin: Int) -> Double {
    switch self {
    case .equal(let low, let scale): scale > 0 ? low + Double(bin) / scale : low
    case .widening(let low, let base):
      low + Double(bitPattern: UInt64(bitPattern: max(0, base + Int64(bin)) << 47))
    }
  }
}
