import Breakeven
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing

/// What the commands print as JSON is what `docs/schema` says.
@Suite struct NowcastSchemaTests {
  private func mistakes(in value: some Encodable, _ schema: String) throws -> [String] {
    let value = try JSONDecoder().decode(
      JSONValue.self, from: Data(try RunCoder.encode(value).utf8))
    return try JSONSchema(file: Repository.folder.appending(path: "docs/schema/\(schema)"))
      .mistakes(in: value)
  }

  /// Full accounts, yearly rates without a year of accounts, old ones.
  @Test(arguments: ["sensetime", "deepseek", "openai", "xai", "megvii"])
  func statesFit(_ company: String) throws {
    let state = try StudyRuns.workspace.nowcast(company: company)
    #expect(try mistakes(in: state, "nowcast.schema.json") == [])
  }

  @Test func backtestsFit() throws {
    let record = try StudyRuns.workspace.backtest(
      BacktestRequest(
        companies: ["sensetime", "xiaomi", "openai", "baidu"], usesDelays: true, draws: 64))
    #expect(!record.views.isEmpty && !record.verdicts.isEmpty)
    #expect(try mistakes(in: record, "backtest.schema.json") == [])
  }
}
