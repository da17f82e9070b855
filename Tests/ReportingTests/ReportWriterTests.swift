import Foundation
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

struct ReportWriterTests {
  /// The pages whose every line is held; the others are checked by rules.
  @Test(arguments: [
    (Language.english, "README.md"), (.english, "companies/cloud-pipe.md"),
    (.english, "companies/deep-whale.md"), (.english, "paths/medical-ai.md"),
    (.english, "method.md"), (.english, "sources.md"), (.english, "ranking.md"),
    (.english, "map.md"), (.english, "unranked.md"), (.traditionalChinese, "README.md"),
    (.simplifiedChinese, "companies/cloud-pipe.md"), (.english, "charts/exposure.svg"),
    (.english, "charts/scores.svg"),
    (.english, "charts/outcomes.svg"), (.english, "charts/company.cloud-pipe.cash.svg"),
    (.english, "charts/path.medical-ai.scores.svg"),
    (.english, "charts/drivers.cloud-pipe.medical-ai.svg"),
  ])
  func pagesAreAsRecorded(language: Language, path: String) throws {
    let files = ReportWriter.pages(for: TinyStudy.run, language: language)
    let file = try #require(files.first { $0.path == path })
    let name = path.replacing("/", with: ".")
    try expectSnapshot(file.content, named: "\(language.tag).\(name)")
  }

  @Test func htmlIsAsRecorded() throws {
    let files = ReportWriter.pages(for: TinyStudy.run, format: .htmlFolder)
    let file = try #require(files.first { $0.path == "companies/hospital-mind.html" })
    // The frame around it is the same on every page, and has tests of its own.
    let start = try #require(file.content.firstRange(of: "<article")).lowerBound
    let end = try #require(file.content.firstRange(of: "</main>")).lowerBound
    try expectSnapshot(String(file.content[start..<end]), named: "en.companies.hospital-mind.html")
  }

  /// Writes the sample to a folder to look at, when one is named.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["REPORT_FOLDER"] != nil),
    arguments: LanguageCatalogue.shipped.languages, ReportFormat.allCases)
  func writesForTheEye(language: Language, format: ReportFormat) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_FOLDER"])
    for file in reportFiles(
      for: TinyStudy.run, options: ReportOptions(language: language, format: format))
    {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(language.tag)
        .appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.content.utf8).write(to: url)
    }
  }
}
