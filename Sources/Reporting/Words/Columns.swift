import Publishing

/// Titles of columns that several tables have.
enum Columns: String, Phrases {
  static let topic = "Columns"

  case company = "Company"
  case headroom = "Headroom p5 – p50 – p95"
  case reason = "Reason"
  case missing = "Missing"
  case existingBusiness = "Existing business"
  case uncoveredCost = "Uncovered cost"
  case path = "Path"
  case value = "Value"
  case meaning = "Meaning"
  case source = "Source"
  case exposure = "Exposure"
  case moneyBackIndex = "Money-back index"
  case readiness = "Readiness"
  case score = "Score"
  case viability = "Money back"
  case payback = "Payback year"
  case evidence = "Evidence"
  case input = "Input"
  case kind = "Rests on"
  case level = "Level 0–4"
  case values = "Mean (p5 to p95)"
  case variable = "Variable"
  case formula = "Formula"
  case metric = "Figure"
  case period = "Period"
}
