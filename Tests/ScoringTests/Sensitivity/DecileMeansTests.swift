import Scoring
import Testing

@Suite struct DecileMeansTests {
  @Test func endsOfTheInput() {
    let levels = midpoints(100)
    // Y = 100 u: means of 0.5...9.5 and of 90.5...99.5, by hand.
    let means = DecileMeans(of: levels.map { $0 * 100 }, levels: levels)
    #expect(isNear(means.low ?? 0, 5, within: 1e-9))
    #expect(isNear(means.high ?? 0, 95, within: 1e-9))
  }

  @Test func unknownResultsAreLeftOut() {
    let means = DecileMeans(of: [.nan, 4, 6, .nan], levels: [0.01, 0.02, 0.5, 0.95])
    #expect(means.low == 4 && means.high == nil)
  }
}
