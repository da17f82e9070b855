/// A revenue path, as reports describe it.
public struct PathRecord: Hashable, Sendable, Codable {
  /// The path's id.
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// The path in a sentence or two.
  public var summary: LocalizedText
  /// The model's version.
  public var version: Int
  /// Its readiness criteria.
  public var criteria: [CriterionRecord]
  /// Its formulas in the order of computation: variable name, unit, formula, title.
  public var formulas: [FormulaRecord]
  /// The drivers of the money-back index on this path: the inputs' first-order shares of variance,
  /// averaged over the assessed companies, largest first.
  public var drivers: [DriverRecord]
  /// The share that the companies' stories claim together of the market they share, per cent, or
  /// nil.
  public var crowding: Quantity?
  /// The region of the market that `crowding` is about: the one where it is largest.
  public var crowdingRegion: String?

  /// Makes a path from its parts.
  public init(
    id: String, title: LocalizedText, summary: LocalizedText, version: Int,
    criteria: [CriterionRecord], formulas: [FormulaRecord], drivers: [DriverRecord],
    crowding: Quantity?, crowdingRegion: String? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.version = version
    self.criteria = criteria
    self.formulas = formulas
    self.drivers = drivers
    self.crowding = crowding
    self.crowdingRegion = crowdingRegion
  }
}

/// A readiness criterion with its anchored scale.
public struct CriterionRecord: Hashable, Sendable, Codable {
  /// Its id within the path.
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// Its weight as written; weights are normalised.
  public var weight: Double
  /// True if it limits the whole index (Method 3.5).
  public var gate: Bool
  /// True if it restates an input of the cash model and so leaves the index.
  public var inModel: Bool
  /// The meaning of each level from 0 to 4.
  public var levels: [LocalizedText]

  /// Makes a criterion.
  public init(
    id: String, title: LocalizedText, weight: Double, gate: Bool, inModel: Bool,
    levels: [LocalizedText]
  ) {
    self.id = id
    self.title = title
    self.weight = weight
    self.gate = gate
    self.inModel = inModel
    self.levels = levels
  }
}

/// A formula as its author wrote it.
public struct FormulaRecord: Hashable, Sendable, Codable {
  /// The variable or output.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: UnitName
  /// Its text; a stock's first value and recurrence are joined by `; then `.
  public var formula: String

  /// Makes a formula.
  public init(name: String, title: LocalizedText?, unit: UnitName, formula: String) {
    self.name = name
    self.title = title
    self.unit = unit
    self.formula = formula
  }
}
