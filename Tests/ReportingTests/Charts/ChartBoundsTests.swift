import Foundation
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// However many companies there are, the first page and the charts stay of a bearable size.
struct ChartBoundsTests {
  /// So many companies with odds, each a copy of one of the tiny study's.
  private static func run(of count: Int) -> RunRecord {
    var record = TinyStudy.run
    let model = record.companies.filter { $0.outcome.states != nil }
    let place = record.ranking.order
    record.warnings = []
    record.companies = (0..<count).map { index in
      var company = model[index % model.count]
      company.id = "copy-\(index)"
      company.names = LocalizedText(["en": "Copy of a company number \(index)"])
      company.warnings = [.written("Careful with number \(index).")]
      return company
    }
    record.ranking.order = record.companies.map { company in
      var own = place[0]
      own.id = company.id
      return own
    }
    record.ranking.prefers = Dictionary(
      uniqueKeysWithValues: record.companies.map { one in
        (one.id, Dictionary(uniqueKeysWithValues: record.companies.map { ($0.id, 0.5) }))
      })
    return record
  }

  private static let large = run(of: 60)
  private static let pages = ReportWriter.tree(
    of: large, language: .english, since: large)

  @Test func theFirstPageDoesNotGrow() throws {
    func size(_ count: Int) throws -> Int {
      let pages = ReportWriter.tree(of: Self.run(of: count), language: .english)
      let renderer = MarkdownRenderer(AnchorIndex(pages))
      return renderer.render(try #require(pages.first { $0.path == "README" })).utf8.count
    }
    // Counts get a digit more; nothing else may.
    #expect(abs(try size(50) - size(60)) < 200)
    let index = try #require(Self.pages.first { $0.path == "README" })
    let tables = index.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.rows.count).max() == 40)
    let text = MarkdownRenderer(AnchorIndex(Self.pages)).render(index)
    #expect(text.contains("20 more stand in [The ranking](ranking.md)."))
    #expect(text.contains("Of 40 more companies there is such a remark"))
  }

  /// At most three charts on the first page, and none that a reader must scroll through.
  @Test func chartsAreBounded() throws {
    let figures = Self.pages.filter { !$0.path.hasPrefix("companies/") }.flatMap(\.blocks.figures)
    #expect(Self.pages[0].blocks.figures.count == 3)
    #expect(figures.contains { $0.path == "charts/changes.svg" })
    for figure in figures {
      let file = SVGRenderer.file(figure.drawing)
      #expect(file.utf8.count < 60_000, "\(figure.path): \(file.utf8.count)")
      #expect(ChartReader.problems(in: file) == [], "\(figure.path)")
    }
    for name in ["outcomes", "odds", "scores", "exposure", "changes"] {
      let figure = try #require(figures.first { $0.path == "charts/\(name).svg" })
      let texts = SVGReader(SVGRenderer.file(figure.drawing)).shapes.map(\.text)
      #expect(texts.contains { $0.hasSuffix("more stand in the table.") }, "\(name)")
      #expect(texts.count { $0.hasPrefix("Copy of") } <= 40, "\(name)")
    }
  }

  /// With sixty companies on a path the chart of scores shows the first forty.
  @Test func scoresOfAPathAreBounded() throws {
    let page = try #require(Self.pages.first { $0.path == "paths/medical-ai" })
    let figure = try #require(page.blocks.figures.first { $0.path.hasSuffix(".scores.svg") })
    let texts = SVGReader(SVGRenderer.file(figure.drawing)).shapes.map(\.text)
    #expect(texts.count { $0.hasPrefix("Copy of") } == 40)
  }

  /// So many times so many preferences would be a quarter of a million cells at 500 companies.
  @Test func theTableOfPairsIsBounded() throws {
    let page = try #require(Self.pages.first { $0.path == "ranking" })
    let tables = page.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.rows.count).contains(60))
    #expect(tables.allSatisfy { $0.columns.count <= 41 })
  }
}
