import Formulas
import Synchronization

/// A column of quantile levels, with their normal quantiles once somebody needs them.
package final class QuantileLevels: Sendable {
  /// The levels, between 0 and 1.
  package let levels: [Double]
  private let known = Mutex<[Double]?>(nil)

  package init(_ levels: [Double]) {
    self.levels = levels
  }

  /// Φ⁻¹ of the levels.
  var normalQuantiles: [Double] {
    if let known = known.withLock({ $0 }) { return known }
    // Made outside the lock: two threads may both make it, with the same result.
    let fresh = Elementary.normalQuantiles(levels)
    known.withLock { $0 = fresh }
    return fresh
  }
}

extension QuantileTransform {
  /// A machine that does nothing but make an input's values.
  private static let machine = BlockMachine(
    program: Program(
      constants: [], inputs: [Program.InputSlot(input: 0, year: nil)], instructions: [],
      registerCount: 0,
      outputs: [Program.OutputSlot(variable: 0, year: nil, source: .input(0), definedBy: nil)]))

  /// The values at a column of levels; nil where a table doesn't reach one of them.
  func values(at levels: QuantileLevels) -> [Double]? {
    let column = takesNormalQuantiles ? levels.normalQuantiles : levels.levels
    if case .table = self, !column.allSatisfy({ $0.magnitude < CubicTable.end }) { return nil }
    return Self.machine.run(inputs: [.transformed(self, of: column)], draws: column.count)[0]
  }
}
