import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// The pages as a code host reads them.
struct MarkdownTests {
  /// Tables of GitHub's Markdown: each row has as many cells as its header, and the second line says how
  /// each column leans.
  ///
  /// Pipes that are escaped or stand in code part no cells only if escaped, as the
  /// specification has it.
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func tablesAreWellFormed(language: Language) {
    var tables = 0
    for file in ReportWriter.pages(for: TinyStudy.run, language: language, since: EarlierRun.run)
    where file.path.hasSuffix(".md") {
      var columns: Int?
      var isHeader = false
      for line in file.content.split(separator: "\n", omittingEmptySubsequences: false) {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.hasPrefix("|") else {
          columns = nil
          continue
        }
        let cells = Self.cells(String(trimmed))
        if let columns {
          #expect(cells.count == columns, "\(file.path): \(line)")
          if isHeader {
            #expect(
              cells.allSatisfy { $0.wholeMatch(of: /\s*:?-{3,}:?\s*/) != nil }, "\(file.path)")
            isHeader = false
          }
        } else {
          columns = cells.count
          isHeader = true
          tables += 1
        }
      }
    }
    #expect(tables > 20)
  }

  /// The cells between unescaped pipes.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if character == "|" && !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropFirst().dropLast(cells.last?.allSatisfy { $0 == " " } == true ? 1 : 0)
  }

  /// The first screen, up to the second heading after the table of companies, is read in two minutes.
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func theFirstScreenIsShort(language: Language) {
    let context = ReportContext(
      record: TinyStudy.run, language: language, earlier: EarlierRun.run)
    let page = Page(
      path: "README", title: "",
      blocks: ReportLayout.brief.flatMap { $0.blocks(TinyStudy.run, context) })
    let text = MarkdownRenderer(AnchorIndex([page])).render(page)
    #expect(text.split { $0 == " " || $0 == "\n" }.count < 600)
    #expect(page.blocks.figures.count <= 3)
  }
}
