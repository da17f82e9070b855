package import Facts
internal import Nowcast

/// The quantities that `nowcast:` may name in the company model: the state of today as numbers,
/// and what is known of the company besides its accounts (docs/nowcast.md).
///
/// The filter that finds them isn't a formula. All that is made of them is.
package enum NowcastQuantity: String, Hashable, Sendable, CaseIterable {
  case level
  case levelDeviation = "level_sd"
  case trend
  case trendDeviation = "trend_sd"
  case trendCorrelation = "trend_level_correlation"
  case growth
  case baseLevel = "base_level"
  case knowsCosts = "knows_k"
  case costRatioLow = "k_low"
  case costRatioHigh = "k_high"
  case costRatioDeviation = "k_sd"
  case isLosing = "is_losing"
  case knowsGap = "knows_gap"
  case gap
  case knowsCash = "knows_cash"
  case cash
  case cashDeviation = "cash_sd"
  case cashAge = "cash_age"
  case money
  case debt
  case knowsWorth = "knows_worth"
  case worth
  case year
  case elapsed
  case length
  case shift
  case isInChina = "is_in_china"
  case isListed = "is_listed"
  case isStateLinked = "is_state_linked"
  case isParentBacked = "is_parent_backed"
  case parentCashFlow = "parent_cash_flow"
  case roundAge = "round_age"
  case promised

  /// The unit that an input of it must be declared in, or a multiple of it.
  package var unit: String {
    switch self {
    case .cash, .cashDeviation, .money, .debt, .worth, .promised: "USD"
    case .parentCashFlow: "USD/year"
    case .cashAge, .roundAge: "year"
    default: "1"
    }
  }

  /// Where its values live: what is set in its place is held against it.
  package var domain: ValueDomain {
    switch self {
    case .knowsCosts, .isLosing, .knowsGap, .knowsCash, .knowsWorth, .elapsed, .isInChina,
      .isListed,
      .isStateLinked, .isParentBacked:
      .share
    case .levelDeviation, .trendDeviation, .costRatioDeviation, .cash, .cashDeviation, .cashAge,
      .debt, .worth, .length, .roundAge, .promised:
      .nonNegative
    case .year: .year
    case .trendCorrelation: .correlation
    case .trend, .growth: .logChange
    // Who earns next to nothing has costs of any multiple of revenue.
    case .level, .baseLevel, .costRatioLow, .costRatioHigh, .gap, .money, .shift, .parentCashFlow:
      .number
    }
  }

  /// True if the as-of day and the years of the study say it: to change it is to change them.
  package var isOfCalendar: Bool {
    switch self {
    case .year, .elapsed, .length, .shift: true
    default: false
    }
  }

  /// True if it has a value for each year.
  package var variesByYear: Bool {
    switch self {
    case .length, .shift, .promised: true
    default: false
    }
  }

  /// True if it is a state that accounts tell, rather than how sure or how old that is.
  package var isReported: Bool {
    switch self {
    case .level, .trend, .growth, .costRatioLow, .costRatioHigh, .gap, .cash, .money, .debt, .worth:
      true
    default: false
    }
  }

  /// How sure it is, where that is a quantity of its own.
  package var deviation: NowcastQuantity? {
    switch self {
    case .level: .levelDeviation
    case .trend: .trendDeviation
    case .costRatioLow, .costRatioHigh: .costRatioDeviation
    case .cash: .cashDeviation
    default: nil
    }
  }

  /// What says that it is known; nil of what always is.
  package var isKnownBy: NowcastQuantity? {
    switch self {
    case .costRatioLow, .costRatioHigh: .knowsCosts
    case .gap: .knowsGap
    case .cash, .money, .debt: .knowsCash
    case .worth: .knowsWorth
    default: nil
    }
  }

  /// The metric by whose next figure accounts tell it; nil for what they don't tell.
  package var metric: String? {
    switch self {
    case .level, .trend, .growth, .baseLevel: "revenue"
    case .costRatioLow, .costRatioHigh: "operating_income"
    case .gap: "operating_cash_flow"
    case .cash, .money: "cash_and_short_term_investments"
    case .debt: "total_debt"
    case .worth: "market_capitalisation"
    default: nil
    }
  }

  /// The metrics of which one's figure it is as it stands; none for what is worked out of several.
  package var figures: [String] {
    switch self {
    case .cash: Accounts.cashMetrics
    case .debt, .worth: [metric].compactMap(\.self)
    default: []
    }
  }

  /// The quantity in one sentence; docs/nowcast.md has the same.
  package var summary: String {
    switch self {
    case .level: "Natural logarithm of revenue a year in US dollars, at the last observation."
    case .levelDeviation: "Standard deviation of the level."
    case .trend: "Log growth a year to be expected at the last observation."
    case .trendDeviation: "Standard deviation of the trend."
    case .trendCorrelation: "Correlation of trend and level."
    case .growth: "Log growth of the base over the twelve months before it."
    case .baseLevel: "Natural logarithm of revenue in the base window, in US dollars."
    case .knowsCosts: "1 where a result of any kind is known, else 0."
    case .costRatioLow: "Lowest ln(cost/revenue) today that the reported results leave."
    case .costRatioHigh: "Highest ln(cost/revenue) today that they leave."
    case .costRatioDeviation: "Standard deviation that carrying it to today adds."
    case .isLosing: "1 where the base loses money or no result is known, else 0."
    case .knowsGap: "1 where twelve months have a cash flow, else 0."
    case .gap: "Cash flow after investment less operating result, over cost."
    case .knowsCash: "1 where a balance or a round is known, else 0."
    case .cash: "The newest balance."
    case .cashDeviation: "Standard deviation of the newest balance."
    case .cashAge: "Years from the day of that balance to the as-of day."
    case .money: "Money that came in since that balance."
    case .debt: "Interest-bearing debt."
    case .knowsWorth: "1 where the company's worth is known, else 0."
    case .worth: "What the company was last said to be worth."
    case .year: "The calendar year of the as-of day."
    case .elapsed: "The share of that year that is over."
    case .length: "The step to the middle of each year, in years; 0 in the first, the state's own."
    case .shift: "Years back from the state to the middle of the as-of year, where that is past."
    case .isInChina: "1 for a company of China or Hong Kong, else 0."
    case .isListed: "1 for a company on a stock exchange, else 0."
    case .isStateLinked: "1 for a company with state institutions or funds behind it, else 0."
    case .isParentBacked: "1 for a unit of a parent company, else 0."
    case .parentCashFlow: "The parent's free cash flow a year; 0 where it isn't known."
    case .roundAge: "Time since the newest round; a hundred years where none is known."
    case .promised: "Promised money that is paid in the year, in the draws in which it comes."
    }
  }
}
