import Diagnostics
import Facts
import RunRecord
import Study
import Testing

@testable import Assessment

/// Which days a backtest replays.
@Suite struct BacktestDaysTests {
  private func days(_ request: BacktestRequest) throws -> [String] {
    try BacktestDays(request, study: ShippedStudy.loaded.get().study).days.map(\.description)
  }

  @Test func theEndOfAMonthStaysOne() throws {
    #expect(
      try days(BacktestRequest(from: "2019-06-30", until: "2020-12-31"))
        == ["2019-06-30", "2019-12-31", "2020-06-30", "2020-12-31"])
    #expect(
      try days(BacktestRequest(from: "2019-11-30", until: "2020-06-01", months: 3))
        == ["2019-11-30", "2020-02-29", "2020-05-31"])
    #expect(
      try days(BacktestRequest(from: "2019-01-15", until: "2019-07-14", months: 3))
        == ["2019-01-15", "2019-04-15"])
  }

  @Test(arguments: [
    (BacktestRequest(from: "2020-12-31", until: "2020-06-30"), "no day lies between"),
    (BacktestRequest(until: "2099-12-31"), "lies after"),
  ])
  func whatCannotBeReplayed(_ request: BacktestRequest, _ message: String) {
    let error = #expect(throws: DiagnosticError.self) { try days(request) }
    #expect(error?.description.contains(message) == true)
  }
}
