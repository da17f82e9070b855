/// The base units and their powers in a quantity, apart from its size.
///
/// `CNY/hospital/year` is CNY¹ · hospital⁻¹ · year⁻¹. Every currency is a base unit of its own, so
/// that CNY and USD never add up by accident. Dimensions form a commutative group under
/// multiplication, with `none` as its neutral element.
package struct UnitDimension: Hashable, Sendable {
  /// The power of each base unit; a base unit that isn't there has the power 0.
  package private(set) var powers: [String: Int]

  /// Powers beyond this are mistakes, and bounded so that they can't overflow.
  package static let largestPower = 1000

  /// Plain numbers: the dimension of `1`.
  package static let none = UnitDimension(powers: [:])

  /// A base unit alone.
  package static func base(_ name: String) -> UnitDimension {
    UnitDimension(powers: [name: 1])
  }

  /// True if no power is beyond `largestPower`.
  var isWithinBounds: Bool { powers.values.allSatisfy { $0.magnitude <= Self.largestPower } }

  /// True if this is the dimension of plain numbers.
  package var isNone: Bool { powers.isEmpty }

  package static func * (left: UnitDimension, right: UnitDimension) -> UnitDimension {
    UnitDimension(nonZero: left.powers.merging(right.powers, uniquingKeysWith: +))
  }

  package static func / (left: UnitDimension, right: UnitDimension) -> UnitDimension {
    left * right.inverse
  }

  /// One over this dimension.
  package var inverse: UnitDimension {
    UnitDimension(powers: powers.mapValues { -$0 })
  }

  /// This dimension to an integer power; nil when a power would be beyond `largestPower`.
  package func power(_ exponent: Int) -> UnitDimension? {
    let limit = Self.largestPower
    guard exponent.magnitude <= limit,
      powers.values.allSatisfy({ ($0 * exponent).magnitude <= limit })
    else { return isNone ? self : nil }
    return UnitDimension(nonZero: powers.mapValues { $0 * exponent })
  }

  /// The dimension whose `degree`th power this is; nil when a power isn't divisible.
  package func root(_ degree: Int) -> UnitDimension? {
    guard degree > 0, powers.values.allSatisfy({ $0.isMultiple(of: degree) }) else { return nil }
    return UnitDimension(powers: powers.mapValues { $0 / degree })
  }

  private init(powers: [String: Int]) {
    self.powers = powers
  }

  private init(nonZero powers: [String: Int]) {
    self.powers = powers.filter { $0.value != 0 }
  }
}

extension UnitDimension: CustomStringConvertible {
  /// The dimension in the notation of unit texts, in alphabetical order: `CNY/hospital/year`.
  package var description: String {
    let ordered = powers.sorted { $0.key < $1.key }
    let above = ordered.filter { $0.value > 0 }.map { Self.factor($0.key, $0.value) }
    let below = ordered.filter { $0.value < 0 }.map { Self.factor($0.key, -$0.value) }
    let numerator = above.isEmpty ? "1" : above.joined(separator: "*")
    return ([numerator] + below).joined(separator: "/")
  }

  private static func factor(_ name: String, _ power: Int) -> String {
    power == 1 ? name : "\(name)^\(power)"
  }
}
