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

  /// A file that is no report stays unless the user says so; an empty one, as `mktemp` makes, and an earlier
  /// report give way.
  @Test func aFileOfNoReportStays() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("notes.html")
    func outcome(of text: String, _ more: [String] = []) throws -> (Int32, String) {
      try text.write(to: file, atomically: true, encoding: .utf8)
      let outcome = invoke.run(["report", "--format", "html", "--output", file.path] + more)
      if outcome.status != 0 {
        #expect(
          outcome.error == """
            error: FOLDER/notes.html is there already and is no report of breakeven's
              help: name another file with --output, or write over it with --overwrite
            1 error

            """)
      }
      return (outcome.status, try String(contentsOf: file, encoding: .utf8))
    }
    let mine = "<!DOCTYPE html>\n<title>Mine</title>\n"
    #expect(try outcome(of: mine) == (65, mine))
    #expect(try outcome(of: mine, ["--overwrite"]).1 == "3f2a90c17be4\n")
    #expect(try outcome(of: "").1 == "3f2a90c17be4\n")
    let earlier = "<!DOCTYPE html>\n<meta name=generator content=Breakeven>\n"
    #expect(try outcome(of: earlier).1 == "3f2a90c17be4\n")
  }

  /// On standard output stands the file alone, so that it can be piped.
  @Test func aDashIsStandardOutput() throws {
    let outcome = try Invocation()("report", "--format", "html", "--output", "-")
    #expect(outcome.status == 0)
    #expect(outcome.output == "3f2a90c17be4\n")
  }

  /// A folder can't be piped: nothing is evaluated, and none of this name is made.
  @Test(arguments: [
    (["--format", "markdown"], "add --format html"),
    (["--format", "html", "--split"], "leave --split out"),
  ])
  func aFolderIsNotForStandardOutput(_ form: [String], _ advice: String) throws {
    let invoke = try Invocation()
    invoke.workspace.onEvaluate = { _ in Issue.record("it was evaluated") }
    let outcome = invoke.run(["report", "-o", "-"] + form)
    #expect(outcome.status == ExitStatus.badInput.rawValue)
    #expect(outcome.output == "")
    #expect(
      outcome.error == """
        error: standard output takes a report in one file of HTML, not a folder of pages
          help: \(advice), or name a folder with --output
        1 error

        """)
    #expect(!FileManager.default.fileExists(atPath: "-"))
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
