package import Diagnostics

/// A unit name that formulas and facts may use, and what it means.
package struct UnitDeclaration: Hashable, Sendable {
  /// The origin of a unit's meaning.
  package enum Meaning: Hashable, Sendable {
    /// Measured in nothing but itself.
    case base(isCurrency: Bool)
    /// `factor` times another unit: `million_token` is 1e6 of `token`.
    case scaled(factor: Double, of: String)
  }

  package var name: String
  package var meaning: Meaning
  /// The first position of a scaled unit's text; for a base unit, of its name.
  package var location: SourceLocation?
  package var sourceLine: String?

  package init(
    name: String, meaning: Meaning, location: SourceLocation? = nil, sourceLine: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.location = location
    self.sourceLine = sourceLine
  }
}
