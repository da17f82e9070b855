import Publishing

/// The words where there is no number.
enum Absence: String, Phrases {
  static let topic = "Absence"

  case unknownBecause = "unknown: {reason}"
  case noneBecause = "none: {reason}"
  case emptyCell = "–"
  case notAssessed = "not assessed"
  case notModelled = "not modelled"
  case notPursued = "not pursued"
  case asAbove = "as above"
  case noReason = "no reason given"
}
