import Foundation
import RunRecord
import Testing

struct RunInfoTests {
  private static let info = RunInfo(
    id: "a1", title: "T", question: "Q", seed: .max, draws: 64, sampler: .sobol,
    scenario: "price-war", overrides: ["price": "1 to 2"], asOf: "2026-06-30", startYear: 2026,
    horizon: 2030, currency: "CNY", discountRate: 0.12, version: "1.0.0",
    models: [ModelReference(path: "p", version: 2, file: "paths/p.yaml", sha256: "cc")],
    factsSha256: "aa", settingsSha256: "bb",
    overridden: [Remark(.fileReplaced, ["file": .text("A"), "earlier": .text("B")])])

  @Test func comesBackWhole() throws {
    let data = try JSONEncoder().encode(Self.info)
    #expect(try JSONDecoder().decode(RunInfo.self, from: data) == Self.info)
  }

  @Test func aKeyThatIsMissingIsAMistake() throws {
    let data = try JSONEncoder().encode(Self.info)
    var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    object["asOf"] = nil
    let broken = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(RunInfo.self, from: broken) }
  }
}
