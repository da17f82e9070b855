import Foundation
import Testing

/// What only a process of its own shows: signals, closed pipes, sudden death.
@Suite(.enabled(if: Program.binary != nil), .serialized)
final class ProcessTests {
  private let folder: URL
  private var store: String { folder.appendingPathComponent("runs.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("breakeven-process-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  @Test func anInterruptedCommandLeavesWith130() throws {
    let process = try Program.start(["evaluate", "--draws", "262144", "--store", store])
    // Repeated, since a busy machine may take a while to start the program, which until then
    // ignores the signal if its parent does.
    for _ in 0..<100 where process.isRunning {
      Program.wait(process, seconds: 0.3) { false }
      process.interrupt()
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }

  @Test func aReaderThatHasEnoughIsNotToldOff() throws {
    let binary = try #require(Program.binary)
    // The shell passes the ignored signal on, as some parent processes do.
    for prefix in ["", "trap '' PIPE; "] {
      let result = try Program.run(
        ["-c", "\(prefix)'\(binary.path)' facts export | head -n 1"],
        executable: URL(fileURLWithPath: "/bin/sh"))
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("company,metric,"))
      #expect(result.error == "")
    }
  }

  @Test func suddenDeathLeavesTheStoreWhole() throws {
    func evaluate(_ company: String) -> [String] {
      ["evaluate", company, "--draws", "64", "--store", store]
    }
    #expect(try Program.run(evaluate("cloudwalk")).status == 0)
    let count = { () throws -> Int in
      let listed = try Program.run(["runs", "list", "--format", "json", "--store", self.store])
      #expect(listed.status == 0, "\(listed.error)")
      let runs = try JSONDecoder().decode([Run].self, from: Data(listed.output.utf8))
      for run in runs {
        #expect(
          try Program.run(["runs", "show", run.id, "--format", "csv", "--store", self.store])
            .status == 0)
      }
      return runs.count
    }
    #expect(try count() == 1)
    // Once in the middle of the computation, and three times while the store is being written.
    for (round, company) in ["openai", "openai", "baidu", "synyi"].enumerated() {
      let before = try count()
      let files = files
      let process = try Program.start(evaluate(company))
      Program.wait(process, seconds: round == 0 ? 0.3 : 60) { round > 0 && self.files != files }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      let after = try count()
      #expect(after == before || after == before + 1)
    }
    #expect(try Program.run(evaluate("meta")).status == 0)
  }

  private struct Run: Decodable {
    var id: String
  }

  /// The names and sizes of the store's files, journals among them.
  private var files: [String: Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(into: [:]) { sizes, name in
      let path = folder.appendingPathComponent(name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      sizes[name] = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
  }
}
