package import Diagnostics
package import Units

/// A model as its author wrote it: what goes in, how things are computed, what comes out.
package struct ModelSource: Sendable {
  package var inputs: [InputDeclaration]
  package var variables: [VariableDeclaration]
  package var outputs: [VariableDeclaration]
  /// Calendar years one after the other.
  package var years: [Int]

  package init(
    inputs: [InputDeclaration], variables: [VariableDeclaration], outputs: [VariableDeclaration],
    years: [Int]
  ) {
    self.inputs = inputs
    self.variables = variables
    self.outputs = outputs
    self.years = years
  }
}

/// A number that comes from outside, with one value a draw and, if it varies, a year.
package struct InputDeclaration: Sendable {
  package var name: String
  package var unit: UnitExpression
  package var variesByYear: Bool
  package var location: SourceLocation?
  package var sourceLine: String?
  /// The part that it has in a series.
  package var series: SeriesPart?

  /// The part of an input in a series.
  package enum SeriesPart: Hashable, Sendable {
    /// The level, whose name is that of the series.
    case level
    /// The trend of the series of a name. No formula names it but through the series.
    case trend(of: String)
  }

  package init(
    name: String, unit: UnitExpression, variesByYear: Bool = false,
    location: SourceLocation? = nil, sourceLine: String? = nil, series: SeriesPart? = nil
  ) {
    self.series = series
    self.name = name
    self.unit = unit
    self.variesByYear = variesByYear
    self.location = location
    self.sourceLine = sourceLine
  }
}

/// A number that is computed: a variable, or an output.
package struct VariableDeclaration: Sendable {
  /// The rule by which it is computed.
  package enum Rule: Sendable {
    /// The same formula in every year.
    case formula(FormulaSource)
    /// `start` in the first year, then `next` from year to year.
    case stock(start: FormulaSource, next: FormulaSource)

    /// Its formulas.
    package var sources: [FormulaSource] {
      switch self {
      case .formula(let source): [source]
      case .stock(let start, let next): [start, next]
      }
    }
  }

  package var name: String
  package var unit: UnitExpression
  package var rule: Rule
  package var location: SourceLocation?
  package var sourceLine: String?

  package init(
    name: String, unit: UnitExpression, rule: Rule, location: SourceLocation? = nil,
    sourceLine: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.rule = rule
    self.location = location
    self.sourceLine = sourceLine
  }
}
