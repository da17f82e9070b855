import Reporting
import RunRecord
import Testing
import TinyStudy

struct IdentitySectionTests {
  @Test func whatAFolderOverridesIsSaid() throws {
    func index(_ overridden: [String]) throws -> String {
      var record = TinyStudy.run
      record.run.overridden = overridden.map(Remark.written)
      return try #require(ReportWriter.pages(for: record).first { $0.path == "method.md" }).content
    }
    let plain = try index([])
    #expect(!plain.contains("later models folder"))
    let layered = try index(["Ours/units.yaml overrides Models/units.yaml", "a | <b>"])
    #expect(layered.contains("| Put in place by a later models folder |"))
    #expect(layered.contains("Ours/units.yaml overrides Models/units.yaml"))
    #expect(!layered.contains("a | <b>"))
  }
}
