import Foundation
import Publishing
import Reporting
import RunRecord
import TestSupport
import Testing
import TinyStudy

/// Rules that hold for every page.
struct ReportRulesTests {
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func tablesHaveNoEmptyCellAndEqualRows(language: Language) {
    for page in ReportWriter.tree(
      of: TinyStudy.run, language: language, since: EarlierRun.run)
    {
      let tables = page.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
      for table in tables {
        for row in table.rows {
          #expect(row.count == table.columns.count, "\(page.path): \(row)")
          for cell in row { #expect(!cell.plainText.trimmed.isEmpty, "\(page.path): \(row)") }
        }
      }
    }
  }

  @Test func theSameRunGivesTheSameBytes() {
    let first = ReportWriter.pages(for: TinyStudy.run)
    #expect(first == ReportWriter.pages(for: TinyStudy.run))
    #expect(Set(first.map(\.path)).count == first.count)
  }

  /// What is said once needn't be read again: no sentence stands more than twice on a page.
  @Test func noSentenceIsSaidThrice() {
    for page in ReportWriter.tree(
      of: TinyStudy.run, language: .english, since: EarlierRun.run)
    {
      let sentences = page.blocks.flatMap(\.sentences)
      let often = Dictionary(grouping: sentences) { $0 }.filter { $0.value.count > 2 }.keys
      #expect(often.sorted() == [], "\(page.path)")
    }
  }

  /// A score never stands alone: whatever line has one has recovery and readiness too.
  @Test func scoresStandAmongTheirParts() throws {
    for page in ReportWriter.tree(of: TinyStudy.run, language: .english) {
      let tables = page.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
      for table in tables {
        let titles = table.columns.map(\.title.plainText)
        guard titles.contains("Score") else { continue }
        for part in ["Money-back index", "Readiness", "Money back"] {
          #expect(titles.contains(part))
        }
      }
    }
  }

  @Test func estimatesAreMarked() throws {
    let files = ReportWriter.pages(for: TinyStudy.run)
    let page = try #require(files.first { $0.path == "companies/cloud-pipe.md" })
    #expect(page.content.contains("| Staff | FY2025 | ≈ estimate 453 people |"))
    #expect(page.content.contains("mostly assumption"))
  }

  @Test func unknownIsShownWithItsReason() throws {
    let files = ReportWriter.pages(for: TinyStudy.run)
    let map = try #require(files.first { $0.path == "map.md" })
    #expect(map.content.contains("exposure unknown: nothing is known of revenue by 2026-06-30"))
    #expect(map.content.contains("missing: hospitals_served"))
  }

  /// Names from files can't leave the folder, overwrite pages or break out of the markup.
  @Test(arguments: [ReportFormat.markdown, .htmlFolder])
  func hostileNamesBreakNothing(format: ReportFormat) {
    var record = TinyStudy.run
    let hostile = "</title></svg><script>alert(1)</script>| [x](javascript:y) `"
    record.companies[0].id = "../../etc/passwd"
    record.companies[1].id = "README"
    record.companies[2].id = "readme"
    for index in record.companies.indices {
      record.companies[index].names = LocalizedText(["en": hostile])
      record.companies[index].kind = hostile
    }
    record.paths[0].title = LocalizedText(["en": hostile])
    record.sources[0].title = hostile
    record.sources[0].reference = "javascript:alert(1)"
    let files = ReportWriter.pages(for: record, format: format)
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    for file in files {
      #expect(!file.path.contains(".."))
      let content = file.content.replacing("\\<script", with: "")
      // A page for browsers has a script of its own.
      let own = format == .markdown ? 0 : 1
      #expect(content.split(separator: "<script").count == own + 1, "\(file.path)")
    }
  }

  /// A run of one company, without ranks, sources or markets, still gives a report.
  @Test func thinRunsGiveReports() throws {
    var record = TinyStudy.run
    record.companies = [
      CompanyRecord(
        id: "x", name: "X", names: "X", region: "china", kind: "AI company", listing: nil,
        parent: nil, alreadyBrokeEven: nil,
        outcome: .unknown(UnknownOutcome(reason: .written("no facts"), missing: [])), paths: [],
        reported: [], events: [], warnings: [])
    ]
    record.paths = []
    record.sources = []
    record.markets = []
    record.warnings = []
    record.ranking = RankingRecord(
      order: [], prefers: [:], weights: [:], instabilityFromWeights: nil, unranked: [:])
    let files = ReportWriter.pages(for: record)
    #expect(
      files.map(\.path) == [
        "README.md", "companies/x.md", "method.md", "ranking.md", "sources.md", "unranked.md",
      ])
    let page = try #require(files.first { $0.path == "companies/x.md" })
    #expect(page.content.contains("no facts"))
  }

  /// A statement stands inside other sentences: on no sample page does one end twice.
  @Test(arguments: ["", "zh-Hant", "zh-Hans"])
  func sentencesEndOnce(language: String) throws {
    let folder = Repository.folder.appending(path: "Reports/\(language)")
    for part in [".", "companies", "paths"] {
      let pages = folder.appending(path: part)
      for name in try FileManager.default.contentsOfDirectory(atPath: pages.path)
      where name.hasSuffix(".md") {
        let text = try String(contentsOf: pages.appending(path: name), encoding: .utf8)
        let ends = text.matches(of: /[^.\n]{0,20}(?:[^.\/(]\.\.(?![.\/])|。[。，.]|\.,)/)
        #expect(ends.map { String($0.output) } == [], "\(part)/\(name)")
      }
    }
  }
}

extension Block {
  /// Its sentences: texts of at least so many words that end in a full stop.
  fileprivate var sentences: [String] {
    let texts: [String]
    switch self {
    case .heading, .figure, .code: return []
    case .paragraph(let text): texts = [text.plainText]
    case .list(let items, _):
      return items.flatMap { Block.paragraph($0.text).sentences + $0.blocks.flatMap(\.sentences) }
    case .table(let table): texts = table.rows.flatMap { $0.map(\.plainText) }
    case .quote(let blocks), .details(_, let blocks): return blocks.flatMap(\.sentences)
    case .tree(let root): return root.sentences
    }
    return texts.flatMap { $0.split(separator: ". ").map(String.init) }
      .filter { $0.split(separator: " ").count > 5 }
  }
}

extension TreeNode {
  fileprivate var sentences: [String] {
    ([text] + details).flatMap { Block.paragraph($0).sentences } + children.flatMap(\.sentences)
  }
}
