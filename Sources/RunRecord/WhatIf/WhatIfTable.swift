/// What becomes of companies over a grid of values of one thing or two.
public struct WhatIfTable: Hashable, Sendable, Codable {
  /// The day, the horizon and the draws.
  public var basis: AnswerBasis
  /// What is changed in every cell, in the order given.
  public var changes: [ChangeRecord]
  /// What the rows differ in, then what the columns do, if anything.
  public var axes: [Axis]
  /// The companies, in the order of the study.
  public var companies: [Company]

  /// One thing and the values that it gets.
  public struct Axis: Hashable, Sendable, Codable {
    /// The axis as it was typed.
    public var text: String
    /// What is changed, as it was understood; `new` is its last value.
    public var change: ChangeRecord
    /// The changes that its values are, as one could type them.
    public var values: [String]

    /// Makes an axis.
    public init(text: String, change: ChangeRecord, values: [String]) {
      self.text = text
      self.change = change
      self.values = values
    }
  }

  /// A company in the study as it is and in every cell.
  public struct Company: Hashable, Sendable, Codable {
    /// Its id.
    public var id: String
    /// Its names.
    public var names: LocalizedText
    /// What becomes of it in the study as it is.
    public var base: StandingRecord
    /// What becomes of it in each cell: row by row, a row a value of the first axis.
    public var cells: [[VariantRecord]]

    /// Makes a record from its parts.
    public init(
      id: String, names: LocalizedText, base: StandingRecord, cells: [[VariantRecord]]
    ) {
      self.id = id
      self.names = names
      self.base = base
      self.cells = cells
    }
  }

  /// Makes a table from its parts.
  public init(
    basis: AnswerBasis, changes: [ChangeRecord], axes: [Axis], companies: [Company]
  ) {
    self.basis = basis
    self.changes = changes
    self.axes = axes
    self.companies = companies
  }
}
