/// The logit of a beta distribution's quantiles as cubic Hermite pieces.
///
/// They run over the normal quantile z from -6.5 to 6.5.
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
    var cells = 4
    var nodes = LogitTable.nodes(shape, cellsPerUnit: cells)
    while true {
      let finer = LogitTable.nodes(shape, cellsPerUnit: cells * 2, known: nodes)
      let coarse = LogitTable.coefficients(nodes, cellsPerUnit: cells)
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
    return LogitTable.value(coefficients, piece: cell * 4, at: position - Double(cell))
  }

  /// The logit and its derivative by z at a node.
  private typealias Node = (value: Double, slope: Double)

  /// Nodes from -6.5 to 6.5, every second of them known if those of twice the width are given.
  private static func nodes(
    _ shape: BetaShape, cellsPerUnit: Int, known: [Node] = []
  ) -> [Node] {
    var nodes: [Node] = []
    for index in 0...(2 * Int(end * Double(cellsPerUnit))) {
      if !known.isEmpty, index.isMultiple(of: 2) {
        nodes.append(known[index / 2])
        continue
      }
      let z = Double(index) / Double(cellsPerUnit) - end
      let guess = nodes.last.map { $0.value + $0.slope / Double(cellsPerUnit) }
      let value = exactLogit(shape, z: z, near: guess)
      nodes.append((value, Elementary.normalDensity(z) / shape.logitDensity(value)))
    }
    return nodes
  }

  private static func exactLogit(_ shape: BetaShape, z: Double, near guess: Double? = nil) -> Double
  {
    shape.logitQuantile(
      Elementary.normalCDF(z), complement: Elementary.normalCDF(-z), near: guess, tolerance: 1e-7)
  }

  private static func coefficients(_ nodes: [Node], cellsPerUnit: Int) -> [Double] {
    zip(nodes, nodes.dropFirst()).flatMap { start, end in
      let startSlope = start.slope / Double(cellsPerUnit)
      let endSlope = end.slope / Double(cellsPerUnit)
      let rise = end.value - start.value
      return [
        start.value, startSlope, 3 * rise - 2 * startSlope - endSlope,
        startSlope + endSlope - 2 * rise,
      ]
    }
  }

  @inline(__always)
  private static func value(_ coefficients: [Double], piece: Int, at t: Double) -> Double {
    let (c0, c1) = (coefficients[piece], coefficients[piece + 1])
    let (c2, c3) = (coefficients[piece + 2], coefficients[piece + 3])
    return c0 + t * (c1 + t * (c2 + t * c3))
  }
}
