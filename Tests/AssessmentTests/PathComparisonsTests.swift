import Assessment
import Evaluation
import Foundation
import RunRecord
import Testing

/// What a model's file holds against each other, for companies of the study.
@Suite struct PathComparisonsTests {
  private func results(_ set: [(String, String)]) throws -> PathResults {
    let request = EvaluationRequest(
      companies: ["perplexity"], paths: ["chat-advertising"],
      overrides: [InputOverride(name: "room", text: "1")]
        + set.map { InputOverride(name: $0.0, text: $0.1) }, draws: 2048, threads: 2)
    let preparation = try ShippedStudy.preparation(request)
    let (run, overrides) = try preparation.run()
    let record = try RunBuilder(
      run: run, loaded: try ShippedStudy.loaded.get(), request: request, overrides: overrides
    ).build(companies: try preparation.companies(), progress: nil)
    return try #require(record.companies[0].paths.first?.results)
  }

  /// The mean difference is that of two separate runs: present values add up, so the yearly means of
  /// each run's flows give it. Discounting is 1.12^-(t + 0.5).
  @Test func theDifferenceIsThatOfTwoRuns() throws {
    let compared = try #require(try results([]).comparisons?.first)
    func value(_ results: PathResults) throws -> Double {
      func means(_ name: String) throws -> [Double] {
        let series = try #require(results.series.first { $0.name == name })
        return series.values.sorted { $0.key < $1.key }.map(\.value.value)
      }
      return zip(try means("contribution"), try means("investment")).enumerated().map {
        year, flows in (flows.0 - flows.1) / pow(1.12, Double(year) + 0.5)
      }.reduce(0, +)
    }
    let early = try value(try results([("early", "1")]))
    let late = try value(try results([("early", "0")]))
    let found = try #require(compared.difference.value)
    #expect(abs(found - (early - late)) <= 1e-9 * (abs(early) + abs(late)))
    #expect(early != late)
  }

  /// Each draw has one of three outcomes.
  @Test func theSharesLeaveTheTies() throws {
    let compared = try #require(try results([]).comparisons?.first)
    #expect(compared.id == "early_or_late")
    #expect(compared.set == [InputSetting(name: "early", value: 1)])
    let (better, worse) = (try #require(compared.better.value), try #require(compared.worse.value))
    #expect(better >= 0 && worse >= 0 && better + worse <= 1)
    #expect(better + worse > 0)
  }
}
