import Breakeven
import Foundation
import Publishing
import Reporting
import RunRecord
import Testing

@testable import BreakevenCLI

/// What a command line did.
struct Outcome {
  var status: Int32
  var output: String
  var error: String
}

/// Runs command lines on a fake workspace, in a folder of their own.
final class Invocation: @unchecked Sendable {
  var workspace = FakeWorkspace()
  var variables: [String: String] = [:]
  var outputIsTerminal = false
  var errorIsTerminal = false
  var width = 80
  var seconds: @Sendable () -> Double = { 0 }
  let folder: URL
  private let lock = NSLock()
  private var output = ""
  private var error = ""

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("breakeven-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The store's file, which messages show as `STORE`.
  var store: String { folder.appendingPathComponent("runs.sqlite").path }

  /// Runs a command line; `--store` is added for commands that take it.
  func callAsFunction(_ arguments: String..., bare: Bool = false) -> Outcome {
    run(arguments, bare: bare)
  }

  /// The text with the names of this test's own files replaced.
  private func shown(_ text: String) -> String {
    text.replacing(store, with: "STORE").replacing(folder.path, with: "FOLDER")
  }

  func run(_ arguments: [String], bare: Bool = false) -> Outcome {
    output = ""
    error = ""
    let workspace = workspace
    let width = width
    let surroundings = Surroundings(
      makeWorkspace: { _ in workspace },
      makeReport: { run, request in
        let suffix = request.format == .markdown ? "md" : "html"
        let index = ReportPage(path: "index.html", content: run.run.id)
        return request.format == .html
          ? [index]
          : [
            ReportPage(path: "companies/cloud-pipe.\(suffix)", content: request.language.tag),
            ReportPage(path: "index.\(suffix)", content: run.run.id),
          ]
      },
      writeOutput: { text in self.lock.withLock { self.output += text } },
      writeError: { text in self.lock.withLock { self.error += text } },
      outputIsTerminal: outputIsTerminal, errorIsTerminal: errorIsTerminal,
      width: { width },
      variables: variables, now: { "2026-07-01T09:30:00Z" }, seconds: seconds)
    let status = BreakevenCommand.run(
      arguments: bare ? arguments : arguments + ["--store", store], in: surroundings)
    return Outcome(
      status: status, output: shown(output), error: shown(error))
  }
}
