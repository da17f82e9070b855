import Publishing

/// The patterns that join parts of a sentence or of a cell.
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
  case nextSentence = "{sentence} {next}"
  case fullStop = "."
}
