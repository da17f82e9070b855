import Findings
import RunRecord
import Testing

struct LikelihoodTests {
  /// Worked by hand from the thresholds 0.55, 0.7, 0.9 and their mirror images.
  @Test(arguments: [
    (0.0, Likelihood.veryUnlikely), (0.0999, .veryUnlikely), (0.1, .unlikely), (0.2999, .unlikely),
    (0.31, .lessLikelyThanNot), (0.4499, .lessLikelyThanNot), (0.45, .asLikelyAsNot),
    (0.5, .asLikelyAsNot), (0.5499, .asLikelyAsNot), (0.55, .moreLikelyThanNot),
    (0.6999, .moreLikelyThanNot), (0.7, .likely), (0.8999, .likely), (0.9, .veryLikely),
    (1, .veryLikely),
  ])
  func wordsBeginAtTheirThresholds(chance: Double, expected: Likelihood) {
    #expect(Likelihood(chance, on: .standard) == expected)
  }

  /// What is likely has an opposite that is as unlikely; the thresholds themselves are on one side.
  @Test func theScaleIsItsOwnMirrorImage() {
    let words = Likelihood.allCases
    for percent in stride(from: 0.005, through: 0.995, by: 0.01) {
      let word = Likelihood(percent, on: .standard)
      let opposite = Likelihood(1 - percent, on: .standard)
      let place = words.firstIndex(of: word) ?? -1
      #expect(words.firstIndex(of: opposite) == words.count - 1 - place, "\(percent)")
    }
  }

  @Test func aStricterScaleNeedsMore() {
    var strict = JudgementScale.standard
    strict.likelihood.moreLikelyThanNot = 0.65
    #expect(Likelihood(0.6, on: .standard) == .moreLikelyThanNot)
    #expect(Likelihood(0.6, on: strict) == .asLikelyAsNot)
    #expect(Likelihood.likely > .moreLikelyThanNot)
  }
}
