import Evaluation
import Testing

@testable import AdTiming

/// The decision by itself, on numbers small enough to solve by hand.
@Suite struct TimingProblemTests {
  /// Two years, four draws; in the second year the gate has come in two of them.
  ///
  /// Second year: at the gate, starting is worth (24 + 20) / 2 = 22, never 0: start. Elsewhere
  /// starting is worth (-6 - 2) / 2 = -4, never 0: waiting is worth 4 more, so never.
  /// First year: starting is worth (9 + 7 - 2 - 2) / 4 = 3. Waiting costs 1 and gives half of the
  /// second year's 24, 20, 0, 0: 11, 9, -1, -1, on average 4.5. Waiting is worth 1.5 more.
  @Test func twoYearsByHand() {
    let policy = TimingProblem(
      starting: [[9, 7, -2, -2], [24, 20, -6, -2]], waiting: [[-1, -1, -1, -1], [0, 0, 0, 0]],
      never: [0, 0, 0, 0], states: [[0, 0, 0, 0], [1, 1, 0, 0]], discount: [0.5, 0.5, 0.5, 0.5]
    ).solve()
    #expect(policy.start == [1, 1, 2, 2])
    #expect(Array(policy.valueOfWaiting[year: 0]) == [1.5, 1.5, 1.5, 1.5])
    #expect(Array(policy.valueOfWaiting[year: 1]) == [0, 0, 4, 4])
  }

  /// The same with a first year in which starting is worth 6 more: 9 on average against 4.5, so
  /// all start at once and the freedom to wait is worth nothing from then on.
  @Test func startsAtOnceWhereThatIsBetter() {
    let policy = TimingProblem(
      starting: [[15, 13, 4, 4], [24, 20, -6, -2]], waiting: [[-1, -1, -1, -1], [0, 0, 0, 0]],
      never: [0, 0, 0, 0], states: [[0, 0, 0, 0], [1, 1, 0, 0]], discount: [0.5, 0.5, 0.5, 0.5]
    ).solve()
    #expect(policy.start == [0, 0, 0, 0])
    #expect(policy.valueOfWaiting.values.allSatisfy { $0 == 0 })
  }

  /// What can't be seen doesn't help: with one state for all draws, hindsight is no use.
  ///
  /// Starting in the second year is worth (24 + 20 - 6 - 2) / 4 = 9 to all; waiting -1 + 4.5 = 3.5.
  @Test func decidesOnWhatIsSeenAlone() {
    let policy = TimingProblem(
      starting: [[9, 7, -2, -2], [24, 20, -6, -2]], waiting: [[-1, -1, -1, -1], [0, 0, 0, 0]],
      never: [0, 0, 0, 0], states: [[0, 0, 0, 0], [0, 0, 0, 0]], discount: [0.5, 0.5, 0.5, 0.5]
    ).solve()
    #expect(policy.start == [1, 1, 1, 1])
    #expect(Array(policy.valueOfWaiting[year: 0]) == [0.5, 0.5, 0.5, 0.5])
  }

  /// The put on eight paths of Longstaff and Schwartz (2001), struck at 1.10, at 6 % a year.
  ///
  /// With only the last year's exercise allowed, and the mean over all paths as regression,
  /// waiting is worth the European put, which they give as 0.0564.
  @Test func europeanPutOfLongstaffAndSchwartz() {
    let last = [1.34, 1.54, 1.03, 0.92, 1.52, 0.90, 1.01, 1.34]
    let none = Array(repeating: 0.0, count: 8)
    // exp(-0.06)
    let discount = Array(repeating: 0.9417645335842487, count: 8)
    let policy = TimingProblem(
      starting: [none, none, none, last.map { max(0, 1.10 - $0) }],
      waiting: [none, none, none, none],
      never: none, states: Array(repeating: Array(repeating: 0, count: 8), count: 4),
      discount: discount
    ).solve()
    #expect(policy.start == Array(repeating: 3, count: 8))
    #expect(abs(policy.valueOfWaiting[0, 0] - 0.0564) < 0.00005)
  }
}
