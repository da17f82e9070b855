import Foundation
import Testing

/// Holds the table of Sources/README.md: each module imports only what it may.
@Suite struct LayeringTests {
  /// What each module may import of ours, and of others.
  static let allowed: [String: Set<String>] = [
    "Threads": [],
    "Diagnostics": [],
    "Units": ["Diagnostics"],
    "Formulas": ["Diagnostics", "Units"],
    "Kernels": [],
    "Simulation": ["Formulas", "Kernels"],
    "Documents": ["Diagnostics", "Yams"],
    "Facts": ["Threads", "Diagnostics", "Documents", "Units"],
    "Nowcast": ["Simulation", "Facts"],
    "Outlook": ["Nowcast", "Simulation"],
    "Backtest": ["Simulation"],
    "RunRecord": [],
    "Evaluation": [
      "Threads", "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Facts",
      "RunRecord",
    ],
    "Scoring": ["Threads", "Simulation", "Evaluation", "RunRecord"],
    "RunStore": ["Threads", "RunRecord", "GRDB"],
    "Reporting": ["Threads", "RunRecord"],
    "Breakeven": [
      "Threads", "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Facts",
      "RunRecord", "Evaluation", "Scoring", "RunStore", "Reporting",
    ],
    "BreakevenTesting": ["Breakeven", "Evaluation", "Facts", "RunRecord", "Testing"],
    "BreakevenCLI": [
      "Breakeven", "Threads", "RunRecord", "RunStore", "Reporting", "Diagnostics",
      "ArgumentParser",
    ],
  ]

  /// Parts of the system that any module may use.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Darwin", "Musl",
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItMay(module: String) throws {
    let permitted = try #require(Self.allowed[module]).union(Self.system)
    for file in try swiftFiles(below: "Sources/\(module)") {
      for name in try imports(of: file) where !permitted.contains(name) {
        Issue.record("\(file.lastPathComponent) of \(module) imports \(name)")
      }
    }
  }

  @Test func everyFolderOfSourcesIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Sources"), includingPropertiesForKeys: [.isDirectoryKey])
    let modules = folders.filter(\.hasDirectoryPath).map(\.lastPathComponent)
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test(arguments: ["Evaluation", "Scoring", "RunRecord", "RunStore", "Reporting"])
  func noModuleBelowTheCommandLineReadsTheClock(module: String) throws {
    for file in try swiftFiles(below: "Sources/\(module)") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for call in ["Date()", "Date.now", "SystemRandomNumberGenerator", ".random(in"] {
        #expect(!text.contains(call), "\(file.lastPathComponent) uses \(call)")
      }
    }
  }
}

/// The folder of the package.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func swiftFiles(below folder: String) throws -> [URL] {
  let start = root.appending(path: folder)
  let walker = try #require(
    FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil))
  return walker.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
}

func imports(of file: URL) throws -> [String] {
  try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let keyword = words.firstIndex(of: "import"), keyword <= 2, words.count > keyword + 1,
      words[..<keyword].allSatisfy({
        ["public", "package", "internal", "private", "fileprivate", "@testable"].contains($0)
      })
    else { return nil }
    return String(words[words.count - 1].split(separator: ".")[0])
  }
}
