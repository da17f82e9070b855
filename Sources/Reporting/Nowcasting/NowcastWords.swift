import Publishing
import RunRecord

/// The words on a company's state today.
enum NowcastWords: String, Phrases {
  static let topic = "NowcastWords"

  case title = "Where the company stands today"
  case evidence = "What was observed, and what the state makes of it"
  case chart = "{company}: yearly revenue as reported, and the filtered level, {unit}"
  case chartDescription = "Bars: reported periods as yearly rates; line and band: level, p5 to p95"
  case window = "twelve months"
  case part = "part of a year"
  case runRate = "yearly rate told"
  case level = "filtered level"
  case band = "p5–p95"
  case base = "Revenue of the twelve months to {end}: {revenue} ({terms})."
  case noBase = """
    No twelve months of revenue are known: the state rests on yearly rates that were told.
    """
  case today = """
    On {day} the yearly rate is about {level}, and its trend is {trend} a year.
    """
  case observation = "Observed"
  case period = "Periods"
  case yearlyRate = "Yearly rate"
  case uncertainty = "90 %"
  case moved = "Moved the level"
  case start = "start"
  case quantity = "State"
  case growth = "Growth to the base"
  case growthMeaning = "the newest twelve months against those a year before"
  case trend = "Trend"
  case trendMeaning = "growth a year at the last observation, p5 to p95"
  case result = "Operating result"
  case resultMeaning = "of the twelve months to {end}"
  case resultEstimated = """
    of the twelve months to {end}; an estimate by {metrics}, since no operating result is known
    """
  case costReported = "Costs over revenue, reported"
  case costReportedMeaning = "revenue less the operating result, over revenue"
  case costToday = "Costs over revenue, today"
  case costTodayMeaning = """
    the same brought to today: of growth that was seen costs follow the part that the panel says
    """
  case assumed = "assumed"
  case costAssumed = "no result of any kind is known, so all that follows rests on an assumption"
  case gap = "Cash flow beyond the result"
  case gapMeaning = "cash flow less investment less the operating result, over costs"
  case cash = "Cash"
  case cashMeaning = """
    {metric} of {day}: {balance}; came in since: {since}; debt that isn't rolled over: {debt}; \
    before what was earned or burnt since
    """
  case cashOfRounds = "no balance is known: a part of what was raised up to {day}"
  case cashUnknown = "neither a balance nor a round is known"

  /// The name of a sort of observation.
  static func kind(_ kind: NowcastObservation.Kind) -> NowcastWords {
    switch kind {
    case .window: NowcastWords.window
    case .part: NowcastWords.part
    case .runRate: NowcastWords.runRate
    }
  }
}
