import Publishing
import RunRecord

/// The words for what the next reports will tell.
enum AheadWords: String, Phrases {
  static let topic = "AheadWords"

  case title = "What the next report will tell"
  case figure = "What it shows"
  case expected = "Due by"
  case forecast = "Forecast p50 (p5 to p95)"
  case moves = "Moves the odds by"
  case branches = "What it would mean"
  case company = "Company"
  case revenueGrowth = "revenue growth"
  case revenue = "revenue"
  case operatingResult = "operating result"
  case cash = "cash"
  case runRate = "revenue as a yearly rate"
  case moneyRaised = "money raised"
  case byMetrics = "{figure} ({metrics})"
  case ofPeriod = "{figure}, {period}"
  case noDate = "no date"
  case overdue = "overdue since {day}"
  case points = "±{points} points"
  case under = "under {high}"
  case between = "{low} to {high}"
  case from = "{low} and more"
  case nothing = "none"
  case any = "any"
  case upTo = "up to {high}"
  case branch = "{range} ({chance}): {odds}"
  case chance = "{range}: {chance}"
  case separator = "; "
  case breaks = "Breaks even first: {branches}."
  case chances = "{branches}."
  case flip = " Under {at} it is \"{below}\", from there on \"{above}\"."
  case standing = """
    {name}: breaks even first {broke}, still losing money {losing}, sold {sold}, out of money \
    {out}.
    """
  case without = "{name}: no odds that a figure could move. {reason}"
  case next = "The next report after that, on {report}, is due by {day}."
  case intro = """
    The odds of breaking even first by what is shown, in brackets how likely that is; what moves the \
    odds most comes first.
    """
  case ifLow = "If low"
  case ifMiddling = "If middling"
  case ifHigh = "If high"
  case turns = "The answer turns at"
  case turn = "{at}: {below} → {above}"
  case breaksEven = "breaks even"
  case runsOut = "out or sold"
  case losing = "still losing"
  case open
  case note = """
    Looked at: reports due from {day} to {until} and the newest that is overdue, and news without a \
    date. Branches are parts of the same {draws} draws, so that their odds average to those of today. \
    "Moves the odds by" is the standard deviation of the odds of breaking even first once the figure \
    is known.
    """
  case many = """
    Of each company the two figures that move its odds most; `breakeven ahead COMPANY` shows all. \
    Companies without odds are left out.
    """
  case came = "Came"
  case fell = "Branch"
  case level = "Percentile"
  case notYet = "not yet"
  case lowest = "the lowest"
  case middle = "the middle"
  case highest = "the highest"
  case only = "the only one"
  case settled = """
    {name}: by the draws that agree with these figures the odds of breaking even first go from \
    {base} to {new} (±{error} points; as good as {effective} of {draws} draws).
    """
  case regroups = " It was \"{base}\" and is \"{new}\"."
  case tooFew = """
    {name}: too few draws agree with these figures, as good as {effective} of {draws}, where \
    {least} are needed. Take them in and evaluate again: `{command}`.
    """
  case noneAgree = """
    {name}: no draw agrees with these figures, nor comes near them: look at their digits and units.
    """
  case noOdds = "{name} has no odds that these figures could move."
  case unsettled = "{name}: nothing of what was foretold is known yet."
  case moved = """
    The study as of {day} says something else of this now than what was written down, since its \
    models or facts have changed; branches and scores go by what was written down.
    """
  case scores = "How what was foretold held"
  case count = "Settled (companies)"
  case inside50 = "Inside 50 %"
  case inside90 = "Inside 90 %"
  case fellInto = "Lowest, middle, highest branch"
  case all = "all"
  case share = "{share} ({low}–{high})"
  case scored = """
    In brackets the 95 % interval of the share, errors of one company going together. Foretold as of \
    {day}, facts to {until}.
    """

  /// A group in a word or two, for a cell.
  static func short(_ group: OutcomeGroup) -> AheadWords {
    switch group {
    case .breakEven: AheadWords.breaksEven
    case .runOut: AheadWords.runsOut
    case .stillLosing: AheadWords.losing
    case .open: AheadWords.open
    }
  }

  /// The name of a kind of figure.
  static func name(of kind: ExpectedFigure.Kind) -> AheadWords {
    switch kind {
    case .revenueGrowth: AheadWords.revenueGrowth
    case .revenue: AheadWords.revenue
    case .operatingResult: AheadWords.operatingResult
    case .cash: AheadWords.cash
    case .runRate: AheadWords.runRate
    case .moneyRaised: AheadWords.moneyRaised
    }
  }
}
