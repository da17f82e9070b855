import Publishing
import Reporting
import RunRecord
import Testing

struct LeadsIfTests {
  /// Against the mean weights of METHODOLOGY 5.4.
  @Test(arguments: [
    ("big-group", "any weights may do (first in 78 % of draws)"),
    (
      "pen-tutor",
      "headroom weighs more than usual (66 % against 52 %); leads in 21 % of draws"
    ), ("hospital-mind", "hardly ever leads"), ("cloud-pipe", "never first"),
  ])
  func saysWhichWeightsHelp(id: String, expected: String) throws {
    let place = try #require(SampleRun.ranking.order.first { $0.id == id })
    let context = ReportContext(record: SampleRun.record, language: .english)
    #expect(LeadsIf.words(place, SampleRun.ranking, context) == expected)
  }
}
