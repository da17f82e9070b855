/// A unit that a later models folder declares with another size than an earlier one.
package struct RedefinedUnit: Hashable, Sendable {
  /// The later file.
  package var file: String
  /// The unit's name.
  package var name: String
  /// Its meaning by the earlier folder: `1000000 token`.
  package var before: String
  /// Its meaning by the later one.
  package var now: String
  /// The units that change with it: itself and all that are defined by it.
  package var reaches: Set<String>

  /// Makes one from its parts.
  package init(file: String, name: String, before: String, now: String, reaches: Set<String>) {
    self.file = file
    self.name = name
    self.before = before
    self.now = now
    self.reaches = reaches
  }

  /// The names in texts of units and formulas.
  package static func names(in texts: [String]) -> Set<String> {
    Set(texts.flatMap { UnitText.names(in: $0) })
  }
}
