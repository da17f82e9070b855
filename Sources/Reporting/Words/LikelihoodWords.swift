package import Findings
import Publishing

/// A chance in words.
package enum LikelihoodWords: String, Phrases {
  package static let topic = "LikelihoodWords"

  case veryLikely = "very likely"
  case likely
  case moreLikelyThanNot = "more likely than not"
  case asLikelyAsNot = "as likely as not"
  case lessLikelyThanNot = "less likely than not"
  case unlikely
  case veryUnlikely = "very unlikely"

  /// The words of a judgement.
  package init(_ likelihood: Likelihood) {
    self =
      switch likelihood {
      case .veryLikely: LikelihoodWords.veryLikely
      case .likely: LikelihoodWords.likely
      case .moreLikelyThanNot: LikelihoodWords.moreLikelyThanNot
      case .asLikelyAsNot: LikelihoodWords.asLikelyAsNot
      case .lessLikelyThanNot: LikelihoodWords.lessLikelyThanNot
      case .unlikely: LikelihoodWords.unlikely
      case .veryUnlikely: LikelihoodWords.veryUnlikely
      }
  }
}
