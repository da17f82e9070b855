/// Ranks of values within one draw, 1 the highest.
enum Ranks {
  /// Up to so many alternatives it is quicker to hold each against each.
  private static let fewest = 48

  /// The number of values above each alternative's, and the number equal (itself counted), by
  /// alternative and draw; what isn't a number is above and equal to none.
  static func counts(_ utilities: [[Double]]) -> [(above: [Int32], equal: [Int32])] {
    utilities.count <= fewest
      ? utilities.indices.map { counts(utilities, at: $0) } : sorted(utilities)
  }

  /// The same for one alternative.
  static func counts(
    _ utilities: [[Double]], at index: Int
  ) -> (above: [Int32], equal: [Int32]) {
    let own = utilities[index]
    var above = [Int32](repeating: 0, count: own.count)
    var equal = above
    // In blocks whose counts stay near while the others pass by.
    for start in stride(from: 0, to: own.count, by: 512) {
      let block = start..<min(start + 512, own.count)
      for other in utilities {
        count(other[block], against: own[block], above: &above, equal: &equal)
      }
    }
    return (above, equal)
  }

  /// The same by putting each draw's values in order.
  private static func sorted(_ utilities: [[Double]]) -> [(above: [Int32], equal: [Int32])] {
    let draws = utilities[0].count
    var counts = utilities.map { _ in
      (above: [Int32](repeating: 0, count: draws), equal: [Int32](repeating: 0, count: draws))
    }
    var order: [(value: Double, index: Int)] = []
    order.reserveCapacity(utilities.count)
    for draw in 0..<draws {
      order.removeAll(keepingCapacity: true)
      for index in utilities.indices where !utilities[index][draw].isNaN {
        order.append((utilities[index][draw], index))
      }
      order.sort { $0.value > $1.value }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, order[end].value == order[start].value { end += 1 }
        for place in start..<end {
          counts[order[place].index].above[draw] = Int32(start)
          counts[order[place].index].equal[draw] = Int32(end - start)
        }
        start = end
      }
    }
    return counts
  }

  /// The mean of the ranks that ties share.
  static func middle(above: Int, equal: Int) -> Double {
    Double(above) + (Double(equal) + 1) / 2
  }

  /// Counts, draw by draw, a value that is above or equal to another's.
  static func count(
    _ others: ArraySlice<Double>, against own: ArraySlice<Double>, above: inout [Int32],
    equal: inout [Int32]
  ) {
    let start = own.startIndex
    others.withUnsafeBufferPointer { others in
      own.withUnsafeBufferPointer { own in
        above.withUnsafeMutableBufferPointer { above in
          equal.withUnsafeMutableBufferPointer { equal in
            for place in 0..<own.count {
              let (other, value) = (others[place], own[place])
              above[start + place] &+= other > value ? 1 : 0
              equal[start + place] &+= other == value ? 1 : 0
            }
          }
        }
      }
    }
  }
}
