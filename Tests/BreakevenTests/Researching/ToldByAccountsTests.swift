import Breakeven
import RunRecord
import Testing

/// Which of the variables that explain the odds the next accounts tell.
@Suite struct ToldByAccountsTests {
  /// By the company model: today's margin is set by the range of costs that results leave, today's gap
  /// by cash flow; growth and costs to come are set by reported quantities too, but differ by year.
  @Test func whatIsOfTodayIsToldByAccounts() throws {
    let drivers = try StudyRuns.now.get().companies.flatMap(\.outcome.drivers)
    let metrics = Dictionary(grouping: drivers, by: \.name).mapValues { Set($0.map(\.metrics)) }
    #expect(metrics["margin_today"] == [["operating_income"]])
    #expect(metrics["growth_ahead"] == [nil])
    #expect(metrics["ratio_ahead"] == [nil])
    for (name, told) in metrics where told != [nil] {
      #expect(["margin_today", "gap_today"].contains(name))
    }
  }
}
