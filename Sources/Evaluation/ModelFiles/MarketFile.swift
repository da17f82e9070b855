package import Diagnostics
package import RunRecord
package import Units

/// A region's market: what belongs to no company and what all models share.
package struct MarketFile: Sendable {
  package var region: String
  /// The name in reports, where the file gives one.
  package var title: LocalizedText?
  package var inputs: [String: MarketInput]
  package var file: String

  /// Takes in what a later models folder says of the region: its inputs are added, and one of the
  /// same name holds in place of the earlier one.
  ///
  /// - Returns: The inputs that were here before, in order of name.
  package mutating func merge(_ later: MarketFile) -> [String] {
    title = later.title ?? title
    let replaced = later.inputs.keys.filter { inputs[$0] != nil }.sorted()
    inputs.merge(later.inputs) { $1 }
    return replaced
  }
}

/// A market input: declared once a region, with one draw for every company that sells there.
package struct MarketInput: Sendable {
  package enum Origin: Sendable {
    /// The same input, and the same draws, as in another region.
    case sameAs(region: String)
    /// Facts of one or more years by metric, the assumption for the years after; or it alone.
    case declared(metric: String?, assumption: Assumption?)
    /// The level of a metric by all facts of it; the assumption where none is known.
    case series(metric: String, assumption: Assumption?)
  }

  package var name: String
  package var title: LocalizedText?
  /// The unit; nil for an input that is the same as another region's.
  package var unit: UnitExpression?
  package var origin: Origin
  /// What would replace it while it is an assumption.
  package var replacement: EvidenceToFind?
  /// The place of its file within the models folder, such as `markets/china.yaml`.
  package var relativeFile: String
  package var location: SourceLocation
  package var sourceLine: String?

  /// What is assumed where no fact answers, or for later years.
  package var assumption: Assumption? {
    switch origin {
    case .declared(_, let assumption), .series(_, let assumption): assumption
    case .sameAs: nil
    }
  }
}
