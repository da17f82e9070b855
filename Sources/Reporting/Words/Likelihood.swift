import Publishing

/// A probability in words.
enum Likelihood: String, Phrases {
  static let topic = "Likelihood"

  case veryLikely = "very likely"
  case likely = "likely"
  case ratherLikely = "more likely than not"
  case tossUp = "as likely as not"
  case ratherUnlikely = "less likely than not"
  case unlikely = "unlikely"
  case veryUnlikely = "very unlikely"
}
