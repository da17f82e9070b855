import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

struct LeadsIfTests {
  /// Worked by hand against the mean weights of four criteria in order (Method 5.4).
  @Test(arguments: [
    ([0.78, 0.22], [0.50, 0.29, 0.147, 0.063], "any weights may do (first in 78 % of draws)"),
    (
      [0.21, 0.79], [0.66, 0.18, 0.11, 0.05],
      "headroom weighs more than usual (66 % against 52 %); leads in 21 % of draws"
    ),
    ([0.01, 0.99], nil, "hardly ever leads"), ([0, 1], nil, "never first"),
  ])
  func saysWhichWeightsHelp(shares: [Double], central: [Double]?, expected: String) throws {
    let criteria = ["headroom", "cash_cover", "path_support", "diversification"]
    var record = TinyStudy.run
    record.ranking.weights = Dictionary(
      uniqueKeysWithValues: zip(criteria, [0.521, 0.271, 0.146, 0.062]))
    var place = try #require(record.ranking.order.first)
    place.rankShares = shares
    place.centralWeights = central.map { Dictionary(uniqueKeysWithValues: zip(criteria, $0)) }
    #expect(
      LeadsIfWords.text(place, ReportContext(record: record, language: .english)) == expected)
  }
}
