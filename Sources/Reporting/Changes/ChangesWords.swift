import Publishing
import RunRecord

/// The words for what differs between two studies.
enum ChangesWords: String, Phrases {
  static let topic = "ChangesWords"

  case title = "What changed: {base} → {new}"
  case side_run = "run {name} as of {day}"
  case side_day = "as of {day}"
  case side_named = "{name} as of {day}"
  case moves = "**{name}**: {number} {base} → {new} ({difference} ± {error}), mostly by {cause}."
  case movesPlainly = "**{name}**: {number} {base} → {new} ({difference} ± {error})."
  case mixed = """
    Of the mixed states {count} couldn't be as they were asked for: what they need of the later side \
    was taken along.
    """
  case brokeEven = "breaks even first"
  case cashedOut = "runs out of money"
  case sold = "is sold"
  case stillLosing = "still loses money"
  case runway = "money lasts"
  case breakEvenYear = "median year of breaking even"
  case revenue = "revenue of {year}"
  case result = "operating result of {year}"
  case points = "{difference} points"
  case number = "What moved"
  case before = "Before"
  case after = "After"
  case difference = "Difference"
  case parts = "Of which"
  case company = "Company"
  case cause = "Mostly by"
  case facts = "facts"
  case assumptions = "assumptions"
  case models = "models"
  case scoring = "scoring"
  case time = "time"
  case companies = "companies that came or went"
  case pathCame = "the new path {path}"
  case pathWent = "the path {path}, which went"
  case pathsCame = "new paths"
  case pathsWent = "paths that went"
  case noise = "sampling noise"
  case part = "{factor} {share}"
  case partWithinNoise = "{factor} {share} (within noise)"
  case noisePart = "{factor} {share} ± {error}"
  case item = "{label}: {base} → {new}"
  case itemNew = "{label}: {new} (new)"
  case itemGone = "{label}: {base} (gone)"
  case itemSources = "{item} ({sources})"
  case itemShare = "{share}: {item}"
  case joint = "several together, and others"
  case ofPeriod = "{name} {period}"
  case ofModel = "{path}: {name}"
  case splitOf = "What it comes from, {number}:"
  case form = "formulas of {name}"
  case companyModel = "the company model"
  case asOfDay = "the day"
  case ratings = "rating {name}"
  case traits = "what is said of {name} itself"
  case came = "New: {names}."
  case went = "Gone: {names}."
  case comingOdds = "{name} (breaks even first {odds})"
  case pathsThatCame = "New paths: {names}."
  case pathsThatWent = "Paths that went: {names}."
  case more = "And {count} companies more, whose numbers moved less."
  case count = """
    {moved} of {all} companies moved by more than the draws leave open; of {noise} the plan differs \
    without that, of {same} it is the same.
    """
  case note = """
    Medians and odds to the end of {horizon} on the same {draws} draws. Parts add up to the difference \
    and don't depend on an order; ± is twice the error that the draws leave.
    """
  case broken = "Rules broken"
  case kept = "All {count} rules of {file} are kept."
  case rule = "**{rule}**: {what}."
  case ruleBecause = "**{rule}**: {what} ({because})."
  case regrouped = "{company} was \"{base}\" and is \"{new}\""
  case movedTooFar = "{company}, {number}: {base} → {new}, more than {limit}"
  case unsourced = "{item} cites no source that isn't memory or assumption"
  case cameOrWent = "{name} came or went"
  case files = "Files changed"
  case moreFiles = "and {count} more"
  case added = "{file} (new)"
  case removed = "{file} (gone)"
  case months = "{count} months"

  /// What a headline number is called.
  static func name(of headline: Headline) -> ChangesWords {
    switch headline {
    case .brokeEven: ChangesWords.brokeEven
    case .cashedOut: ChangesWords.cashedOut
    case .sold: ChangesWords.sold
    case .stillLosing: ChangesWords.stillLosing
    case .runway: ChangesWords.runway
    case .breakEvenYear: ChangesWords.breakEvenYear
    case .revenue: ChangesWords.revenue
    case .result: ChangesWords.result
    }
  }
}
