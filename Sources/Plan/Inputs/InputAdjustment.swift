internal import Formulas
internal import Simulation

/// A change of an input that keeps its uncertainty: every draw times a factor, and an offset more.
package struct InputAdjustment: Hashable, Sendable {
  /// The factor.
  package var factor: Double
  /// What is added after that, in the input's own unit.
  package var offset: Double

  /// Makes a change; by default none.
  package init(factor: Double = 1, offset: Double = 0) {
    self.factor = factor
    self.offset = offset
  }

  /// The notation of what a change makes of something: `(2 to 4) * 2`, `itself + 0.1`.
  package func notation(of text: String) -> String {
    let scaled = factor == 1 ? text : "\(text) * \(NumberNotation.print(factor))"
    return offset == 0 ? scaled : "\(scaled) + \(NumberNotation.print(offset))"
  }

  /// This change and another one after it.
  package func then(_ other: InputAdjustment) -> InputAdjustment {
    InputAdjustment(
      factor: factor * other.factor, offset: offset * other.factor + other.offset)
  }

  /// A value after the change.
  package func callAsFunction(_ value: Double) -> Double { value * factor + offset }
}

extension DrawnValues {
  /// The draws after a change, which no other company shares.
  package func adjusted(by change: InputAdjustment) -> DrawnValues {
    let offset = change.offset * input.scale
    var adjusted = self
    adjusted.sharedNames = []
    adjusted.columns = columns.map { column -> Column in
      switch column {
      case .constant(let value): return .constant(value * change.factor + offset)
      case .values(let values): return .values(values.map { $0 * change.factor + offset })
      }
    }
    return adjusted
  }
}
