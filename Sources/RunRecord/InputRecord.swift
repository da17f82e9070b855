/// Where an input's draws come from.
public struct InputRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: UnitName
  /// What its numbers are.
  public var kind: InputKind
  /// Whose draws they are.
  public var scope: InputScope
  /// The distribution as text, such as `0.1M to 0.6M CNY/hospital/year`.
  public var distribution: String
  /// The distribution by year, where it varies.
  public var byYear: [Int: String]?
  /// Mean and interval, for all years or by year.
  public var values: YearlyValues<Estimate>
  /// Why it is taken as it is: the reason of an assumption, the choice among facts, conversions.
  public var because: [Reason]
  /// The sources' ids.
  public var sources: [String]
  /// The fact or facts that answered.
  public var facts: [FactRecord]
  /// Where it is declared: `paths/medical-ai.yaml:31`.
  public var place: String?

  /// Makes an input.
  public init(
    name: String, title: LocalizedText?, unit: UnitName, kind: InputKind, scope: InputScope,
    distribution: String, byYear: [Int: String]?, values: YearlyValues<Estimate>,
    because: [Reason], sources: [String], facts: [FactRecord], place: String?
  ) {
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
