import Reporting
import RunRecord
import Testing

struct YearSeriesTests {
  private let one = SampleRun.estimate(1, 0, 2)

  @Test func readsEitherWayRound() {
    let byName = YearSeries(["users": ["2026": one], "revenue": ["2026": one, "2027": one]])
    let byYear = YearSeries(["2026": ["users": one, "revenue": one], "2027": ["revenue": one]])
    for series in [byName, byYear] {
      #expect(series.names == ["revenue", "users"])
      #expect(series.years == ["2026", "2027"])
      #expect(series.value("users", "2026") == one)
      #expect(series.value("users", "2027") == nil)
    }
  }
}
