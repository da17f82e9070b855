/// A rising function of the normal quantile z in cubic Hermite pieces of equal width, from -6.5 to
/// 6.5: beyond what any 32-bit level reaches.
package final class CubicTable: Sendable {
  /// The last z of the table, and minus the first.
  static let end = 6.5

  /// Four coefficients a piece, of powers of the position in it from 0 to 1.
  ///
  /// They stay at one address as long as the table is there; nobody writes them.
  nonisolated(unsafe) let coefficients: UnsafePointer<Double>
  private let count: Int
  /// The number of pieces for each unit of z.
  let cellsPerUnit: Double

  /// A function's value and its derivative by z.
  typealias Node = (value: Double, slope: Double)

  /// Tabulates a rising function, with pieces so narrow that it is off by at most `tolerance`, at
  /// their middles, where a Hermite piece errs most; nil where `most` pieces a unit don't do, or
  /// where a piece wouldn't rise everywhere.
  ///
  /// - Parameters:
  ///   - tolerance: The largest error of a value.
  ///   - most: The largest number of pieces for each unit of z.
  ///   - judged: What is made of a value, on whose scale the tolerance is meant.
  ///   - function: The function and its derivative.
  init?(
    tolerance: Double, most: Int, judged: (Double) -> Double = { $0 },
    of function: (_ z: Double) -> Node
  ) {
    var cells = 4
    var nodes = CubicTable.nodes(cells, known: [], function)
    while cells <= most {
      let finer = CubicTable.nodes(cells * 2, known: nodes, function)
      let coarse = CubicTable.coefficients(nodes, cellsPerUnit: cells)
      let error = stride(from: 1, to: finer.count, by: 2).reduce(0.0) { worst, index in
        let middle = CubicTable.value(coarse, piece: index / 2 * 4, at: 0.5)
        return max(worst, (judged(middle) - judged(finer[index].value)).magnitude)
      }
      if error <= tolerance, CubicTable.rise(nodes, cellsPerUnit: cells) {
        (coefficients, count) = (CubicTable.memory(coarse), coarse.count)
        cellsPerUnit = Double(cells)
        return
      }
      nodes = finer
      cells *= 2
    }
    return nil
  }

  /// The value at a normal quantile between -6.5 and 6.5.
  @inline(__always)
  static func value(
    _ coefficients: UnsafePointer<Double>, cellsPerUnit: Double, z: Double
  ) -> Double {
    let position = (z + end) * cellsPerUnit
    let cell = Int(position)
    let t = position - Double(cell)
    let c = coefficients + 4 * cell
    return c[0] + t * (c[1] + t * (c[2] + t * c[3]))
  }

  /// The value at a normal quantile between -6.5 and 6.5.
  func value(z: Double) -> Double {
    CubicTable.value(coefficients, cellsPerUnit: cellsPerUnit, z: z)
  }

  /// The same function, stretched from 0…1 to low…high.
  func stretched(low: Double, high: Double) -> CubicTable {
    CubicTable(
      coefficients: (0..<count).map {
        (high - low) * coefficients[$0] + ($0.isMultiple(of: 4) ? low : 0)
      }, cellsPerUnit: cellsPerUnit)
  }

  /// The same function, times a factor and moved.
  func moved(by location: Double, times scale: Double) -> CubicTable {
    CubicTable(
      coefficients: (0..<count).map {
        scale * coefficients[$0] + ($0.isMultiple(of: 4) ? location : 0)
      }, cellsPerUnit: cellsPerUnit)
  }

  private init(coefficients: [Double], cellsPerUnit: Double) {
    (self.coefficients, count) = (CubicTable.memory(coefficients), coefficients.count)
    self.cellsPerUnit = cellsPerUnit
  }

  deinit { coefficients.deallocate() }

  private static func memory(_ values: [Double]) -> UnsafePointer<Double> {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
    memory.initialize(from: values, count: values.count)
    return UnsafePointer(memory)
  }

  /// Nodes from -6.5 to 6.5, every second of them known if those of twice the width are given.
  private static func nodes(
    _ cellsPerUnit: Int, known: [Node], _ function: (Double) -> Node
  ) -> [Node] {
    (0...(2 * Int(end * Double(cellsPerUnit)))).map { index in
      if !known.isEmpty, index.isMultiple(of: 2) { return known[index / 2] }
      return function(Double(index) / Double(cellsPerUnit) - end)
    }
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

  /// Returns true if every piece rises: no end's slope is more than three times the mean slope.
  ///
  /// F. N. Fritsch, R. E. Carlson, Monotone piecewise cubic interpolation, SIAM Journal on
  /// Numerical Analysis 17 (1980). A piece that rises by nothing that a double can tell counts.
  private static func rise(_ nodes: [Node], cellsPerUnit: Int) -> Bool {
    zip(nodes, nodes.dropFirst()).allSatisfy { start, end in
      let most = 3 * (end.value - start.value) * Double(cellsPerUnit) + 1e-13
      return start.slope <= most && end.slope <= most
    }
  }

  private static func value(_ coefficients: [Double], piece: Int, at t: Double) -> Double {
    let (c0, c1) = (coefficients[piece], coefficients[piece + 1])
    let (c2, c3) = (coefficients[piece + 2], coefficients[piece + 3])
    return c0 + t * (c1 + t * (c2 + t * c3))
  }
}
