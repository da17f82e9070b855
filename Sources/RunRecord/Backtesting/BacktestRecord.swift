/// The record of forecasts that could have been made on past days, held against what came.
public struct BacktestRecord: Hashable, Sendable {
  /// The rule by which a fact counts as known on a past day.
  public enum Knowledge: String, Hashable, Sendable, Codable {
    /// From the day on which its source published it.
    case published
    /// The usual time after its period, whenever it was gathered.
    case usualDelays = "usual_delays"
  }

  /// The usual delays of publication, in months.
  public struct Delays: Hashable, Sendable, Codable {
    /// From the end of a year to its report.
    public var year: Double
    /// From the end of a half to its report.
    public var half: Double
    /// From the end of a quarter to its report.
    public var quarter: Double
    /// From the day of a balance or a yearly rate to its publication.
    public var moment: Double

    /// Makes delays.
    public init(year: Double, half: Double, quarter: Double, moment: Double) {
      self.year = year
      self.half = half
      self.quarter = quarter
      self.moment = moment
    }
  }

  /// The title of the study.
  public var title: LocalizedText
  /// The days that were replayed, `YYYY-MM-DD`.
  public var days: [String]
  /// The rule by which a fact counted as known.
  public var knowledge: Knowledge
  /// The usual delays; nil where facts counted from the days on which they were published.
  public var delays: Delays?
  /// The number of draws of each forecast.
  public var draws: Int
  /// The seed.
  public var seed: UInt64
  /// The results of the forecasts, one a view, quantity, group and number of years; what has no
  /// forecast has no row.
  public var rows: [BacktestRow]
  /// The same forecasts in three views, one row a view where paths could be assessed on the day;
  /// those of the outside view are made by the company model too, on the draws of the others.
  public var views: [BacktestRow]
  /// The view that forecast best, one a quantity that has forecasts in three views.
  public var verdicts: [BacktestVerdict]
  /// The results of the told chances of a result not below zero, one a group.
  public var signs: [BacktestSign]
  /// Every forecast of the outside view.
  public var forecasts: [BacktestForecast]
  /// Every forecast of the three views held against each other, three to one row of the outside
  /// view.
  public var viewForecasts: [BacktestForecast]
  /// The knowledge that wasn't dated by the days that were replayed: possible hindsight.
  public var hindsight: BacktestHindsight

  /// Makes a record from its parts.
  public init(
    title: LocalizedText, days: [String], knowledge: Knowledge, delays: Delays?, draws: Int,
    seed: UInt64,
    rows: [BacktestRow], views: [BacktestRow], verdicts: [BacktestVerdict],
    signs: [BacktestSign], forecasts: [BacktestForecast], viewForecasts: [BacktestForecast],
    hindsight: BacktestHindsight
  ) {
    self.title = title
    self.days = days
    self.knowledge = knowledge
    self.delays = delays
    self.draws = draws
    self.seed = seed
    self.rows = rows
    self.views = views
    self.verdicts = verdicts
    self.signs = signs
    self.forecasts = forecasts
    self.viewForecasts = viewForecasts
    self.hindsight = hindsight
  }
}

extension BacktestRecord {
  /// Every forecast: those of the outside view, then those that some of them were held against.
  package var allForecasts: [BacktestForecast] {
    forecasts + viewForecasts.filter { $0.view != .outside }
  }
}

/// In JSON without the single forecasts, which `breakeven backtest --forecasts` lists.
extension BacktestRecord: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, days, knowledge, delays, draws, seed, rows, views, verdicts, signs, hindsight
  }
}

/// The maker of a forecast.
public enum BacktestView: String, Hashable, Sendable, Codable, CaseIterable {
  /// The course that a panel of other companies gives.
  case outside
  /// The course with what the paths bring, by the weight of their evidence.
  case paths
  /// The paths' models alone.
  case inside
}

/// The quantity that was forecast.
public enum BacktestQuantity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Revenue of twelve months, as a logarithm.
  case revenue
  /// The operating result of twelve months, over the cost that was last known.
  case operatingIncome = "operating_income"
  /// Cash at the end of a year, over that cost.
  case cash
}

/// The group of companies.
public enum BacktestGroup: String, Hashable, Sendable, Codable, CaseIterable {
  /// All.
  case all
  /// Those that lost money when the forecast was made.
  case atRisk = "at_risk"
  /// Those that didn't.
  case earning
}

/// The results of forecasts of one kind.
public struct BacktestRow: Hashable, Sendable, Encodable {
  /// A share of forecasts with its 95 % interval by Jeffreys, for forecasts of companies that err
  /// together.
  public struct Share: Hashable, Sendable {
    /// The share.
    public var value: Double
    /// The 2.5th percentile.
    public var low: Double
    /// The 97.5th.
    public var high: Double

    /// Makes a share.
    public init(value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// The view they were made from.
  public var view: BacktestView
  /// The quantity.
  public var quantity: BacktestQuantity
  /// The group of companies.
  public var group: BacktestGroup
  /// The number of years ahead.
  public var years: Int
  /// The number of forecasts.
  public var count: Int
  /// The number of companies that they are of.
  public var companies: Int
  /// The share of forecasts in whose middle half the figure seen later lay.
  public var inside50: Share
  /// The share of forecasts in whose 90 % interval it lay.
  public var inside90: Share
  /// The mean of the share of draws below what was seen: a half where forecasts lean neither way.
  public var meanPit: Double
  /// The mean continuous ranked probability score.
  public var crps: Double
  /// The same of carrying the last year forward.
  public var crpsCarry: Double
  /// The same of the panel's growth, from last year's growth alone; nil for what it doesn't speak
  /// of.
  public var crpsPanel: Double?
  /// True if there are enough forecasts of enough companies to speak of calibration.
  public var isEstablished: Bool

  /// Makes a row.
  public init(
    view: BacktestView, quantity: BacktestQuantity, group: BacktestGroup, years: Int, count: Int,
    companies: Int, inside50: Share, inside90: Share, meanPit: Double, crps: Double,
    crpsCarry: Double, crpsPanel: Double? = nil, isEstablished: Bool
  ) {
    self.view = view
    self.quantity = quantity
    self.group = group
    self.years = years
    self.count = count
    self.companies = companies
    self.inside50 = inside50
    self.inside90 = inside90
    self.meanPit = meanPit
    self.crps = crps
    self.crpsCarry = crpsCarry
    self.crpsPanel = crpsPanel
    self.isEstablished = isEstablished
  }

  // Numbers in names are set apart by hand: the encoder leaves them where they are.
  private enum CodingKeys: String, CodingKey {
    case view, quantity, group, years, companies, crps
    case count = "n"
    case inside50 = "inside_50"
    case inside50Low = "inside_50_low"
    case inside50High = "inside_50_high"
    case inside90 = "inside_90"
    case inside90Low = "inside_90_low"
    case inside90High = "inside_90_high"
    case meanPit = "mean_pit"
    case crpsCarry = "crps_carry"
    case crpsPanel = "crps_panel"
    case isEstablished = "is_established"
  }

  /// Writes the keys of docs/schema/backtest.schema.json.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(view, forKey: .view)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(group, forKey: .group)
    try container.encode(years, forKey: .years)
    try container.encode(count, forKey: .count)
    try container.encode(companies, forKey: .companies)
    try container.encode(inside50.value, forKey: .inside50)
    try container.encode(inside50.low, forKey: .inside50Low)
    try container.encode(inside50.high, forKey: .inside50High)
    try container.encode(inside90.value, forKey: .inside90)
    try container.encode(inside90.low, forKey: .inside90Low)
    try container.encode(inside90.high, forKey: .inside90High)
    try container.encode(meanPit, forKey: .meanPit)
    try container.encode(crps, forKey: .crps)
    try container.encode(crpsCarry, forKey: .crpsCarry)
    try container.encodeIfPresent(crpsPanel, forKey: .crpsPanel)
    try container.encode(isEstablished, forKey: .isEstablished)
  }
}

/// One forecast and what came.
public struct BacktestForecast: Hashable, Sendable, Codable {
  /// The day on which it could have been made, `YYYY-MM-DD`.
  public var asOf: String
  /// The company's id.
  public var company: String
  /// The view it was made from.
  public var view: BacktestView
  /// The quantity.
  public var quantity: BacktestQuantity
  /// The number of years ahead.
  public var years: Int
  /// True if the company lost money then.
  public var isLosing: Bool
  /// The share of draws below what was seen.
  public var pit: Double
  /// The score of the draws.
  public var crps: Double
  /// The score of carrying the last year forward.
  public var crpsCarry: Double
  /// The score of the panel's growth; nil for what it doesn't speak of.
  public var crpsPanel: Double?

  /// Makes a forecast.
  public init(
    asOf: String, company: String, view: BacktestView, quantity: BacktestQuantity, years: Int,
    isLosing: Bool, pit: Double, crps: Double, crpsCarry: Double, crpsPanel: Double? = nil
  ) {
    self.asOf = asOf
    self.company = company
    self.view = view
    self.quantity = quantity
    self.years = years
    self.isLosing = isLosing
    self.pit = pit
    self.crps = crps
    self.crpsCarry = crpsCarry
    self.crpsPanel = crpsPanel
  }
}
