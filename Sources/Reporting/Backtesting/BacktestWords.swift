import Publishing
import RunRecord

/// The words on a replay of past days.
enum BacktestWords: String, Phrases {
  static let topic = "BacktestWords"

  case title = "How past forecasts of this method held"
  case question = "How well did past forecasts of this method hold?"
  case answer = """
    A year ahead {revenue} of {count} forecasts of revenue and {result} of {resultCount} of the \
    operating result came out inside their 90 % intervals; 90 % is what they claim.
    """
  case answerNone = "No forecast a year ahead can be held against what was reported since."
  case intro = """
    {count} past days from {first} to {last} were replayed, and what would have been forecast \
    then was held against what was reported since: {draws} draws each, seed {seed}.
    """
  case published = """
    A fact counts as known from the day on which its source published it.
    """
  case usualDelays = """
    A fact counts as known by the usual delay of publication, whenever it was gathered: a year \
    {year} months after its end, a half {half}, a quarter {quarter}, a balance or a yearly rate \
    {moment}.
    """
  case view = "View"
  case asOf = "As of"
  case quantity = "Quantity"
  case group = "Companies"
  case years = "Years"
  case count = "n (firms)"
  case inside50 = "In 50 %"
  case inside90 = "In 90 %"
  case meanPit = "PIT"
  case crps = "CRPS"
  case carry = "Carried on"
  case panel = "Panel"
  case outside
  case paths = "with paths"
  case inside = "inside alone"
  case revenue = "Revenue"
  case operatingIncome = "Operating result"
  case cash = "Cash"
  case all
  case atRisk = "at risk"
  case earning
  case established = """
    * fewer than 20 forecasts or 8 companies: calibration not established.
    """
  case intervals = """
    In brackets: 95 % intervals of the shares by Jeffreys, with the forecasts of one company \
    taken to err together. CRPS is of log revenue, and of results and cash over the cost that was \
    last known; "carried on" is the score of saying that the last year repeats, \
    "panel" of the growth that a panel of other companies had after such a year, with its noise.
    """
  case views = "The same forecasts in three views"
  case viewsIntro = """
    Where a path of a company could be assessed with what was known on the day, its operating \
    result was forecast three times on the same draws: by companies like it alone (outside), with \
    what its paths add by the weight of their evidence, and with the paths' models in full. Paths \
    have to earn their weight here; revenue they don't move.
    """
  case noViews = """
    Paths aren't compared: on none of these days could a path of a company be assessed with what \
    was known then, with a result seen since.
    """
  case viewsHindsight = """
    Of {used} assumptions of paths and markets, {count} have no version by the first day: whoever \
    wrote them knew what came since, which favours the paths.
    """
  case verdict = """
    {quantity}: of {count} forecasts of {companies} companies, all years ahead together, the mean \
    CRPS is {outsideScore} outside, {pathsScore} with paths and {insideScore} inside alone. \
    {finding}
    """
  case alike = "The first two score alike: paths have earned no weight so far."
  case lower = "Lowest: {best}, {gain} below {rival}{range}; {evidence}. {weight}"
  case evidenceEstablished = "the difference is established"
  case evidenceChance = "the difference is not established, since chance alone may make it"
  case evidenceFew = """
    the difference is not established: fewer than 20 forecasts or 8 companies
    """
  case weightEarned = "The paths have earned their weight."
  case weightOpen = "Whether paths earn their weight is open."
  case weightLost = "The paths have not earned their weight: without them forecasts were better."
  case signs = "Chances of a result not below zero"
  case signsIntro = """
    Years ahead: {years}; {count} forecasts: Brier score {brier}; saying that the sign stays: {carry}.
    """
  case bin = "Told between"
  case told = "Told, mean"
  case seen = "Seen"
  case forecasts = "Forecasts"
  case hindsight = "Possible hindsight"
  case hindsightText = """
    {count} of {used} assumptions have no version by the first day: they come from a panel of \
    other companies and are not tuned on these, but nobody wrote them down then. {fields} of a \
    company have no date.
    """
  case hindsightNames = "Which assumptions"
  case pits = "Where what was seen lay in its forecast, a year ahead"
  case pitsDescription = """
    A dot a forecast; even rows are well calibrated; outside the grey lines lies what missed its \
    90 % interval
    """
  case pitsManyDescription = """
    A dot for every {count} forecasts or part of them; even rows are well calibrated; outside the grey \
    lines lies what missed its 90 % interval
    """
  case line = """
    How past forecasts of revenue and result held: a year ahead {revenue} of revenues and {result} \
    of operating results lay inside their 90 % intervals ({count} and {resultCount} forecasts; \
    {knowledge}). More: {page}.
    """
  case lineDelays = "facts known by the usual delays of publication"
  case linePublished = "facts known from the day of publication"
  case linkText = "the backtest"

  static func name(_ view: BacktestView) -> BacktestWords {
    switch view {
    case .outside: BacktestWords.outside
    case .paths: BacktestWords.paths
    case .inside: BacktestWords.inside
    }
  }

  static func name(_ quantity: BacktestQuantity) -> BacktestWords {
    switch quantity {
    case .revenue: BacktestWords.revenue
    case .operatingIncome: BacktestWords.operatingIncome
    case .cash: BacktestWords.cash
    }
  }

  static func name(_ group: BacktestGroup) -> BacktestWords {
    switch group {
    case .all: BacktestWords.all
    case .atRisk: BacktestWords.atRisk
    case .earning: BacktestWords.earning
    }
  }
}
