package import Threads

/// SMAA-2 on the run's own draws: weights and scores are both uncertain (Method 5.3;
/// Lahdelma, Salminen 2001).
package struct SMAA: Sendable {
  /// One alternative's results.
  package struct Alternative: Sendable {
    /// The mean of u = Σ w_k g_k over its own known draws, whoever else is listed; NaN without.
    package var meanUtility: Double
    /// The mean of w_k g_k by criterion over the same draws: the parts that the mean utility is the
    /// sum of.
    package var meanParts: [Double]
    /// b^r: the share of draws with each rank, best first; a tie shares its ranks evenly.
    package var rankShares: [Double]
    /// The mean rank; a tie counts its middle.
    package var expectedRank: Double
    /// The standard deviation of the rank.
    package var rankDeviation: Double
    /// The rank at or below which 5 %, half and 95 % of draws lie.
    package var rankInterval: (p5: Int, p50: Int, p95: Int)
    /// w^c: the mean weights over draws in which it is first; nil below `leastFirsts`.
    package var centralWeights: [Double]?
    /// p^c: the share of draws in which it is first at its central weights.
    package var confidenceFactor: Double?
  }

  /// The alternatives, in the order given.
  package var alternatives: [Alternative]
  /// The share of the ranks' instability that comes from weights, D_w / (D_w + D_g); nil for
  /// fewer than two alternatives, or where ranks never move.
  package var instabilityFromWeights: Double?
  /// Draws in which an alternative isn't known, which rank shares leave out.
  package var dropped: Int
  private let shelf: ScoreShelf

  /// Ranks alternatives.
  ///
  /// - Parameters:
  ///   - scores: g by alternative, criterion and draw, 0...100; NaN where unknown.
  ///   - space: A weight vector a draw.
  ///   - leastFirsts: How many draws an alternative must lead for central weights.
  ///   - crew: The threads that count; no result depends on them.
  package init(
    scores: [[[Double]]], space: WeightSpace, leastFirsts: Double = 50,
    crew: Crew = Crew(threads: 1)
  ) {
    let shelf = ScoreShelf(space: space, limit: .max)
    for scores in scores { shelf.add(scores) }
    self.init(shelf, leastFirsts: leastFirsts, crew: crew)
  }

  /// Ranks the alternatives of a shelf, some draws at a time.
  ///
  /// - Parameters:
  ///   - shelf: The scores and weights.
  ///   - leastFirsts: How many draws an alternative must lead for central weights.
  ///   - crew: The threads that count; no result depends on them.
  ///   - valuesAtATime: How many values of a criterion are looked at together; no result depends on it.
  package init(
    _ shelf: ScoreShelf, leastFirsts: Double = 50, crew: Crew = Crew(threads: 1),
    valuesAtATime: Int = 1 << 20
  ) {
    self.shelf = shelf
    let summaries = shelf.summaries
    let tiles = Self.tiles(
      alternatives: summaries.count, draws: shelf.draws, values: valuesAtATime)
    let (count, instability) = Self.count(shelf, over: tiles, crew)
    dropped = count.dropped
    instabilityFromWeights = instability
    alternatives = summaries.indices.map { index in
      let shares = count.shares(of: index)
      return Alternative(
        meanUtility: summaries[index].meanUtility, meanParts: summaries[index].meanParts,
        rankShares: shares,
        expectedRank: count.meanRank(of: index),
        rankDeviation: count.rankVariance(of: index).squareRoot(),
        rankInterval: (
          Self.rank(shares, at: 0.05), Self.rank(shares, at: 0.5), Self.rank(shares, at: 0.95)
        ),
        centralWeights: count.centralWeights(of: index, least: leastFirsts),
        confidenceFactor: nil)
    }
    let leaders = alternatives.indices.compactMap { index in
      alternatives[index].centralWeights.map { FirstShare(of: index, weights: $0) }
    }
    for leader in FirstShare.counted(leaders, in: shelf, over: tiles, crew) {
      alternatives[leader.index].confidenceFactor = leader.share
    }
  }

  /// The alternatives' places in descending order of mean utility: the printed order.
  ///
  /// No further alternative changes it. Equal ones keep the order given; unknown ones come last.
  package var order: [Int] {
    alternatives.indices.sorted { left, right in
      let a = alternatives[left].meanUtility
      let b = alternatives[right].meanUtility
      if a.isNaN != b.isNaN { return b.isNaN }
      return a == b || a.isNaN ? left < right : a > b
    }
  }

  /// u of an alternative in every draw; NaN where unknown.
  package func utility(of alternative: Int) -> [Double] { shelf.utility(of: alternative) }

  /// P(A > B) + P(A = B)/2 over the draws in which both are known; 0.5 against itself and where no
  /// draw knows both.
  package func prefers(_ first: Int, over second: Int) -> Double {
    first == second
      ? 0.5 : Self.prefers(utility(of: first), over: utility(of: second), isFirst: first < second)
  }

  /// The same for every two of some alternatives, by the one and the other.
  package func prefers(among chosen: [Int], by crew: Crew) -> [[Double]] {
    let utilities = chosen.map { utility(of: $0) }
    return crew.map(chosen.count) { row in
      chosen.indices.map { column in
        row == column
          ? 0.5
          : Self.prefers(
            utilities[row], over: utilities[column], isFirst: chosen[row] < chosen[column])
      }
    }
  }

  /// Both ways are computed from the one that comes first, so that they add up to 1.
  private static func prefers(
    _ first: [Double], over second: [Double], isFirst: Bool
  ) -> Double {
    let (above, equal, known) = isFirst ? compare(first, second) : compare(second, first)
    guard known > 0 else { return 0.5 }
    let wins = Double(above) + 0.5 * Double(equal)
    return (isFirst ? wins : Double(known) - wins) / Double(known)
  }

  /// The numbers of draws in which the first is above, both are equal, and both are known.
  private static func compare(
    _ first: [Double], _ second: [Double]
  ) -> (above: Int, equal: Int, known: Int) {
    var (above, equal, known) = (0, 0, 0)
    for draw in first.indices {
      let (a, b) = (first[draw], second[draw])
      above &+= a > b ? 1 : 0
      equal &+= a == b ? 1 : 0
      known &+= a == a && b == b ? 1 : 0
    }
    return (above, equal, known)
  }

  /// Ranges of draws in which the values of all alternatives stay within a few megabytes.
  private static func tiles(alternatives: Int, draws: Int, values: Int) -> [Range<Int>] {
    var size = 64
    while size < draws, 2 * size * alternatives <= values { size *= 2 }
    return stride(from: 0, to: draws, by: size).map { $0..<min($0 + size, draws) }
  }

  /// The ways in which draws are ranked: as they are, with scores at their means, with weights at
  /// theirs.
  private enum Way: Int, CaseIterable, Sendable {
    case plain, byWeights, byScores
  }

  private enum Counted: Sendable {
    case ranks(RankedDraws)
    case moments(RankMoments)
  }

  /// The ranks in all draws, and D_w / (D_w + D_g): D_w is the mean over alternatives of Var(rank)
  /// with scores at their means, D_g with weights at theirs.
  private static func count(
    _ shelf: ScoreShelf, over tiles: [Range<Int>], _ crew: Crew
  ) -> (RankCount, instability: Double?) {
    let summaries = shelf.summaries
    let (number, mean) = (summaries.count, shelf.space.mean)
    var count = RankCount(alternatives: number, criteria: shelf.criteria)
    var moments = Way.allCases.map { _ in RankMoments(alternatives: number) }
    let ways = number > 1 ? Way.allCases : [.plain]
    for start in stride(from: 0, to: tiles.count, by: crew.threads) {
      let some = Array(tiles[start..<min(start + crew.threads, tiles.count)])
      let counted = crew.map(some.count * ways.count) { job -> Counted in
        let (tile, way) = (some[job / ways.count], ways[job % ways.count])
        let ranked = RankedDraws(
          (0..<number).map { index in
            switch way {
            case .plain:
              shelf.space.utility(of: shelf.scores(of: index, in: tile), from: tile.lowerBound)
            case .byWeights: shelf.space.utility(ofConstant: summaries[index].means, in: tile)
            case .byScores:
              WeightSpace.utility(of: shelf.scores(of: index, in: tile), weighing: mean)
            }
          })
        if way == .plain { return .ranks(ranked) }
        var moments = RankMoments(alternatives: number)
        moments.add(ranked)
        return .moments(moments)
      }
      for (job, part) in counted.enumerated() {
        switch part {
        case .ranks(let ranked):
          count.add(
            ranked, weights: shelf.space.weights, from: some[job / ways.count].lowerBound)
        case .moments(let part): moments[ways[job % ways.count].rawValue].add(part)
        }
      }
    }
    guard number > 1 else { return (count, nil) }
    let byWeights = moments[Way.byWeights.rawValue].meanVariance
    let byScores = moments[Way.byScores.rawValue].meanVariance
    return (count, byWeights + byScores > 0 ? byWeights / (byWeights + byScores) : nil)
  }

  /// The smallest rank whose cumulative share reaches a level.
  private static func rank(_ shares: [Double], at level: Double) -> Int {
    var sum = 0.0
    for (rank, share) in shares.enumerated() {
      sum += share
      // Shares are sums of 1/n: allow for their rounding.
      if sum >= level - 1e-12 { return rank + 1 }
    }
    return shares.count
  }
}
