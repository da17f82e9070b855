/// The state of a company on a day, as `breakeven nowcast` gives it.
public struct CompanyNowcast: Hashable, Sendable {
  /// The company's id.
  public var company: String
  /// Its names.
  public var names: LocalizedText
  /// The day, `YYYY-MM-DD`.
  public var asOf: String
  /// The state.
  public var nowcast: NowcastRecord
  /// The sources behind it, by id.
  public var sources: [SourceRecord]

  /// Makes an answer.
  public init(
    company: String, names: LocalizedText, asOf: String, nowcast: NowcastRecord,
    sources: [SourceRecord]
  ) {
    self.company = company
    self.names = names
    self.asOf = asOf
    self.nowcast = nowcast
    self.sources = sources
  }
}

/// In JSON flat, with the keys of docs/schema/nowcast.schema.json.
extension CompanyNowcast: Encodable {
  private enum CodingKeys: String, CodingKey {
    case company, asOf, unit, window, growth, level, trend, trendSd, k, kReported, gap, cash
    case observations, warnings
  }

  private struct Observation: Encodable {
    var kind: NowcastObservation.Kind
    var at: Double
    var value: Double
    var sd: Double
    var moved: Double
  }

  /// Writes every key, null where something isn't known; `warnings` only where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(company, forKey: .company)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(nowcast.unit, forKey: .unit)
    try container.encode(nowcast.window, forKey: .window)
    try container.encode(nowcast.growth, forKey: .growth)
    try container.encode(nowcast.level, forKey: .level)
    try container.encode(nowcast.trend, forKey: .trend)
    try container.encode(nowcast.trendSd, forKey: .trendSd)
    try container.encode(nowcast.k, forKey: .k)
    try container.encode(nowcast.kReported, forKey: .kReported)
    try container.encode(nowcast.gap, forKey: .gap)
    try container.encode(nowcast.cash?.total, forKey: .cash)
    try container.encode(
      nowcast.observations.map {
        Observation(kind: $0.kind, at: $0.at, value: $0.value, sd: $0.sd, moved: $0.moved)
      }, forKey: .observations)
    if !nowcast.warnings.isEmpty {
      try container.encode(nowcast.warnings, forKey: .warnings)
    }
  }
}
