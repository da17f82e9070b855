/// A column of draws as correlations with others need it.
struct CorrelatedColumn {
  let values: [Double]
  /// The mean, and the sum of squared deviations from it; nil where a draw isn't a number, or the
  /// sum of two might not be.
  fileprivate let moments: (mean: Double, squares: Double)?

  /// Lays columns of equal length out, four at a time.
  static func columns(_ all: [[Double]]) -> [CorrelatedColumn] {
    inFours(all).flatMap { group in
      let count = group.columns[0].count
      let (sums, largest) = ColumnsOfFour(group.columns).sums()
      let means = sums / Double(count)
      let squares = ColumnsOfFour(group.columns).squares(around: means)
      return (0..<group.count).map { index in
        let hasMoments = count > 1 && sums[index].isFinite && largest[index] < 0x1p1000
        return CorrelatedColumn(
          values: group.columns[index],
          moments: hasMoments ? (means[index], squares[index]) : nil)
      }
    }
  }
}

/// Pearson's coefficient squared of a column with each of some others, over the draws in which both
/// are finite; 0 when one is constant.
func squaredCorrelations(
  of column: CorrelatedColumn, with others: [CorrelatedColumn]
) -> [Double] {
  guard let y = column.moments else {
    return others.map { squaredCorrelation($0.values, column.values) }
  }
  let products = inFours(others).flatMap { group -> [Double] in
    let means = SIMD4((0..<4).map { group.columns[$0].moments?.mean ?? 0 })
    let products = ColumnsOfFour(group.columns.map(\.values))
      .products(around: means, with: column.values, around: y.mean)
    return (0..<group.count).map { products[$0] }
  }
  return zip(others, products).map { other, products in
    guard let x = other.moments else { return squaredCorrelation(other.values, column.values) }
    guard x.squares > 0, y.squares > 0 else { return 0 }
    return products * products / (x.squares * y.squares)
  }
}

/// Groups of four, the last filled up with its first, and how many of a group count.
private func inFours<Element>(_ all: [Element]) -> [(columns: [Element], count: Int)] {
  stride(from: 0, to: all.count, by: 4).map { start in
    let group = Array(all[start..<min(start + 4, all.count)])
    return (group + repeatElement(group[0], count: 4 - group.count), group.count)
  }
}

/// Four columns that are summed side by side: each addition to a sum waits for the one before, but
/// not for those to other sums.
private struct ColumnsOfFour {
  private let columns: [[Double]]

  init(_ columns: [[Double]]) {
    self.columns = columns
  }

  /// The sums, and the largest magnitudes.
  func sums() -> (sums: SIMD4<Double>, largest: SIMD4<Double>) {
    var sums = SIMD4<Double>.zero
    var largest = SIMD4<Double>.zero
    forEachDraw { _, values in
      sums += values
      let magnitudes = SIMD4(
        values[0].magnitude, values[1].magnitude, values[2].magnitude, values[3].magnitude)
      largest.replace(with: magnitudes, where: magnitudes .> largest)
    }
    return (sums, largest)
  }

  /// The sums of squared deviations.
  func squares(around means: SIMD4<Double>) -> SIMD4<Double> {
    var squares = SIMD4<Double>.zero
    forEachDraw { _, values in squares += (values - means) * (values - means) }
    return squares
  }

  /// The sums of products of deviations with those of another column.
  func products(
    around means: SIMD4<Double>, with other: [Double], around mean: Double
  ) -> SIMD4<Double> {
    var products = SIMD4<Double>.zero
    other.withUnsafeBufferPointer { other in
      forEachDraw { draw, values in products += (values - means) * (other[draw] - mean) }
    }
    return products
  }

  @inline(__always)
  private func forEachDraw(_ body: (Int, SIMD4<Double>) -> Void) {
    columns[0].withUnsafeBufferPointer { first in
      columns[1].withUnsafeBufferPointer { second in
        columns[2].withUnsafeBufferPointer { third in
          columns[3].withUnsafeBufferPointer { fourth in
            precondition([second, third, fourth].allSatisfy { $0.count == first.count })
            for draw in 0..<first.count {
              body(draw, SIMD4(first[draw], second[draw], third[draw], fourth[draw]))
            }
          }
        }
      }
    }
  }
}

/// The coefficient of two columns, leaving out draws in which either isn't finite.
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
