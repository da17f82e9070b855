/// The logit of a beta distribution's quantiles, by cubic Hermite pieces over the normal
/// quantile z from -6.5 to 6.5.
struct LogitTable: Sendable {
  private static let end = 6.5

  private let shape: BetaShape
  private let cellsPerUnit: Double
  /// Four coefficients a piece, of powers of the position in it from 0 to 1.
  private let coefficients: [Double]

  /// Tabulates, with pieces so narrow that no value of x is off by more than `tolerance`.
  ///
  /// The pieces' middles, where a Hermite piece errs most, are computed exactly to see it.
  init(_ shape: BetaShape, tolerance: Double = 3e-8) {
    self.shape = shape
    var cells = 8
    var nodes = LogitTable.nodes(shape, cellsPerUnit: cells)
    while true {
      let finer = LogitTable.nodes(shape, cellsPerUnit: cells * 2, known: nodes)
      let coarse = LogitTable.coefficients(nodes)
      let error = stride(from: 1, to: finer.count, by: 2).reduce(0.0) { worst, index in
        let piece = index / 2 * 4
        let middle = LogitTable.value(coarse, piece: piece, at: 0.5)
        let exact = Elementary.logistic(finer[index].value)
        return max(worst, (Elementary.logistic(middle) - exact).magnitude)
      }
      if error <= tolerance || cells == 512 {
        coefficients = coarse
        cellsPerUnit = Double(cells)
        return
      }
      nodes = finer
      cells *= 2
    }
  }

  /// The logit at a normal quantile.
  @inline(__always)
  func logit(z: Double) -> Double {
    guard z.magnitude < LogitTable.end else { return LogitTable.exactLogit(shape, z: z) }
    let position = (z + LogitTable.end) * cellsPerUnit
    let cell = Int(position)
    return coefficients.withUnsafeBufferPointer {
      LogitTable.value($0, piece: cell * 4, at: position - Double(cell))
    }
  }

  private typealias Node = (value: Double, slope: Double)

  @inline(__always)
  private static func value(
    _ coefficients: some RandomAccessCollection<Double> & Collection<Double>, piece: Int,
    at t: Double
  ) -> Double {
    0
  }
}
