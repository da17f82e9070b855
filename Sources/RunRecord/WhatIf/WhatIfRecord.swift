/// What changes of companies when something is changed: the study as it is held against itself with
/// the changes, on the same draws.
public struct WhatIfRecord: Hashable, Sendable, Codable {
  /// The day as of which facts are known, `YYYY-MM-DD`, before any change.
  public var asOf: String
  /// The last year, before any change.
  public var horizon: Int
  /// The currency of money.
  public var currency: UnitName
  /// The number of draws.
  public var draws: Int
  /// The scenario that both sides are in; nil for the base case.
  public var scenario: String?
  /// The numbers from which words are said.
  public var judgements: JudgementScale
  /// What was changed, in the order given.
  public var changes: [ChangeRecord]
  /// The companies, in the order asked for.
  public var companies: [ChangedCompanyRecord]
  /// The number of companies at risk that break even first, before and after; nil where not all
  /// companies were asked for.
  public var atRisk: AtRiskChange?

  /// Makes a record from its parts.
  public init(
    asOf: String, horizon: Int, currency: UnitName, draws: Int, scenario: String? = nil,
    judgements: JudgementScale, changes: [ChangeRecord], companies: [ChangedCompanyRecord],
    atRisk: AtRiskChange? = nil
  ) {
    self.asOf = asOf
    self.horizon = horizon
    self.currency = currency
    self.draws = draws
    self.scenario = scenario
    self.judgements = judgements
    self.changes = changes
    self.companies = companies
    self.atRisk = atRisk
  }
}

/// How many companies at risk break even first, on average over the draws.
public struct AtRiskChange: Hashable, Sendable, Codable {
  /// Before.
  public var base: Double
  /// After.
  public var new: Double

  /// Makes one.
  public init(base: Double, new: Double) {
    self.base = base
    self.new = new
  }
}

/// One thing that was changed, as it was understood.
public struct ChangeRecord: Hashable, Sendable, Codable {
  /// The thing that was changed.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// An input of a model.
    case input
    /// A reported figure.
    case fact
    /// Money that comes in.
    case money
    /// A setting of the study.
    case setting
  }

  /// The change as it was typed.
  public var text: String
  /// The thing that was changed.
  public var kind: Kind
  /// The company for which alone it was changed; nil for all.
  public var company: String?
  /// The name of the input, metric or setting.
  public var name: String
  /// Its title, where it has one.
  public var title: LocalizedText?
  /// What it was before, in words of the language of models; nil where it wasn't there.
  public var base: String?
  /// What it is after.
  public var new: String
  /// What a reader should know of it.
  public var remarks: [Remark]

  /// Makes a record from its parts.
  public init(
    text: String, kind: Kind, company: String? = nil, name: String, title: LocalizedText? = nil,
    base: String? = nil, new: String, remarks: [Remark] = []
  ) {
    self.text = text
    self.kind = kind
    self.company = company
    self.name = name
    self.title = title
    self.base = base
    self.new = new
    self.remarks = remarks
  }
}

/// A company before and after the changes.
public struct ChangedCompanyRecord: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its names.
  public var names: LocalizedText
  /// What becomes of it before.
  public var base: StandingRecord
  /// What becomes of it after.
  public var new: StandingRecord
  /// The odds of breaking even first after less those before, a fraction; nil without odds on both
  /// sides.
  public var difference: Double?
  /// The error of the difference that the number of draws leaves, both being on the same draws.
  public var standardError: Double?
  /// What moved on the way by more than such an error, from inputs over lines to the outcome.
  public var moved: [MovedRecord]

  /// Makes a record from its parts.
  public init(
    id: String, names: LocalizedText, base: StandingRecord, new: StandingRecord,
    difference: Double?, standardError: Double?, moved: [MovedRecord]
  ) {
    self.id = id
    self.names = names
    self.base = base
    self.new = new
    self.difference = difference
    self.standardError = standardError
    self.moved = moved
  }
}

/// What becomes of a company in one of two runs.
public struct StandingRecord: Hashable, Sendable, Codable {
  /// The group that it is in.
  public var group: CompanyGroup
  /// Its place among all companies of the study that are ranked, 1 the best; nil where nobody asked,
  /// or it isn't ranked.
  public var rank: Int?
  /// The tier of that place; nil with it.
  public var tier: String?
  /// The four states; nil for a company that earns, and where nothing can be said.
  public var states: StateProbabilities?
  /// The reason why there are no odds, or nil.
  public var reason: Reason?
  /// True if it earns by its reported figures.
  public var isEarning: Bool
  /// The median year of breaking even; nil where half of the draws don't get there.
  public var breakEvenYear: Int?
  /// The median of months that the money lasts, with rounds; nil where nobody asks.
  public var runwayMonths: Double?
  /// How far the model looks, in months: a runway of so many is that long or longer; nil where nobody
  /// asks.
  public var runwayCensoredAt: Double?
  /// The median revenue of the last year that both runs have, in the study's currency.
  public var revenue: Double?
  /// The median operating result of the last year that both runs have, in the study's currency.
  public var operatingResult: Double?

  /// Makes a record from its parts.
  public init(
    group: CompanyGroup = .unknown, rank: Int? = nil, tier: String? = nil,
    states: StateProbabilities? = nil, reason: Reason? = nil, isEarning: Bool = false,
    breakEvenYear: Int? = nil, runwayMonths: Double? = nil, runwayCensoredAt: Double? = nil,
    revenue: Double? = nil, operatingResult: Double? = nil
  ) {
    self.group = group
    self.rank = rank
    self.tier = tier
    self.states = states
    self.reason = reason
    self.isEarning = isEarning
    self.breakEvenYear = breakEvenYear
    self.runwayMonths = runwayMonths
    self.runwayCensoredAt = runwayCensoredAt
    self.revenue = revenue
    self.operatingResult = operatingResult
  }
}

/// A number that moved on the way from a change to the odds.
public struct MovedRecord: Hashable, Sendable, Codable {
  /// The place on the way.
  public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    /// An input of a model.
    case input
    /// A line of business: revenue, contribution or investment of a path.
    case line
    /// The company's course: growth, margin, revenue, result.
    case course
    /// Its money.
    case money
  }

  /// The place on the way.
  public var stage: Stage
  /// The path that it belongs to; nil for the company's own.
  public var path: String?
  /// The name, as in the models.
  public var name: String
  /// The title for readers.
  public var title: LocalizedText?
  /// The year, for a number that differs from year to year.
  public var year: Int?
  /// The unit.
  public var unit: UnitName
  /// The median before.
  public var base: Double
  /// The median after.
  public var new: Double
  /// How far the model looks, for a time that may be longer: so much is that much or more; nil for other
  /// numbers.
  public var censoredAt: Double?
  /// The median after less the one before.
  public var difference: Double
  /// Its error, by the spread of the difference between sixteenths of the draws.
  public var standardError: Double

  /// Makes a record from its parts.
  public init(
    stage: Stage, path: String? = nil, name: String, title: LocalizedText?, year: Int? = nil,
    unit: UnitName, base: Double, new: Double, censoredAt: Double? = nil, difference: Double,
    standardError: Double
  ) {
    self.stage = stage
    self.path = path
    self.name = name
    self.title = title
    self.year = year
    self.unit = unit
    self.base = base
    self.new = new
    self.censoredAt = censoredAt
    self.difference = difference
    self.standardError = standardError
  }
}
