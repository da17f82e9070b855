import Foundation
import Testing

@testable import BreakevenCLI

struct ReportPlaceTests {
  @Test func usualPlaces() throws {
    #expect(try ReportPlace(nil, format: .markdown, isSplit: false) == .folder("Report"))
    #expect(try ReportPlace(nil, format: .html, isSplit: true) == .folder("Report"))
    #expect(try ReportPlace(nil, format: .html, isSplit: false) == .file("Report.html"))
  }

  @Test func oneFileIsWrittenAndNamed() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("report.html")
    let outcome = invoke("report", "--format", "html", "--output", file.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("FOLDER/report.html\n"))
    #expect(outcome.error.contains("Wrote FOLDER/report.html.\n"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "3f2a90c17be4\n")
  }

  /// On standard output stands the file alone, so that it can be piped.
  @Test func aDashIsStandardOutput() throws {
    let outcome = try Invocation()("report", "--format", "html", "--output", "-")
    #expect(outcome.status == 0)
    #expect(outcome.output == "3f2a90c17be4\n")
  }

  @Test func aFolderIsNoFile() throws {
    let invoke = try Invocation()
    let outcome = invoke("report", "--format", "html", "--output", invoke.folder.path)
    #expect(outcome.status == ExitStatus.cannotWrite.rawValue)
    #expect(
      outcome.error == """
        error: cannot write a file to FOLDER, which is a folder: name a file, such as \
        FOLDER/report.html, or add --split for a folder of pages

        """)
  }

  @Test func markdownIsNotSplit() throws {
    let outcome = try Invocation()("report", "--split")
    #expect(outcome.status != 0)
    #expect(outcome.error.contains("--split goes with --format html; Markdown is always a folder."))
  }
}
