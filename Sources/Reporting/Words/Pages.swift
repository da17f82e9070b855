import Publishing

/// The names of pages, and the way back.
enum Pages: String, Phrases {
  static let topic = "Pages"

  case backToIndex = "← Back to the answer"
  case ranking = "The ranking"
  case unranked = "Companies without odds"
  case map = "Companies and paths"
  case changes = "What changed"
  case method = "How the numbers come about"
  case sources = "Sources"
}
