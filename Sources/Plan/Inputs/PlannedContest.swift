internal import Scoring
internal import Simulation

/// The companies that contend for the places of a market, as one of them sees it.
///
/// The same contest for all of them: who wins depends on all contestants, whichever of them is
/// evaluated.
package struct PlannedContest: Sendable {
  /// A company that takes part.
  package struct Contestant: Sendable {
    /// Its id.
    package var company: String
    /// Its odds.
    package var odds: PlannedInput
    /// The stream of its luck.
    package var block: String
    /// The place within the stream.
    package var dimension: Int

    /// Makes a contestant.
    package init(company: String, odds: PlannedInput, block: String, dimension: Int) {
      self.company = company
      self.odds = odds
      self.block = block
      self.dimension = dimension
    }
  }

  /// All that take part, in order of their ids.
  package var contestants: [Contestant]
  /// The company whose places are wanted.
  package var company: String
  /// The number of places.
  package var places: PlannedInput
  /// The odds of all unlisted rivals together.
  package var rest: PlannedInput
  /// The stream of the unlisted rivals' luck.
  package var block: String

  /// Makes a contest.
  package init(
    contestants: [Contestant], company: String, places: PlannedInput, rest: PlannedInput,
    block: String
  ) {
    self.contestants = contestants
    self.company = company
    self.places = places
    self.rest = rest
    self.block = block
  }
}

extension PlannedContest {
  /// 1 in the draws in which the company wins a place, else 0.
  func won(from draws: Draws) throws -> [Double] {
    guard let position = contestants.firstIndex(where: { $0.company == company }) else {
      return Array(repeating: 0, count: draws.count)
    }
    let all = try draws.sharedColumn("contest \(identity)") { try winners(from: draws) }
    return Array(all[position * draws.count..<(position + 1) * draws.count])
  }

  /// The winners' columns, one after the other.
  private func winners(from draws: Draws) throws -> [Double] {
    func values(_ input: PlannedInput) throws -> [Double] {
      try input.drawn(years: [0], from: draws).values(count: draws.count)
    }
    let places = try values(self.places).map(Contest.places)
    return Contest.winners(
      odds: try contestants.map { try values($0.odds) },
      luck: contestants.map { draws.uniforms(block: $0.block, dimension: $0.dimension) },
      rest: try values(rest),
      rivals: (0..<(places.max() ?? 0)).map { draws.uniforms(block: block, dimension: $0) },
      places: places
    ).flatMap { $0 }
  }

  /// The same for contests that are the same, whoever asks.
  var identity: String {
    let lucks = contestants.map { "\($0.block) \($0.dimension) \($0.odds.identity)" }
    return ([block, places.identity, rest.identity] + lucks).joined(separator: "\n")
  }
}
