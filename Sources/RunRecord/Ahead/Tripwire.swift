/// Forecasts that are kept in a file, to be held against what comes.
public struct Tripwires: Hashable, Sendable, Codable {
  /// The day as of which they were made, `YYYY-MM-DD`.
  public var asOf: String
  /// The number of days looked ahead.
  public var days: Int
  /// The last year of the study.
  public var horizon: Int
  /// The number of draws.
  public var draws: Int
  /// Their seed.
  public var seed: UInt64
  /// The method by which they were made.
  public var sampler: DrawSampler
  /// The scenario; nil in the base case.
  public var scenario: String?
  /// A hash of the facts of the study then.
  public var factsSha256: String
  /// A hash of its settings then.
  public var settingsSha256: String
  /// The forecasts.
  public var tripwires: [Tripwire]

  /// Makes a set from its parts.
  public init(
    asOf: String, days: Int, horizon: Int, draws: Int, seed: UInt64, sampler: DrawSampler,
    scenario: String?, factsSha256: String, settingsSha256: String, tripwires: [Tripwire]
  ) {
    self.asOf = asOf
    self.days = days
    self.horizon = horizon
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    self.scenario = scenario
    self.factsSha256 = factsSha256
    self.settingsSha256 = settingsSha256
    self.tripwires = tripwires
  }

  /// Takes what is looked ahead to.
  public init(_ record: AheadRecord) {
    self.init(
      asOf: record.asOf, days: record.days, horizon: record.horizon, draws: record.draws,
      seed: record.seed, sampler: record.sampler, scenario: record.scenario,
      factsSha256: record.factsSha256, settingsSha256: record.settingsSha256,
      // In the order of ids, so that a file changes where a forecast does.
      tripwires: record.companies.sorted { $0.id < $1.id }.flatMap { company in
        company.figures.map { Tripwire(company: company.id, $0) }.sorted {
          ($0.expectedBy ?? "9", $0.period, $0.kind.rawValue)
            < ($1.expectedBy ?? "9", $1.period, $1.kind.rawValue)
        }
      })
  }
}

/// A forecast of a figure, with the branches that it may fall into.
public struct Tripwire: Hashable, Sendable, Codable {
  /// The company's id.
  public var company: String
  /// The kind of the figure.
  public var kind: ExpectedFigure.Kind
  /// The metrics that it is told by; of several their mean.
  public var metrics: [String]
  /// The period, as facts write it.
  public var period: String
  /// The day by which it is expected; nil for what has no date.
  public var expectedBy: String?
  /// The unit: `1` for growth, else a currency.
  public var unit: UnitName
  /// The amount of the same months a year before, in the currency of the accounts.
  public var before: Double?
  /// The forecast.
  public var forecast: FigureQuantiles
  /// The branches, the lowest first.
  public var branches: [FigureBranch]

  /// Makes one from its parts.
  public init(
    company: String, kind: ExpectedFigure.Kind, metrics: [String], period: String,
    expectedBy: String?, unit: UnitName, before: Double?, forecast: FigureQuantiles,
    branches: [FigureBranch]
  ) {
    self.company = company
    self.kind = kind
    self.metrics = metrics
    self.period = period
    self.expectedBy = expectedBy
    self.unit = unit
    self.before = before
    self.forecast = forecast
    self.branches = branches
  }

  /// Takes a figure.
  public init(company: String, _ figure: ExpectedFigure) {
    self.init(
      company: company, kind: figure.kind, metrics: figure.metrics.map(\.id),
      period: figure.period, expectedBy: figure.expectedBy, unit: figure.unit,
      before: figure.before, forecast: figure.forecast, branches: figure.branches)
  }

  /// The branch that holds a value, counted from 0.
  public func branch(of value: Double) -> Int? { branches.firstIndex { $0.contains(value) } }
}
