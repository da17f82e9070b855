/// Ranks of values within one draw, 1 the highest.
enum Ranks {
  /// The number of values above one alternative's, and the number equal (itself counted), draw by
  /// draw.
  static func counts(
    _ utilities: [[Double]], at index: Int
  ) -> (above: [Int], equal: [Int]) {
    let own = utilities[index]
    var above = [Int](repeating: 0, count: own.count)
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

  /// The mean of the ranks that ties share.
  static func middle(above: Int, equal: Int) -> Double {
    Double(above) + (Double(equal) + 1) / 2
  }

  private static func count(
    _ others: ArraySlice<Double>, against own: ArraySlice<Double>, above: inout [Int],
    equal: inout [Int]
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
