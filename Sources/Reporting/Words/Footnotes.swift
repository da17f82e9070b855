import Publishing

/// The notes under tables.
enum Footnotes: String, Phrases {
  static let topic = "Footnotes"

  case meansWithIntervals = "Means over draws with p5 to p95 in brackets."
  case estimates = """
    ≈ marks estimates (the source is memory or an assumption), ◇ marks assumptions. \
    Neither is a fact.
    """
}
