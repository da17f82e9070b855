package import Threads

/// SMAA-2 on the run's own draws: weights and scores are both uncertain (Method 5.3;
/// Lahdelma, Salminen 2001).
package struct SMAA: Sendable {
  /// One alternative's results.
  package struct Alternative: Sendable {
    /// The mean of u = Σ w_k g_k over its own known draws, whoever else is listed; NaN without.
    package var meanUtility: Double
    /// u in every draw; NaN where unknown.
    package var utility: [Double]
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
  /// P(A > B) + P(A = B)/2 by A, then B, over the draws in which both are known; 0.5 on the
  /// diagonal and where no draw knows both.
  package var prefers: [[Double]]
  /// The share of the ranks' instability that comes from weights, D_w / (D_w + D_g); nil for
  /// fewer than two alternatives, or where ranks never move.
  package var instabilityFromWeights: Double?
  /// Draws in which an alternative isn't known, which rank shares leave out.
  package var dropped: Int

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
    let weights = space.weights
    let draws = space.draws
    precondition(scores.allSatisfy { $0.count == weights.count })
    precondition(scores.allSatisfy { $0.allSatisfy { $0.count == draws } })
    let utilities = scores.map { Self.utility($0, weights, draws: draws) }
    var count = RankCount(alternatives: scores.count, criteria: weights.count)
    count.add(utilities, weights: weights)
    dropped = count.dropped

    alternatives = utilities.indices.map { index in
      let known = utilities[index].filter { !$0.isNaN }
      let shares = count.shares(of: index)
      return Alternative(
        meanUtility: known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count),
        utility: utilities[index],
        meanParts: Self.meanParts(scores[index], weights, over: utilities[index]),
        rankShares: shares,
        expectedRank: count.meanRank(of: index),
        rankDeviation: count.rankVariance(of: index).squareRoot(),
        rankInterval: (
          Self.rank(shares, at: 0.05), Self.rank(shares, at: 0.5), Self.rank(shares, at: 0.95)
        ),
        centralWeights: count.centralWeights(of: index, least: leastFirsts),
        confidenceFactor: nil)
    }
    let central = alternatives.map(\.centralWeights)
    // What weighs, one after the other: instability, confidence by alternative, preferences.
    let parts = crew.map(alternatives.count + 2) { index -> Part in
      if index == 0 { return .instability(Self.instability(scores, space: space)) }
      if index > central.count { return .prefers(Self.pairwise(utilities)) }
      return .confidence(
        central[index - 1].flatMap {
          Self.firstShare(of: index - 1, scores: scores, weights: $0, draws: draws)
        })
    }
    prefers = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .instability(let share): instabilityFromWeights = share
      case .confidence(let factor): alternatives[index - 1].confidenceFactor = factor
      case .prefers(let shares): prefers = shares
      }
    }
  }

  /// A part of a ranking, computed by itself.
  private enum Part: Sendable {
    case instability(Double?)
    case confidence(Double?)
    case prefers([[Double]])
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

  private static func utility(
    _ scores: [[Double]], _ weights: [[Double]], draws: Int
  ) -> [Double] {
    var utility = [Double](repeating: 0, count: draws)
    for (score, weight) in zip(scores, weights) {
      for draw in 0..<draws { utility[draw] += weight[draw] * score[draw] }
    }
    return utility
  }

  /// The mean of each part of a utility, over the draws in which it is known.
  private static func meanParts(
    _ scores: [[Double]], _ weights: [[Double]], over utility: [Double]
  ) -> [Double] {
    let known = utility.indices.filter { !utility[$0].isNaN }
    return zip(scores, weights).map { score, weight in
      known.isEmpty
        ? .nan : known.reduce(0) { $0 + weight[$1] * score[$1] } / Double(known.count)
    }
  }

  /// The same with one of the two factors alike in every draw.
  private static func utility(fixed: [Double], _ columns: [[Double]], draws: Int) -> [Double] {
    var utility = [Double](repeating: 0, count: draws)
    for (factor, column) in zip(fixed, columns) {
      for draw in 0..<draws { utility[draw] += factor * column[draw] }
    }
    return utility
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

  /// The share of draws in which an alternative is first at fixed weights; a tie counts its part.
  private static func firstShare(
    of index: Int, scores: [[[Double]]], weights: [Double], draws: Int
  ) -> Double? {
    let utilities = scores.map { utility(fixed: weights, $0, draws: draws) }
    let (above, equal) = Ranks.counts(utilities, at: index)
    var sum = [Double](repeating: 0, count: draws)
    for utility in utilities {
      for draw in 0..<draws { sum[draw] += utility[draw] }
    }
    var first = 0.0
    var known = 0
    for draw in 0..<draws where !sum[draw].isNaN {
      known += 1
      if above[draw] == 0 { first += 1 / Double(equal[draw]) }
    }
    return known == 0 ? nil : first / Double(known)
  }

  private static func pairwise(_ utilities: [[Double]]) -> [[Double]] {
    var prefers = utilities.map { _ in [Double](repeating: 0.5, count: utilities.count) }
    for first in utilities.indices {
      for second in utilities.indices where second > first {
        let (above, equal, known) = compare(utilities[first], utilities[second])
        guard known > 0 else { continue }
        let wins = Double(above) + 0.5 * Double(equal)
        prefers[first][second] = wins / Double(known)
        prefers[second][first] = (Double(known) - wins) / Double(known)
      }
    }
    return prefers
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

  /// D_w: the mean over alternatives of Var(rank) with scores at their means; D_g: with weights
  /// at theirs.
  private static func instability(_ scores: [[[Double]]], space: WeightSpace) -> Double? {
    guard scores.count > 1 else { return nil }
    let draws = space.draws
    let means = scores.map { scores in
      scores.map { values in
        let known = values.filter { !$0.isNaN }
        return known.isEmpty ? Double.nan : known.reduce(0, +) / Double(known.count)
      }
    }
    func variance(_ utilities: [[Double]]) -> Double {
      var count = RankCount(alternatives: scores.count, criteria: 0)
      count.add(utilities, weights: [])
      let sum = scores.indices.reduce(0) { $0 + count.rankVariance(of: $1) }
      return sum / Double(scores.count)
    }
    let byWeights = variance(means.map { utility(fixed: $0, space.weights, draws: draws) })
    let mean = space.mean
    let byScores = variance(scores.map { utility(fixed: mean, $0, draws: draws) })
    guard byWeights + byScores > 0 else { return nil }
    return byWeights / (byWeights + byScores)
  }
}
