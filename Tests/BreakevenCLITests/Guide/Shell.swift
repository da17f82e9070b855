import Foundation
import Testing

/// Command lines as a reader types them, in a temporary folder that holds a copy of the models, or
/// the files that are given.
final class Shell {
  /// The folder, with `Models/` in it.
  let folder: URL

  init(models: [String: String]? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "breakeven-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let models else {
      try FileManager.default.copyItem(
        at: Program.root.appending(path: "Models"), to: folder.appending(path: "Models"))
      return
    }
    for (name, text) in models { try write("Models/\(name)", text) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs a command line as typed and gives what a terminal would show, and the exit status.
  func callAsFunction(_ line: String) throws -> (output: String, status: Int32) {
    let binary = try #require(Program.binary, "the program has not been built")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(line) 2>&1"]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] =
      binary.deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    variables["COLUMNS"] = nil
    process.environment = variables
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// The text of a file, or nil when there is none.
  func read(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Writes a file and the folders it is in.
  func write(_ name: String, _ text: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
