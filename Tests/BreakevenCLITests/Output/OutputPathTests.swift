import Foundation
import Testing

@testable import BreakevenCLI

/// What a command writes to a file is in nobody's way: neither in that of forecasts that were written
/// before, nor in that of another result of its own.
struct OutputPathTests {
  /// A file with something in it stays; an empty one, as `mktemp` makes, gives way.
  @Test func forecastsAreWrittenOnce() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("trip.yaml")
    let ahead = ["ahead", "cloud-pipe", "--write", file.path]
    try Data().write(to: file)
    let first = invoke.run(ahead)
    #expect(first.status == 0, "\(first.error)")
    #expect(first.error.contains(" to FOLDER/trip.yaml; "), "\(first.error)")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("company: cloud-pipe"), "\(text)")
    let second = invoke.run(ahead + ["--days", "240"])
    #expect(second.status == 65)
    #expect(second.output == "")
    #expect(
      second.error == """
        error: FOLDER/trip.yaml is there already, and forecasts stay as they were written
          help: name another file with --write
        1 error

        """)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  /// What a command reads stays as it is.
  @Test func resultsDoNotReplaceWhatIsRead() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("t.yaml").path
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    for command in [
      ["settle", file, "--output", file], ["brief", "--layout=\(file)", "-o", file],
    ] {
      let outcome = invoke.run(command)
      #expect(outcome.status == 65)
      #expect(
        outcome.error == """
          error: FOLDER/t.yaml is named twice on the command line, and results would take its place
            help: name another file with --output
          1 error

          """)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }
  }

  static let pairs: [(command: [String], option: String, name: String)] = [
    (["model", "run", "medical-ai", "--company", "cloud-pipe"], "--chart", "x.svg"),
    (["nowcast", "cloud-pipe"], "--chart", "x.svg"),
    (["ahead", "cloud-pipe"], "--write", "x.yaml"),
  ]

  /// It is refused before anything is written, by whatever name the file is given.
  @Test(arguments: pairs.indices, ["", "./", "../Out/", "../link/"])
  func twoResultsGoToTwoFiles(_ index: Int, _ way: String) throws {
    let (command, option, name) = Self.pairs[index]
    let invoke = try Invocation()
    let (root, files) = (invoke.folder.path, FileManager.default)
    try files.createDirectory(atPath: root + "/Out", withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: root + "/link", withDestinationPath: "Out")
    let outcome = invoke.run(
      command + [option, "\(root)/Out/\(name)", "--output", "\(root)/Out/\(way)\(name)"])
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(
      outcome.error == """
        error: \(option) and --output name the same file, FOLDER/Out/\(name)
          help: name another file with \(option)
        1 error

        """)
    #expect(try files.contentsOfDirectory(atPath: root + "/Out").isEmpty)
  }

  @Test func aChartAndATableMayGoToTwoFiles() throws {
    let invoke = try Invocation()
    let root = invoke.folder.path
    let outcome = invoke(
      "model", "run", "medical-ai", "--company", "cloud-pipe", "--output-name", "revenue",
      "--chart", "\(root)/x.svg", "--output", "\(root)/x.txt")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try String(contentsOfFile: root + "/x.svg", encoding: .utf8).contains("<svg"))
    #expect(try String(contentsOfFile: root + "/x.txt", encoding: .utf8).contains("revenue"))
  }

  /// Advice names the option that was given.
  @Test func aChartInPlaceOfTheStoreIsRefused() throws {
    let invoke = try Invocation()
    let store = invoke.folder.appendingPathComponent("runs.svg").path
    let outcome = invoke.run(
      [
        "model", "run", "medical-ai", "--company", "cloud-pipe", "--output-name", "revenue",
        "--chart", store, "--store", store,
      ], bare: true)
    #expect(outcome.status == 65)
    #expect(
      outcome.error == """
        error: FOLDER/runs.svg is the store of runs, which results would destroy
          help: name another file with --chart
        1 error

        """)
  }
}
