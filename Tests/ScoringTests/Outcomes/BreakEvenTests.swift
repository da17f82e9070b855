import Scoring
import Testing

@Suite struct BreakEvenTests {
  @Test(
    arguments: [
      ([-1, -1, -1], nil, nil), ([-1, 0, 0], nil, 1), ([0, -1, 5], nil, 2), ([5, 5, -1], nil, 0),
      // The year in which the money runs out doesn't count, earlier ones do.
      ([-1, 5, 5], 1, nil), ([-1, 5, 5], 2, 1), ([5, 5, 5], 0, nil), ([-1, -1, 5], 2, nil),
      ([-1.0, .nan, 5], nil, 2),
    ] as [([Double], Int?, Int?)])
  func year(_ results: [Double], _ cashOut: Int?, _ expected: Int?) {
    let year = BreakEven.year(years: results.count, cashOut: cashOut) { results[$0] }
    #expect(year == expected)
  }

  /// Four draws by hand: break-even in year 1, in year 0 and dry in 2, out in 0, never anything.
  private var outcome: OutcomeDraws {
    var company = OutcomeCase()
    company.draws = 4
    var outcome = OutcomeModel(company.inputs).run()
    outcome.states = [.brokeEven, .brokeEven, .cashedOut, .stillLosing]
    outcome.breakEvenYear = [1, 0, nil, nil]
    outcome.cashOutYear = [nil, 2, 0, nil]
    return outcome
  }

  @Test func incidenceIsTheShareOfDraws() {
    let incidence = BreakEven.cumulativeIncidence(outcome)
    #expect(incidence.map(\.value) == [0.25, 0.5, 0.5])
    #expect(BreakEven.medianYear(incidence) == 1)
    #expect(BreakEven.operating(outcome).map(\.value) == [0.75, 0.75, 0.5])
  }

  @Test func noMedianBelowAHalf() {
    let low = [EventProbability(events: 1, draws: 4), EventProbability(events: 49, draws: 100)]
    #expect(BreakEven.medianYear(low) == nil)
  }

  @Test func incidenceEndsInTheState() {
    let outcome = OutcomeModel(randomCompany(seed: 12, draws: 1000)).run()
    let incidence = BreakEven.cumulativeIncidence(outcome)
    #expect(incidence.last == outcome.probability(of: .brokeEven))
    for (earlier, later) in zip(incidence, incidence.dropFirst()) {
      #expect(earlier.events <= later.events)
    }
  }
}
