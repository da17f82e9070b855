/// Ranks of values within one draw, 1 the highest.
enum Ranks {
  /// The number of values above, and the number equal (itself counted), of each.
  @inline(__always)
  static func count(_ values: [Double], at index: Int) -> (above: Int, equal: Int) {
    var above = 0
    var equal = 0
    let value = values[index]
    for other in values {
      if other > value { above += 1 } else if other == value { equal += 1 }
    }
    return (above, equal)
  }

  /// The mean of the ranks that ties share.
  static func middle(above: Int, equal: Int) -> Double {
    Double(above) + (Double(equal) + 1) / 2
  }
}
