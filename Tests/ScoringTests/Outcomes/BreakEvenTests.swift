import Scoring
import Testing

@Suite struct BreakEvenTests {
  /// Five draws by hand: break-even in year 1, in year 0 and dry in 2, out in 0, never anything, not
  /// a number.
  private let outcome = OutcomeDraws(
    states: [.brokeEven, .brokeEven, .cashedOut, .stillLosing, nil],
    breakEvenYear: [1, 0, nil, nil, nil], settledYear: [1, 0, 0, nil, nil],
    isProvisional: [true, false, false, false, false], cashOutYear: [nil, 2, 0, nil, nil],
    runwayMonths: [36, 30, 4, 36, 36], censoredAt: 36, years: 3)

  @Test func incidenceIsTheShareOfDraws() {
    let incidence = BreakEven.cumulativeIncidence(outcome)
    #expect(incidence.map(\.value) == [0.25, 0.5, 0.5])
    #expect(BreakEven.medianYear(incidence) == 1)
    #expect(incidence.last == outcome.probability(of: .brokeEven))
    #expect(BreakEven.operating(outcome).map(\.value) == [0.75, 0.75, 0.5])
  }

  /// By hand: in year 0 draws 2 and 3 are settled, from year 1 on draw 1 too; what comes after breaking
  /// even first doesn't unsettle it.
  @Test func statesAtTheEndOfAYear() throws {
    #expect(
      outcome.states(atEndOf: 0) == [.stillLosing, .brokeEven, .cashedOut, .stillLosing, nil])
    #expect(outcome.states(atEndOf: 1) == outcome.states)
    #expect(outcome.states(atEndOf: 2) == outcome.states)
    #expect(
      StateShares(outcome.states(atEndOf: 0))
        == StateShares(brokeEven: 0.25, stillLosing: 0.5, sold: 0, cashedOut: 0.25))
  }

  @Test func noMedianBelowAHalf() {
    let low = [EventProbability(events: 1, draws: 4), EventProbability(events: 49, draws: 100)]
    #expect(BreakEven.medianYear(low) == nil)
  }

  @Test func flaggedDrawsCountNowhere() throws {
    #expect(outcome.flagged == 1)
    #expect(outcome.provisional.value == 0.25)
    #expect(outcome.brokeEvenThenRanDry.value == 0.25)
    #expect(outcome.brokeEvenIndicator.prefix(4) == [1, 1, 0, 0])
    #expect(outcome.brokeEvenIndicator[4].isNaN && outcome.knownRunwayMonths[4].isNaN)
    let shares = try #require(StateShares(outcome))
    #expect(
      shares == StateShares(brokeEven: 0.5, stillLosing: 0.25, sold: 0, cashedOut: 0.25))
  }
}
