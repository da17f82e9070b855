/// A column of draws as correlations with others need it.
struct CorrelatedColumn {
  let values: [Double]
  /// The mean, and the sum of squared deviations from it; nil where a draw isn't a number, or the
  /// sum of two might not be.
  fileprivate let moments: (mean: Double, squares: Double)?

  init(_ values: [Double]) {
    self.values = values
    var sum = 0.0
    var largest = 0.0
    for value in values {
      sum += value
      if value.magnitude > largest { largest = value.magnitude }
    }
    guard values.count > 1, sum.isFinite, largest < 0x1p1000 else {
      moments = nil
      return
    }
    let mean = sum / Double(values.count)
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    moments = (mean, squares)
  }
}

/// Pearson's coefficient squared over the draws in which both are finite; 0 when one is constant.
func squaredCorrelation(_ first: CorrelatedColumn, _ second: CorrelatedColumn) -> Double {
  guard let x = first.moments, let y = second.moments else {
    return squaredCorrelation(first.values, second.values)
  }
  guard x.squares > 0, y.squares > 0 else { return 0 }
  var products = 0.0
  for (a, b) in zip(first.values, second.values) { products += (a - x.mean) * (b - y.mean) }
  return products * products / (x.squares * y.squares)
}

/// The same, leaving out draws in which either isn't finite.
private func squaredCorrelation(_ first: [Double], _ second: [Double]) -> Double {
  var (n, sumX, sumY) = (0.0, 0.0, 0.0)
  for (x, y) in zip(first, second) where (x + y).isFinite {
    n += 1
    sumX += x
    sumY += y
  }
  guard n > 1 else { return 0 }
  let (meanX, meanY) = (sumX / n, sumY / n)
  var (xx, yy, xy) = (0.0, 0.0, 0.0)
  for (x, y) in zip(first, second) where (x + y).isFinite {
    xx += (x - meanX) * (x - meanX)
    yy += (y - meanY) * (y - meanY)
    xy += (x - meanX) * (y - meanY)
  }
  return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0
}
