internal import RunRecord
internal import Scoring

/// Splits a factor's share in the changes of a company's numbers among the factor's things.
///
/// Up to eight are split exactly, on top of every set of other factors on which the factor may come,
/// by the same weights as the factor itself, so that their parts add up to its share. Of more, each
/// is tried by itself; then they are taken in turn, those that move most first, on top of the position
/// in which the factor comes first, and what is left is owed to several together.
struct ItemSplit {
  let factor: Int
  let factors: Factors
  let company: CompanyAttribution
  let told: [Headline]

  private static let mostExact = 8
  private static let mostEvaluations = 1024
  private static let mostInTurn = 24

  init(factor: Int, factors: Factors, of company: CompanyAttribution, told: [Headline]) {
    self.factor = factor
    self.factors = factors
    self.company = company
    self.told = told
  }

  /// The things with their parts of each number; the entry without a thing is owed to several.
  func shares(adding total: [Double]) throws -> [(item: Int?, shares: [Double])] {
    let items = factors.all[factor].items
    let isMoving = told.contains { total[HeadlineNumbers.place(of: $0)] != 0 }
    guard isMoving else { return [] }
    if items.count == 1, let only = items.first { return [(only, total)] }
    let players = try company.players(among: items, on: first)
    let positions = factors.split.positions(of: factor)
    if players.count <= Self.mostExact,
      positions.count << players.count <= Self.mostEvaluations
    {
      return closing(try exact(players, positions), on: total)
    }
    return closing(try inTurn(players), on: total)
  }

  /// The things of the factors that must come before this one.
  private var first: Set<Int> {
    let smallest = factors.split.positions(of: factor).min {
      $0.set.nonzeroBitCount < $1.set.nonzeroBitCount
    }
    return factors.items(in: smallest?.set ?? 0)
  }

  private func exact(
    _ players: [Int], _ positions: [(set: Int, weight: Double)]
  ) throws -> [(item: Int?, shares: [Double])] {
    var sums = [[Double]](
      repeating: [Double](
        repeating: 0, count: Headline.allCases.count * HeadlineNumbers.stride),
      count: players.count)
    for (set, weight) in positions {
      let ground = factors.items(in: set)
      let shares = try ShapleyValues.shares(of: players.count) { set in
        try company.numbers(
          ground.union(players.indices.filter { set & 1 << $0 != 0 }.map { players[$0] })
        ).values
      }
      for (player, share) in shares.enumerated() {
        for place in share.indices { sums[player][place] += weight * share[place] }
      }
    }
    return zip(players, sums).map { ($0, $1) }
  }

  private func inTurn(
    _ players: [Int]
  ) throws -> [(item: Int?, shares: [Double])] {
    let ground = first
    let none = try company.numbers(ground).values
    func moved(_ item: Int) throws -> Double {
      let alone = try company.numbers(ground.union([item])).values
      return told.reduce(0) { sum, headline in
        let place = HeadlineNumbers.place(of: headline)
        let scale = abs(none[place]) + abs(alone[place])
        let change = abs(alone[place] - none[place])
        return sum + (change.isFinite && scale > 0 ? change / (headline.isOdds ? 1 : scale) : 0)
      }
    }
    let effects = try players.map { ($0, try moved($0)) }
    let most = effects.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.mostInTurn)
    var (taken, before) = (ground, none)
    return try most.map { item, _ in
      taken.insert(item)
      let after = try company.numbers(taken).values
      defer { before = after }
      return (item, zip(after, before).map { $0 - $1 })
    }
  }

  /// With what is owed to several together, so that all adds up to the factor's share.
  private func closing(
    _ shares: [(item: Int?, shares: [Double])], on total: [Double]
  ) -> [(item: Int?, shares: [Double])] {
    let rest = total.indices.map { place in
      let left = shares.reduce(total[place]) { $0 - $1.shares[place] }
      // Less than rounding is nothing.
      return abs(left) <= 1e-12 * abs(total[place]) ? 0 : left
    }
    var shares = shares
    if shares.isEmpty { return [(nil, rest)] }
    for place in total.indices where rest[place] == 0 {
      let sum = shares.reduce(0) { $0 + $1.shares[place] }
      let largest = shares.indices.max {
        abs(shares[$0].shares[place]) < abs(shares[$1].shares[place])
      }
      if let largest, sum.isFinite { shares[largest].shares[place] += total[place] - sum }
    }
    return rest.contains { $0 != 0 && $0.isFinite } ? shares + [(nil, rest)] : shares
  }
}

extension CompanyAttribution {
  /// The things that move the company.
  ///
  /// Among eight or fewer all are asked; among more those whose coming alone, or whose lacking alone,
  /// changes the company's plan.
  func players(
    among items: Set<Int>, on ground: Set<Int>
  ) throws -> [Int] {
    let sorted = items.sorted()
    if sorted.count <= 8 { return sorted }
    let all = ground.union(items)
    return try sorted.filter { item in
      guard canMove(item) else { return false }
      return try !isSame(ground, ground.union([item])) || !isSame(all, all.subtracting([item]))
    }
  }
}
