/// The draws of a column in ascending order of their values; equal ones stay in their order.
///
/// Sorted by the numbers' bits, a digit after the other, lowest first: no value is held against another.
package struct SortedOrder: Sendable {
  /// The draws, that of the smallest value first; what isn't a number comes last.
  package let draws: [Int32]

  private static let digitBits: UInt64 = 11
  private static let digits = 6

  /// Sorts the draws of a column.
  package init(of column: [Double]) {
    // The bits of doubles ascend with their size: positive ones go above all negative ones, whose bits
    // are turned round.
    let keys = column.map { value -> UInt64 in
      // -0 is 0.
      let bits = (value.isNaN ? Double.nan : value + 0).bitPattern
      return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }
    var order = (0..<Int32(column.count)).map { $0 }
    var moved = order
    for digit in 0..<Self.digits {
      let shift = UInt64(digit) * Self.digitBits
      var starts = [Int](repeating: 0, count: 1 << Self.digitBits)
      for key in keys { starts[Self.digit(of: key, at: shift)] += 1 }
      if starts.contains(column.count) { continue }
      var sum = 0
      for value in starts.indices {
        let count = starts[value]
        starts[value] = sum
        sum += count
      }
      for draw in order {
        let value = Self.digit(of: keys[Int(draw)], at: shift)
        moved[starts[value]] = draw
        starts[value] += 1
      }
      swap(&order, &moved)
    }
    draws = order
  }

  private static func digit(of key: UInt64, at shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> shift & (1 << digitBits - 1))
  }

  /// By draw the share of the column that lies below its value, half of itself counted.
  package var levels: [Double] {
    var levels = [Double](repeating: 0.5, count: draws.count)
    for (rank, draw) in draws.enumerated() {
      levels[Int(draw)] = (Double(rank) + 0.5) / Double(draws.count)
    }
    return levels
  }
}
