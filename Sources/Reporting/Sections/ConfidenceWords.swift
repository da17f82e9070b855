import Publishing
import RunRecord

/// How far a fact is to be trusted, in a word.
enum ConfidenceWords {
  static func text(_ confidence: FactConfidence, _ context: some Speaker) -> String {
    switch confidence {
    case .high: context.text(Words.high)
    case .medium: context.text(Words.medium)
    case .low: context.text(Words.low)
    }
  }
}

extension ConfidenceWords {
  enum Words: String, Phrases {
    static let topic = "ConfidenceWords"

    case high, medium, low
  }
}
