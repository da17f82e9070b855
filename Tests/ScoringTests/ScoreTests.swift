import Scoring
import Testing

@Suite struct ScoreTests {
  // Method C29: W 57.311373 and Q 60.
  @Test func workedCase() {
    let score = Score.draws(recovery: [57.311373], readiness: [60])
    #expect(isNear(score[0], 57.972019, within: 1e-6))
  }

  @Test func aZeroDoesNotAnnihilate() {
    // By hand: 100 × 0.01^0.75 × 1 = 3.1622777; both at the floor: 1.
    #expect(isNear(Score.draws(recovery: [0], readiness: [100])[0], 3.16227766, within: 1e-8))
    #expect(isNear(Score.draws(recovery: [0], readiness: [0])[0], 1, within: 1e-12))
    #expect(isNear(Score.draws(recovery: [100], readiness: [100])[0], 100, within: 1e-12))
  }

  @Test func weightsAreNormalised() {
    let weights = ScoreWeights(recovery: 3, readiness: 1)
    #expect(weights == ScoreWeights())
    let even = ScoreWeights(recovery: 1, readiness: 1)
    // The geometric mean of 25 and 100 is 50.
    let score = Score.draws(recovery: [25], readiness: [100], weights: even)
    #expect(isNear(score[0], 50, within: 1e-12))
  }

  @Test func withoutCriteriaRecoveryStandsAlone() {
    #expect(Score.draws(recovery: [40, 0], readiness: nil) == [40, 1])
    #expect(Score.draws(recovery: [.nan], readiness: nil)[0].isNaN)
    #expect(Score.draws(recovery: [40], readiness: [.nan])[0].isNaN)
  }

  @Test func carriesAddUpToPathSupport() {
    // By hand: 40 × 50/100 = 20, 30 × 20/100 = 6, other 10 × 50/100 = 5.
    let first = Score.carry(exposure: [40], score: [50])
    let second = Score.carry(exposure: [30], score: [20])
    #expect(first == [20] && second == [6])
    #expect(Score.pathSupport(carries: [first, second], other: [10]) == [31])
    #expect(Score.pathSupport(carries: [first], other: [10], otherScore: 0) == [20])
  }

  @Test func nothingCarriedIsNothingWhateverTheScore() {
    #expect(Score.carry(exposure: [0], score: [.nan]) == [0])
    #expect(Score.carry(exposure: [5], score: [.nan])[0].isNaN)
    #expect(Score.carry(exposure: [.nan], score: [5])[0].isNaN)
  }
}
