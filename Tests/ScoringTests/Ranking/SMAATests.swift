import Scoring
import Simulation
import Testing

@Suite struct SMAATests {
  private func constant(_ scores: [[Double]], draws: Int) -> [[[Double]]] {
    scores.map { $0.map { Array(repeating: $0, count: draws) } }
  }

  // Method C18, integral by hand: A (1, 0), B (.6, .6), C (0, 1), free weights. Evenly
  // spread weights give the integrals to the spacing.
  @Test func workedCase() throws {
    let draws = 1000
    let smaa = SMAA(
      scores: constant([[1, 0], [0.6, 0.6], [0, 1]], draws: draws),
      space: WeightSpace(freeBy: [midpoints(draws)]))
    let expected: [([Double], Double)] = [
      ([0.4, 0.1, 0.5], 0.8), ([0.2, 0.8, 0], 0.5), ([0.4, 0.1, 0.5], 0.2),
    ]
    for (alternative, (shares, central)) in zip(smaa.alternatives, expected) {
      for (share, expected) in zip(alternative.rankShares, shares) {
        #expect(isNear(share, expected, within: 1.5e-3))
      }
      let weights = try #require(alternative.centralWeights)
      #expect(isNear(weights[0], central, within: 1e-3))
      #expect(isNear(weights[1], 1 - central, within: 1e-3))
      #expect(alternative.confidenceFactor == 1)
    }
    #expect(isNear(smaa.alternatives[1].expectedRank, 1.8, within: 2e-3))
    #expect(smaa.alternatives[0].rankInterval.p5 == 1)
    #expect(smaa.alternatives[0].rankInterval.p95 == 3)
    #expect(smaa.alternatives[1].rankInterval.p95 == 2)
    // Scores don't vary: all instability is the weights'.
    #expect(smaa.instabilityFromWeights == 1)
    // B beats A where w1 < 0.6.
    #expect(isNear(smaa.prefers(1, over: 0), 0.6, within: 1.5e-3))
  }

  // Method C19, closed form: N(60, 10) beats N(50, 10) with Phi(1 / sqrt 2) = 0.760250. A
  // 128 × 128 grid of levels misses the line between by at most the cells it crosses.
  @Test func pairwise() {
    let grid = midpoints(128)
    let first = grid.flatMap { level in grid.map { _ in 60 + 10 * Elementary.normalQuantile(level) }
    }
    let second = grid.flatMap { _ in grid.map { 50 + 10 * Elementary.normalQuantile($0) } }
    let space = WeightSpace(weights: [Array(repeating: 1, count: first.count)])
    let smaa = SMAA(scores: [[first], [second]], space: space)
    #expect(isNear(smaa.prefers(0, over: 1), 0.760250, within: 2e-3))
    #expect(isNear(smaa.prefers(0, over: 1) + smaa.prefers(1, over: 0), 1, within: 1e-12))
    #expect(smaa.instabilityFromWeights == 0)
  }

  @Test func tiesShareTheirRanks() {
    let draws = 100
    let smaa = SMAA(
      scores: constant([[5], [5], [1]], draws: draws),
      space: WeightSpace(weights: [Array(repeating: 1, count: draws)]))
    #expect(smaa.alternatives[0].rankShares == [0.5, 0.5, 0])
    #expect(smaa.alternatives[0].expectedRank == 1.5)
    #expect(smaa.alternatives[2].rankShares == [0, 0, 1])
    #expect(smaa.prefers(0, over: 1) == 0.5)
    #expect(smaa.instabilityFromWeights == nil)
    #expect(smaa.order == [0, 1, 2])
    // Half of the draws each: enough for central weights.
    #expect(smaa.alternatives[0].centralWeights == [1])
    #expect(smaa.alternatives[0].confidenceFactor == 0.5)
    #expect(smaa.alternatives[2].centralWeights == nil)
  }

  @Test func unknownDrawsAreLeftOut() {
    let space = WeightSpace(weights: [[1, 1, 1]])
    let smaa = SMAA(scores: [[[10, 20, .nan]], [[15, 15, 15]]], space: space, leastFirsts: 1)
    #expect(smaa.dropped == 1)
    #expect(smaa.alternatives.map(\.meanUtility) == [15, 15])
    #expect(smaa.prefers(0, over: 1) == 0.5)
    let none = SMAA(scores: [[[.nan, .nan, .nan]], [[1, 1, 1]]], space: space)
    #expect(none.order == [1, 0])
    #expect(none.prefers(0, over: 1) == 0.5)
  }

  // Method 5.5, property: adding a company changes no other company's utility, nor the
  // order of two others, nor P(A > B).
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func othersDoNotMatter(_ seed: UInt64) {
    var random = SplitMix(seed)
    let draws = 400
    let space = WeightSpace(orderedBy: (0..<3).map { _ in random.uniforms(draws) })
    let scores = (0..<6).map { _ in
      (0..<4).map { _ in
        let low = random.uniform(0...60)
        return random.values(draws, in: low...low + 40)
      }
    }
    let all = SMAA(scores: scores, space: space)
    for left in scores.indices {
      let rest = scores.indices.filter { $0 != left }
      let fewer = SMAA(scores: rest.map { scores[$0] }, space: space)
      #expect(fewer.order.map { rest[$0] } == all.order.filter { $0 != left })
      for (place, index) in rest.enumerated() {
        #expect(fewer.alternatives[place].meanUtility == all.alternatives[index].meanUtility)
        for (other, second) in rest.enumerated() {
          #expect(fewer.prefers(place, over: other) == all.prefers(index, over: second))
        }
      }
    }
  }

  @Test func rankSharesAreSharesOfDraws() {
    var random = SplitMix(21)
    let draws = 300
    let scores = (0..<5).map { _ in (0..<4).map { _ in random.values(draws, in: 0...100) } }
    let space = WeightSpace(orderedBy: (0..<3).map { _ in random.uniforms(draws) })
    let smaa = SMAA(scores: scores, space: space)
    for alternative in smaa.alternatives {
      #expect(isNear(alternative.rankShares.reduce(0, +), 1, within: 1e-12))
    }
    for rank in 0..<5 {
      let sum = smaa.alternatives.reduce(0) { $0 + $1.rankShares[rank] }
      #expect(isNear(sum, 1, within: 1e-12))
    }
    let share = smaa.instabilityFromWeights ?? -1
    #expect(share > 0 && share < 1)
  }
}
