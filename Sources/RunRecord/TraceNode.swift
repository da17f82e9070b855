/// A node of the tree behind a number.
public struct TraceNode: Hashable, Sendable, Codable {
  /// The variable, output or input.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// The kind of node.
  public var kind: TraceKind
  /// Its unit.
  public var unit: UnitName
  /// Its formula as written, for kinds that have one.
  public var formula: String?
  /// Mean and interval, for all years or by year.
  public var values: YearlyValues<Estimate>
  /// Draws dropped by a domain error; nil where there are none.
  public var flagged: YearlyValues<Int>?
  /// The names of the nodes it is computed from, in order of their share.
  public var children: [String]
  /// The place of its declaration: `paths/medical-ai.yaml:58`.
  public var place: String?

  /// Makes a node.
  public init(
    name: String, title: LocalizedText?, kind: TraceKind, unit: UnitName, formula: String?,
    values: YearlyValues<Estimate>, flagged: YearlyValues<Int>?, children: [String], place: String?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.unit = unit
    self.formula = formula
    self.values = values
    self.flagged = flagged
    self.children = children
    self.place = place
  }
}
