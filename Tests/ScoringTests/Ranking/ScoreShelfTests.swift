import Simulation
import Testing
import Threads

@testable import Scoring

/// Rankings of more alternatives than fit into memory, or are looked at together.
@Suite struct ScoreShelfTests {
  private let draws = 200

  private func scores(_ count: Int, _ seed: UInt64) -> [[[Double]]] {
    var random = SplitMix(seed)
    return (0..<count).map { index in
      (0..<4).map { criterion in
        // Halves of whole numbers, so that there are ties; now and then nothing is known.
        random.values(draws, in: 0...100).enumerated().map { draw, value in
          index == 2 && draw.isMultiple(of: 17)
            ? .nan : (value / 5).rounded() / 2 + Double(criterion)
        }
      }
    }
  }

  private func space(_ seed: UInt64) -> WeightSpace {
    var random = SplitMix(seed)
    return WeightSpace(orderedBy: (0..<3).map { _ in random.uniforms(draws) })
  }

  private func ranking(_ scores: [[[Double]]], limit: Int, values: Int, threads: Int) -> SMAA {
    let shelf = ScoreShelf(space: space(3), limit: limit)
    for scores in scores { shelf.add(scores) }
    return SMAA(shelf, leastFirsts: 1, crew: Crew(threads: threads), valuesAtATime: values)
  }

  // In memory, in a file from the first or some later one on; all draws together or 64 of them.
  @Test(arguments: [Int.max, 0, 100_000], [1 << 20, 1])
  func neitherFilesNorPiecesChangeANumber(limit: Int, values: Int) {
    for count in [5, 60] {
      let scores = scores(count, 11)
      let whole = SMAA(scores: scores, space: space(3), leastFirsts: 1)
      let found = ranking(scores, limit: limit, values: values, threads: 2)
      #expect(found.dropped == whole.dropped)
      #expect(found.dropped == 12)
      #expect(found.order == whole.order)
      #expect(found.instabilityFromWeights == whole.instabilityFromWeights)
      for (one, other) in zip(found.alternatives, whole.alternatives) {
        #expect(one.meanUtility == other.meanUtility)
        #expect(one.meanParts == other.meanParts)
        #expect(one.rankShares == other.rankShares)
        #expect(one.expectedRank == other.expectedRank)
        #expect(one.rankDeviation == other.rankDeviation)
        #expect(one.rankInterval == other.rankInterval)
        #expect(one.centralWeights == other.centralWeights)
        #expect(one.confidenceFactor == other.confidenceFactor)
      }
      #expect(found.utility(of: 1) == whole.utility(of: 1))
      #expect(found.prefers(1, over: 0) == whole.prefers(1, over: 0))
    }
  }

  @Test func pairsAreThoseOfAllPairs() {
    let ranking = ranking(scores(9, 4), limit: 0, values: 1, threads: 1)
    let all = ranking.prefers(among: Array(0..<9), by: Crew(threads: 2))
    for first in 0..<9 {
      for second in 0..<9 { #expect(ranking.prefers(first, over: second) == all[first][second]) }
    }
  }

  // Each value against each other, by hand; more than 48 alternatives are sorted.
  @Test(arguments: [1, 48, 49, 70]) func ranksAreCounts(alternatives: Int) {
    var random = SplitMix(UInt64(alternatives))
    let utilities = (0..<alternatives).map { index in
      random.values(40, in: 0...9).enumerated().map { draw, value in
        index == 0 && draw == 3 ? .nan : value.rounded()
      }
    }
    for (index, (above, equal)) in Ranks.counts(utilities).enumerated() {
      for draw in 0..<40 {
        let own = utilities[index][draw]
        #expect(Int(above[draw]) == utilities.count { $0[draw] > own })
        #expect(Int(equal[draw]) == utilities.count { $0[draw] == own })
      }
    }
  }

  @Test func aFileGivesBackWhatWasWritten() throws {
    let file = try #require(ScratchFile())
    file.write([1, 2, 3], at: 5)
    file.write([.infinity, -0.0], at: 0)
    #expect(file.read(2, at: 6) == [2, 3])
    #expect(file.read(1, at: 0) == [.infinity])
    #expect(file.read(1, at: 1)[0].sign == .minus)
  }
}
