import Foundation

/// The built program, run as a process of its own.
enum Program {
  /// The repository's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The binary beside the test bundle, if it has been built.
  static let binary: URL? = {
    let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    let bundles = Bundle.allBundles.map(\.bundleURL)
    return (arguments + bundles).lazy.flatMap { start in
      // On macOS the test binary lies three folders deep inside its bundle.
      sequence(first: start.deletingLastPathComponent()) { $0.deletingLastPathComponent() }
        .prefix(4).map { $0.appendingPathComponent("breakeven") }
    }.first { file in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: file.path)
    }
  }()

  /// A process that has been started, its messages discarded.
  static func start(_ arguments: [String], output: FileHandle? = nil) throws -> Process {
    let process = Process()
    process.executableURL = binary
    process.currentDirectoryURL = root
    process.arguments = arguments
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs to the end and gives the exit code with what was written.
  static func run(
    _ arguments: [String], executable: URL? = binary
  ) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    let output = Pipe()
    let error = Pipe()
    process.executableURL = executable
    process.currentDirectoryURL = root
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // What is written here is far below what a pipe holds, so the order doesn't matter.
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: written, as: UTF8.self),
      String(decoding: said, as: UTF8.self)
    )
  }

  /// Waits until a condition holds or the process ends, at most for some seconds.
  static func wait(_ process: Process, seconds: Double, until condition: () -> Bool) {
    let start = Date()
    while process.isRunning, !condition(), Date().timeIntervalSince(start) < seconds {
      usleep(200)
    }
  }
}
