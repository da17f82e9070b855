/// A company of both studies, with what moved of its headline numbers and why.
public struct CompanyChanges: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its names.
  public var names: LocalizedText
  /// What becomes of it before.
  public var base: StandingRecord
  /// What becomes of it after.
  public var new: StandingRecord
  /// The numbers that moved by more than noise, in the order of `Headline`.
  public var numbers: [NumberChange]
  /// The number of mixed states that could not be as they were asked for, in which something was
  /// taken from the other side.
  public var mixed: Int
  /// The sources of the changed facts and assumptions behind it that the side before doesn't know.
  public var newSources: [String]

  /// Makes a record from its parts.
  public init(
    id: String, names: LocalizedText, base: StandingRecord, new: StandingRecord,
    numbers: [NumberChange], mixed: Int = 0, newSources: [String] = []
  ) {
    self.id = id
    self.names = names
    self.base = base
    self.new = new
    self.numbers = numbers
    self.mixed = mixed
    self.newSources = newSources
  }
}

/// A headline number of a company.
public enum Headline: String, Hashable, Sendable, Codable, CaseIterable {
  /// The odds of breaking even before the money runs out.
  case brokeEven = "broke_even"
  /// The odds of running out of money.
  case cashedOut = "cashed_out"
  /// The odds of being sold.
  case sold
  /// The odds of losing money still at the horizon.
  case stillLosing = "still_losing"
  /// The median of months that the money lasts.
  case runway
  /// The median year of breaking even.
  case breakEvenYear = "break_even_year"
  /// The median revenue of the last common year.
  case revenue
  /// The median operating result of the last common year.
  case result

  /// True for the odds of a state.
  public var isOdds: Bool {
    switch self {
    case .brokeEven, .cashedOut, .sold, .stillLosing: true
    case .runway, .breakEvenYear, .revenue, .result: false
    }
  }
}

/// A headline number before and after, with its change split among factors.
public struct NumberChange: Hashable, Sendable, Codable {
  /// The number.
  public var headline: Headline
  /// Its unit; odds are fractions.
  public var unit: UnitName
  /// The number before.
  public var base: Double
  /// The number after.
  public var new: Double
  /// The number after less the number before: the sum of the shares.
  public var difference: Double
  /// The error of the difference that the draws leave.
  public var standardError: Double
  /// The parts of the change, most first, sampling noise last.
  public var shares: [FactorShare]

  /// Makes one from its parts.
  public init(
    headline: Headline, unit: UnitName, base: Double, new: Double, difference: Double,
    standardError: Double, shares: [FactorShare]
  ) {
    self.headline = headline
    self.unit = unit
    self.base = base
    self.new = new
    self.difference = difference
    self.standardError = standardError
    self.shares = shares
  }
}

/// A reason why two studies differ.
public struct ChangeFactor: Hashable, Sendable, Codable {
  /// The kind of reason.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Figures, ratings and rates that came, went or were corrected.
    case facts
    /// Distributions of inputs.
    case assumptions
    /// Formulas, criteria, units.
    case models
    /// Weights, anchors, the discount rate.
    case scoring
    /// The as-of day: time that passes.
    case time
    /// Companies that came or went and meet the others on their markets.
    case companies
    /// A path that came.
    case pathCame = "path_came"
    /// A path that went.
    case pathWent = "path_went"
    /// Another seed or number of draws.
    case noise
  }

  /// The kind of reason.
  public var kind: Kind
  /// The path's id, for one that came or went.
  public var path: String?

  /// Makes one.
  public init(_ kind: Kind, path: String? = nil) {
    self.kind = kind
    self.path = path
  }
}

/// The part of a change that is owed to one factor.
public struct FactorShare: Hashable, Sendable, Codable {
  /// The factor.
  public var factor: ChangeFactor
  /// Its part of the change, in the number's unit.
  public var share: Double
  /// The error of the part.
  public var standardError: Double
  /// True if the part is smaller than twice its error.
  public var isWithinNoise: Bool
  /// The parts of the part, most first; what items do only together is an entry without an item.
  public var items: [ItemShare]

  /// Makes one from its parts.
  public init(
    factor: ChangeFactor, share: Double, standardError: Double, isWithinNoise: Bool,
    items: [ItemShare] = []
  ) {
    self.factor = factor
    self.share = share
    self.standardError = standardError
    self.isWithinNoise = isWithinNoise
    self.items = items
  }
}

/// The part of a factor's share that is owed to one item.
public struct ItemShare: Hashable, Sendable, Codable {
  /// The place of the item among those of the record; nil for what is owed to several together.
  public var item: Int?
  /// The part, in the number's unit.
  public var share: Double

  /// Makes one.
  public init(item: Int?, share: Double) {
    self.item = item
    self.share = share
  }
}

/// One thing that differs.
public struct ChangedItem: Hashable, Sendable, Codable {
  /// The kind of thing.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Figures of a company for one metric and period.
    case fact
    /// Ratings of a company on one criterion.
    case rating
    /// What is said of a company itself: its region, how it is financed, where it is at home.
    case company
    /// Figures of a market for one metric and period.
    case marketFact = "market_fact"
    /// Exchange rates between two currencies.
    case rate
    /// The declarations of metrics.
    case metrics
    /// The distribution of an input of a model.
    case assumption
    /// The distribution of a market's input.
    case marketInput = "market_input"
    /// A value that a scenario or an option sets.
    case override
    /// A path's formulas, criteria and the like.
    case model
    /// The scoring policy.
    case scoring
    /// The as-of day.
    case day
    /// A company that came or went.
    case membership
    /// A path that came or went.
    case path
  }

  /// The kind of thing.
  public var kind: Kind
  /// The factor that it is part of.
  public var factor: ChangeFactor
  /// The company's id, for what is said of a company.
  public var company: String?
  /// The path or region that it belongs to.
  public var path: String?
  /// The metric, criterion, input or pair of currencies.
  public var name: String
  /// Its title, where it has one.
  public var title: LocalizedText?
  /// The period of a figure, as written.
  public var period: String?
  /// What it was, in the notation of model files; nil where it wasn't there.
  public var base: String?
  /// What it is; nil where it isn't there any more.
  public var new: String?
  /// The sources that it cites now, by id.
  public var sources: [String]
  /// Those of them that the side before doesn't know.
  public var newSources: [String]
  /// True if it is new or different and stands on memory or an assumption alone.
  public var isEstimate: Bool

  /// Makes one from its parts.
  public init(
    kind: Kind, factor: ChangeFactor, company: String? = nil, path: String? = nil, name: String,
    title: LocalizedText? = nil, period: String? = nil, base: String?, new: String?,
    sources: [String] = [], newSources: [String] = [], isEstimate: Bool = false
  ) {
    self.kind = kind
    self.factor = factor
    self.company = company
    self.path = path
    self.name = name
    self.title = title
    self.period = period
    self.base = base
    self.new = new
    self.sources = sources
    self.newSources = newSources
    self.isEstimate = isEstimate
  }
}
