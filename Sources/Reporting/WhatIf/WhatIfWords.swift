import Publishing
import RunRecord

/// The words for what a change does.
enum WhatIfWords: String, Phrases {
  static let topic = "WhatIfWords"

  case changed = "Changed"
  case change = "{name}: {base} → {new}"
  case changeNew = "{name}: {new}"
  case named = "{title} ({name})"
  case moves = """
    **{name}**: the odds of breaking even before the money runs out go from {base} to {new} \
    ({difference} points, ± {error}).
    """
  case stays = """
    **{name}**: the odds of breaking even before the money runs out stay at {base}.
    """
  case appears =
    "**{name}**: before, nothing could be said; now the odds of breaking even first are {new}."
  case disappears =
    "**{name}**: the odds of breaking even first were {base}; now nothing can be said."
  case earns = "**{name}** earns by its reported figures, so that it has no odds."
  case silent = "**{name}**: nothing can be said, before or after: {reason}."
  case mostly = "Most of it from \"{state}\": {base} → {new}."
  case unsure = """
    **{name}**: the odds of breaking even before the money runs out are {base}; the difference of \
    {difference} points is within what the draws leave open (± {error}): --draws {draws} would tell.
    """
  case because = "What moved on the way: {moves}."
  case mostOnTheWay = "What moved most on the way: {most}; with it {moves}."
  case moved = "{name} {base} → {new}"
  case regroups = "It was \"{base}\" and is \"{new}\"."
  case staysInGroup = "It stays \"{group}\"."
  case ranks = "Its rank goes from {base} to {new}."
  case keepsRank = "Its rank stays {rank}."
  case rank = "Rank (tier)"
  case withDifference = "{value} {difference}±{error}"
  case what = "What moved"
  case base = "Before"
  case new = "After"
  case difference = "Difference"
  case inYear = "{name}, {year}"
  case ofPath = "{path}: {name}"
  case line_revenue = "revenue"
  case line_contribution = "contribution"
  case line_investment = "investment"
  case nothingMoved = "Nothing moved by more than the draws leave open."
  case together = """
    Of the companies at risk {base} break even first on average before, {new} after.
    """
  case note = """
    Both on the same {draws} draws, as of {day}, to the end of {horizon}; medians. What moved by less \
    than twice its error is left out.
    """
  case breakEven = "more likely than not to break even first"
  case runOut = "more likely than not to run out of money or be sold"
  case stillLosing = "more likely than not to lose money still"
  case open = "open"
  case already = "profitable already"
  case unknown = "too little known"

  /// What a group is called within a sentence.
  static func name(of group: CompanyGroup) -> WhatIfWords {
    switch group {
    case .breakEven: WhatIfWords.breakEven
    case .runOut: WhatIfWords.runOut
    case .stillLosing: WhatIfWords.stillLosing
    case .open: WhatIfWords.open
    case .already: WhatIfWords.already
    case .unknown: WhatIfWords.unknown
    }
  }
}
