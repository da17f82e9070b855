/// A unit as its author wrote it, with what it means in base units.
///
/// For `CNY/million_token`: dimension CNY/token, scale 1e-6, so that 2 CNY/million_token is 2e-6
/// inside the engine, where all values are in base units.
package struct UnitExpression: Hashable, Sendable {
  /// The text as written, such as `CNY/million_token`.
  package let text: String
  /// The base units and their powers.
  package let dimension: UnitDimension
  /// The number of base units in one of this unit; positive and finite.
  package let scale: Double

  /// The unit of plain numbers.
  package static let one = UnitExpression(text: "1", dimension: .none, scale: 1)

  /// A value in this unit as a value in base units.
  package func toBase(_ value: Double) -> Double { value * scale }
}

extension UnitExpression: CustomStringConvertible {
  /// The text as written.
  package var description: String { text }
}
