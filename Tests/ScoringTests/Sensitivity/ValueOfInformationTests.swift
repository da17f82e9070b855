import Simulation
import Testing

@testable import Scoring

/// Expected values: closed forms of normal payoffs, and hand calculation.
struct ValueOfInformationTests {
  private static let draws = 16384

  private static let streams = DrawStreams(seed: 7, draws: draws)

  /// Two independent inputs, uniform and standard normal.
  private static func inputs() -> [(level: [Double], value: [Double])] {
    (0..<2).map { dimension in
      let level = streams.uniforms(block: "x", dimension: dimension)
      return (level, level.map { Elementary.normalQuantile($0) })
    }
  }

  /// Case C21: options of 0 and x1 + x2.
  ///
  /// The unit normal loss says φ(0) = 0.398942 for one of them,
  /// and √2 φ(0) = 0.564190 for both. Valuing by half of 16384 plain draws has a standard error of
  /// √½/128 = 0.0055.
  @Test func `the worth of a normal input is its unit normal loss`() {
    let x = Self.inputs()
    let sum = zip(x[0].value, x[1].value).map(+)
    let decision = ValueOfInformation(
      payoffs: [sum.map { _ in 0 }, sum], picks: 1)
    #expect(abs(decision.ofEverything - 0.564190) < 0.004)
    for input in x {
      let gain = decision.gain(ofKnowing: LevelBins(levels: input.level), moving: [1])
      #expect(abs(gain.value - 0.398942) < 2 * 0.0055)
      #expect(gain.value <= decision.ofEverything)
      // Either option is better in half of the cases.
      #expect(abs(gain.flips - 0.5) < 0.05)
    }
  }

  /// Case C22: of the event that x1 + x2 is above 0 one input explains a third, which is 1/12 in Brier
  /// points: a third of a quarter.
  @Test func `the worth of an input for odds is its part of their variance`() throws {
    let x = Self.inputs()
    let event = zip(x[0].value, x[1].value).map { $0 + $1 > 0 ? 1.0 : 0 }
    let odds = event.reduce(0, +) / Double(event.count)
    for input in x {
      let share = try #require(FirstOrderShare.share(of: event, by: LevelBins(levels: input.level)))
      #expect(abs(share - 1.0 / 3) < 0.01)
      #expect(abs(share * odds * (1 - odds) - 1.0 / 12) < 0.0025)
    }
  }

  /// An input that enters nothing is worth nothing, however few the draws in a bin.
  @Test func `chance within bins isn't knowledge`() {
    let x = Self.inputs()
    let decision = ValueOfInformation(
      payoffs: [x[0].value, x[1].value, x[0].value.map { -$0 }], picks: 1)
    let dummies = (0..<20).map { dimension in
      let levels = Self.streams.uniforms(block: "dummy \(dimension)", dimension: 0)
      return decision.gain(ofKnowing: LevelBins(levels: levels), moving: [0, 1, 2]).value
    }
    #expect(dummies.allSatisfy { $0 < 0.02 })
    #expect(dummies.reduce(0, +) / 20 < 0.01)
  }

  /// By hand: of 1, 3, 2 the best two bring 5; with all known the draws bring 3 + 2 and 9 + 3.
  @Test func `the best of several are picked`() {
    let payoffs = [[3.0, -1], [2, 9], [1, 3]]
    let decision = ValueOfInformation(payoffs: payoffs, picks: 2)
    #expect(decision.best == [1, 2])
    #expect(decision.value == 7.5)
    #expect(decision.ofEverything == 8.5 - 7.5)
    let all = ValueOfInformation(payoffs: payoffs, picks: 3)
    #expect(all.ofEverything == 0)
    #expect(all.gain(ofKnowing: LevelBins(levels: [0.1, 0.9]), moving: [0, 1, 2]).value == 0)
  }

  /// By hand, four draws in two bins, both halves alike.
  ///
  /// Below the middle the first option brings 4 and above it nothing, the second always 1. Knowing
  /// the side brings (4 + 1)/2 instead of 2.
  @Test func `a choice that differs by bin is worth the difference`() {
    let decision = ValueOfInformation(
      payoffs: [[4, 4, 0, 0], [1, 1, 1, 1]], picks: 1)
    let bins = LevelBins(levels: [0.1, 0.2, 0.8, 0.9], count: 2)
    #expect(decision.best == [0])
    #expect(decision.gain(ofKnowing: bins, moving: [0]) == .init(value: 0.5, flips: 0.5))
    // Of options that the input can't move the mean is known.
    #expect(decision.gain(ofKnowing: bins, moving: [1]).value == 0)
  }
}
