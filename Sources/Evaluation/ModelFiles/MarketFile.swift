package import Diagnostics
package import RunRecord
package import Units

/// A region's market: what belongs to no company and what all models share.
package struct MarketFile: Sendable {
  package var region: String
  package var title: LocalizedText
  package var inputs: [String: MarketInput]
  package var relativeFile: String
  package var file: String
}

/// A market input: declared once a region, with one draw for every company that sells there.
package struct MarketInput: Sendable {
  package enum Origin: Sendable {
    /// The same input, and the same draws, as in another region.
    case sameAs(region: String)
    /// Facts of one or more years by metric, the assumption for the years after; or it alone.
    case declared(metric: String?, assumption: Assumption?)
  }

  package var name: String
  package var title: LocalizedText?
  /// The unit; nil for an input that is the same as another region's.
  package var unit: UnitExpression?
  package var origin: Origin
  package var location: SourceLocation
  package var sourceLine: String?
}
