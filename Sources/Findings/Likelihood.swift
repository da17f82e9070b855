package import RunRecord

/// A chance in one of seven words, from very unlikely to very likely.
package enum Likelihood: String, CaseIterable, Hashable, Sendable, Comparable {
  case veryUnlikely, unlikely, lessLikelyThanNot, asLikelyAsNot, moreLikelyThanNot, likely
  case veryLikely

  /// The word for a chance of 0...1.
  ///
  /// The scale is its own mirror image: what is likely has an unlikely opposite.
  package init(_ chance: Double, on scale: JudgementScale) {
    let words = scale.likelihood
    switch chance {
    case words.veryLikely...: self = .veryLikely
    case words.likely...: self = .likely
    case words.moreLikelyThanNot...: self = .moreLikelyThanNot
    case (1 - words.moreLikelyThanNot)...: self = .asLikelyAsNot
    case (1 - words.likely)...: self = .lessLikelyThanNot
    case (1 - words.veryLikely)...: self = .unlikely
    default: self = .veryUnlikely
    }
  }

  package static func < (left: Likelihood, right: Likelihood) -> Bool {
    order(left) < order(right)
  }

  private static func order(_ word: Likelihood) -> Int { allCases.firstIndex(of: word) ?? 0 }
}
