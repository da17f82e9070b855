import Breakeven
import Foundation
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

  func run(_ arguments: [String], bare: Bool = false) -> Outcome {
    output = ""
    error = ""
    let workspace = workspace
    let surroundings = Surroundings(
      makeWorkspace: { _ in workspace },
      writeReport: { _, request in
        ["\(request.folder)/index.\(request.format == "html" ? "html" : "md")"]
      },
      writeOutput: { text in self.lock.withLock { self.output += text } },
      writeError: { text in self.lock.withLock { self.error += text } },
      outputIsTerminal: outputIsTerminal, errorIsTerminal: errorIsTerminal,
      variables: variables, now: { "2026-07-01T09:30:00Z" }, seconds: seconds)
    let status = BreakevenCommand.run(
      arguments: bare ? arguments : arguments + ["--store", store], in: surroundings)
    return Outcome(
      status: status, output: output.replacing(store, with: "STORE"),
      error: error.replacing(store, with: "STORE"))
  }
}
