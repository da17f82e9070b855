import Testing

@testable import Scoring
@testable import Simulation

/// Holds branches and thresholds to hand calculation, and to a figure whose odds have a closed form.
@Suite struct FigureOddsTests {
  /// Ten draws, counted by hand.
  private static let figures: [Double] = [5, 1, 3, 2, 4, 10, 7, 9, 6, 8]
  private static let states: [OutcomeState?] = [
    .brokeEven, .sold, .stillLosing, .cashedOut, .stillLosing, .brokeEven, .brokeEven, .brokeEven,
    .stillLosing, .brokeEven,
  ]

  @Test func branchesAreCounted() throws {
    let odds = try #require(FigureOdds(Self.figures, states: Self.states))
    let branches = odds.branches(at: [4, 7])
    #expect(branches.map(\.chance) == [0.3, 0.3, 0.4])
    #expect(branches.map(\.low) == [nil, 4, 7])
    #expect(branches.map(\.high) == [4, 7, nil])
    // 1 sold, 2 cashed out, 3 losing; 4 and 6 losing, 5 broke even; 7 to 10 broke even.
    #expect(branches.map { $0.shares?.brokeEven } == [0, 1.0 / 3, 1])
    #expect(branches[0].shares?.sold == 1.0 / 3)
    #expect(odds.prior?.brokeEven == 0.5)
  }

  /// A bound that leaves nothing on a side parts nothing, and two that are equal are one.
  @Test func boundsThatPartNothingAreLeftOut() throws {
    let odds = try #require(FigureOdds(Self.figures, states: Self.states))
    #expect(odds.branches(at: [0, 4, 4, 11]).map(\.chance) == [0.3, 0.7])
  }

  /// The law of total probability: chances sum to 1, and branches average to what all draws say.
  @Test func branchesAverageToThePrior() throws {
    let draws = 4096
    let uniform = Draw.uniforms(draws, seed: 3)
    let states = zip(uniform, Draw.uniforms(draws, seed: 4)).map { figure, luck -> OutcomeState? in
      luck < figure ? .brokeEven : luck < figure + 0.1 ? .sold : .stillLosing
    }
    let odds = try #require(FigureOdds(uniform, states: states))
    let prior = try #require(odds.prior)
    for bounds in [[0.5], [0.2, 0.7], odds.bounds(natural: nil), odds.bounds(natural: 0.3)] {
      let branches = odds.branches(at: bounds)
      #expect(abs(branches.reduce(0) { $0 + $1.chance } - 1) < 1e-12)
      for state in [\StateShares.brokeEven, \.stillLosing, \.sold, \.cashedOut] {
        let mean = branches.reduce(0) { $0 + $1.chance * ($1.shares?[keyPath: state] ?? 0) }
        #expect(abs(mean - prior[keyPath: state]) < 1e-12)
      }
    }
  }

  /// Where the odds are the figure itself the group changes at 0.55.
  ///
  /// They have the variance of a uniform number, 1/12. A fresh seed's draws around the threshold say
  /// 0.55 within 3 errors.
  @Test func thresholdsAndMovementOfAKnownLaw() throws {
    let draws = 16384
    func sample(_ seed: UInt64) -> (figures: [Double], states: [OutcomeState?]) {
      let figures = Draw.uniforms(draws, seed: seed)
      let states = zip(figures, Draw.uniforms(draws, seed: seed + 100)).map {
        figure, luck -> OutcomeState? in luck < figure ? .brokeEven : .stillLosing
      }
      return (figures, states)
    }
    let first = sample(1)
    let odds = try #require(FigureOdds(first.figures, states: first.states))
    let flips = odds.flips {
      (group: $0.brokeEven >= 0.55 ? "break even" : "other", margin: abs($0.brokeEven - 0.55))
    }
    #expect(flips.map(\.below) == ["other"] && flips.map(\.above) == ["break even"])
    let at = try #require(flips.first?.at)
    #expect(abs(at - 0.55) <= 0.06)
    let movement = try #require(odds.movement)
    #expect(abs(movement - (1.0 / 12).squareRoot()) < 0.01)
    // What is said on either side holds on draws that the threshold wasn't found with.
    let second = sample(2)
    let near = second.figures.indices.filter { abs(second.figures[$0] - at) < 0.05 }
    let share =
      Double(near.count { second.states[$0] == .brokeEven }) / Double(near.count)
    let error = (0.55 * 0.45 / Double(near.count)).squareRoot()
    // The threshold's own error: the thirty-second of the draws that it was read from.
    let own = (0.55 * 0.45 / (Double(draws) / 32)).squareRoot()
    #expect(abs(share - 0.55) < 3 * (error * error + own * own).squareRoot())
  }

  /// What is never clearer than the draws' own error isn't told.
  @Test func noiseIsNoThreshold() throws {
    let figures = (0..<1600).map(Double.init)
    // Odds of a half all along, by turns.
    let states = (0..<1600).map { OutcomeState?.some($0 % 2 == 0 ? .brokeEven : .stillLosing) }
    let odds = try #require(FigureOdds(figures, states: states))
    #expect(
      odds.flips { (group: $0.brokeEven >= 0.5 ? 1 : 0, margin: abs($0.brokeEven - 0.5)) }.isEmpty)
    #expect(odds.movement ?? 1 < 0.02)
  }

  @Test func drawsThatAreNotKnownDoNotCount() throws {
    let odds = try #require(
      FigureOdds([1, .nan, 3, 4], states: [.brokeEven, .sold, nil, .stillLosing]))
    #expect(odds.figures == [1, 4])
    #expect(odds.prior?.brokeEven == 0.5)
    #expect(FigureOdds([.nan], states: [.sold]) == nil)
  }

  /// Of 1...10, by hand: quantiles between neighbours, levels with halves for equals.
  @Test func quantilesAndLevels() throws {
    let odds = try #require(FigureOdds(Self.figures, states: []))
    #expect(odds.quantile(0.5) == 5.5)
    #expect(odds.quantile(0) == 1 && odds.quantile(1) == 10)
    #expect(odds.level(of: 4) == 0.35)
    #expect(odds.level(of: 4.5) == 0.4)
    #expect(odds.movement == nil && odds.prior == nil)
  }

  /// Bounds are said to a fortieth of the spread, which is 8.1 of 1...10: to the tenth, 4 and 7.
  ///
  /// A natural value is one of them where it parts the draws.
  @Test func boundsAreRoundAndNatural() throws {
    let odds = try #require(FigureOdds(Self.figures, states: []))
    #expect(odds.bounds(natural: nil) == [4, 7])
    #expect(odds.bounds(natural: 0) == [4, 7])
    // Below 3 lie two of ten; the other eight are parted in halves, at the 6th decile: 6.4.
    #expect(odds.bounds(natural: 3) == [3, 6.4])
    let shares = try #require(FigureOdds((0..<1000).map { Double($0) / 1000 }, states: []))
    #expect(shares.bounds(natural: nil) == [0.33, 0.67])
  }
}

/// Plain pseudo-random uniforms: SplitMix64, as far from the engine's streams as can be.
enum Draw {
  static func uniforms(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      z ^= z >> 31
      return (Double(z >> 11) + 0.5) / 9_007_199_254_740_992
    }
  }

  static func normals(_ count: Int, seed: UInt64) -> [Double] {
    uniforms(count, seed: seed).map { Elementary.normalQuantile($0) }
  }
}
