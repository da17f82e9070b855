/// An input's name and distribution, and the origin of its draws.
public struct InputRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: UnitName
  /// The kind of its numbers.
  public var kind: InputKind
  /// The companies that share its draws.
  public var scope: InputScope
  /// The distribution as text, such as `0.1M to 0.6M CNY/hospital/year`.
  public var distribution: String
  /// The distribution by year, where it varies.
  public var byYear: [Int: String]?
  /// Mean and interval, for all years or by year.
  public var values: YearlyValues<Estimate>
  /// The reasons why it is taken as it is: of an assumption, of the choice among facts,
  /// conversions.
  public var because: [Reason]
  /// The sources' ids.
  public var sources: [String]
  /// The fact or facts that answered.
  public var facts: [FactRecord]
  /// The place of its declaration: `paths/medical-ai.yaml:31`.
  public var place: String?
  /// The level and trend that it was estimated by, for the level of a series.
  public var series: SeriesRecord?

  /// Makes an input.
  public init(
    name: String, title: LocalizedText?, unit: UnitName, kind: InputKind, scope: InputScope,
    distribution: String, byYear: [Int: String]?, values: YearlyValues<Estimate>,
    because: [Reason], sources: [String], facts: [FactRecord], place: String?,
    series: SeriesRecord? = nil
  ) {
    self.series = series
    self.name = name
    self.title = title
    self.unit = unit
    self.kind = kind
    self.scope = scope
    self.distribution = distribution
    self.byYear = byYear
    self.values = values
    self.because = because
    self.sources = sources
    self.facts = facts
    self.place = place
  }
}
