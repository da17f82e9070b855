/// Measurements of one thing: the middle one, and how far they lie apart.
struct Spread: Encodable {
  var min: Double
  var median: Double
  var max: Double

  /// Sums up at least one measurement.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "there is nothing to sum up")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    min = sorted[0]
    median =
      sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    max = sorted[sorted.count - 1]
  }

  /// The same measurements in another unit.
  func times(_ factor: Double) -> Spread {
    Spread([min * factor, median * factor, max * factor])
  }
}
