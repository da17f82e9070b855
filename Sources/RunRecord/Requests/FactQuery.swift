/// The conditions on facts to list; all facts match if everything is nil.
public struct FactQuery: Hashable, Sendable, Codable {
  /// A company's id, or a region's id for market facts.
  public var company: String?
  /// A metric.
  public var metric: String?
  /// The day as of which facts are known; later ones are left out.
  public var asOf: CalendarDay?

  /// Makes a query.
  public init(company: String? = nil, metric: String? = nil, asOf: CalendarDay? = nil) {
    self.company = company
    self.metric = metric
    self.asOf = asOf
  }
}
