import Publishing

/// How parts of a sentence and of a cell are put together.
enum Joining: String, Phrases {
  static let topic = "Joining"

  case listSeparator = ", "
  case listEnd = " and "
  case amountBySource = "{value} by {source}"
  case labelled = "{label}: {value}"
  case nameWithDetail = "{name} ({detail})"
  case inBrackets = " ({content})"
  case rangeTo = "{low} to {high}"
  case withUnit = "{name}, {unit}"
}
