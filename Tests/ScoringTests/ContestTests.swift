import Simulation
import Testing

@testable import Scoring

/// Places given without replacement, against probabilities worked out by hand.
@Suite struct ContestTests {
  private static let draws = 1 << 14
  private let streams = DrawStreams(seed: 3, draws: Self.draws)

  private func luck(_ block: String) -> [Double] { streams.uniforms(block: block, dimension: 0) }

  private func column(_ value: Double) -> [Double] { Array(repeating: value, count: Self.draws) }

  private func winners(_ odds: [Double], rest: Double = 0, places: Int) -> [[Double]] {
    Contest.winners(
      odds: odds.map(column), luck: odds.indices.map { luck("contestant \($0)") },
      rest: column(rest),
      rivals: (0..<places).map { streams.uniforms(block: "rivals", dimension: $0) },
      places: Array(repeating: places, count: Self.draws))
  }

  private func expect(_ won: [[Double]], toWin chances: [Double]) {
    for (column, chance) in zip(won, chances) {
      let frequency = column.reduce(0, +) / Double(Self.draws)
      let error = (chance * (1 - chance) / Double(Self.draws)).squareRoot()
      #expect(abs(frequency - chance) < 4 * error + 1e-12, "\(frequency), not \(chance)")
    }
  }

  private func sums(_ won: [[Double]]) -> Set<Double> {
    Set((0..<Self.draws).map { draw in won.reduce(0) { $0 + $1[draw] } })
  }

  /// The first place goes to each by its odds over all odds, 1 + 2 + 3 and 2 of the rest.
  @Test func onePlaceGoesByOdds() {
    expect(winners([1, 2, 3], rest: 2, places: 1), toWin: [1 / 8, 2 / 8, 3 / 8])
  }

  /// Of the first and second place: 1/6 + 1/3 · 1/4 + 1/2 · 1/3 = 5/12, and likewise 11/15, 17/20.
  @Test func twoPlacesWithoutReplacement() {
    let won = winners([1, 2, 3], places: 2)
    expect(won, toWin: [5 / 12, 11 / 15, 17 / 20])
    #expect(sums(won) == [2])
  }

  /// Two places make two unlisted rivals, each of half the odds of the rest: three equal ones.
  @Test func theRestIsAsManyRivalsAsPlaces() {
    expect(winners([1], rest: 2, places: 2), toWin: [2 / 3])
  }

  @Test func exactlyAsManyWinAsThereArePlaces() {
    #expect(sums(winners([0.9, 0.6, 0.5, 0.4, 0.3, 0.02], places: 3)) == [3])
    #expect(sums(winners([0.9, 0.6], places: 3)) == [2])
    #expect(sums(winners([0.9, 0.6], places: 0)) == [0])
    // With unlisted rivals some places may be theirs.
    #expect(sums(winners([0.9, 0.6, 0.5], rest: 1, places: 3)) == [0, 1, 2, 3])
  }

  @Test func whoHasNoOddsWinsNothing() {
    let won = winners([-1, 0, .nan, .infinity, 0.1], places: 4)
    #expect(won.map { $0.reduce(0, +) } == [0, 0, 0, 0, Double(Self.draws)])
  }

  /// Equal odds and equal luck: the first ones win, and not one more than there are places.
  @Test func tiesGiveNoFurtherPlace() {
    let won = Contest.winners(
      odds: [[1], [1], [1]], luck: [[0.5], [0.5], [0.5]], rest: [1], rivals: [[0.1], [0.1]],
      places: [2])
    #expect(won == [[1], [1], [0]])
  }

  /// More luck and better odds never cost a place.
  @Test func luckAndOddsHelp() {
    func wins(odds: Double, luck: Double) -> Double {
      Contest.winners(
        odds: [[odds], [1]], luck: [[luck], [0.5]], rest: [0], rivals: [[0.5]], places: [1])[0][0]
    }
    #expect(wins(odds: 1, luck: 0.4) == 0)
    #expect(wins(odds: 1, luck: 0.6) == 1)
    #expect(wins(odds: 2, luck: 0.4) == 1)
  }

  @Test(arguments: [
    (3.0, 3), (2.4, 2), (2.5, 3), (-1, 0), (.nan, 0), (.infinity, 0), (1e9, 100),
  ])
  func placesAreAWholeNumber(number: Double, places: Int) {
    #expect(Contest.places(number) == places)
  }
}
