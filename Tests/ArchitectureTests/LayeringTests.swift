import Foundation
import Testing

/// Data flows one way: each module imports only what Package.swift lists for it, nothing that
/// stands after it, and the table of Sources/README.md says the same.
@Suite struct LayeringTests {
  /// Parts of the system and of the language's tools that any module may use.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Darwin", "Musl",
  ]

  @Test func importsOnlyWhatItMay() throws {
    let manifest = try Manifest()
    #expect(manifest.modules.count > 10)
    for (module, listed) in manifest.modules {
      let permitted =
        listed.union(Self.system).union(module == "BreakevenTesting" ? ["Testing"] : [])
      for file in try swiftFiles(below: "Sources/\(module)") {
        for name in try imports(of: file) where !permitted.contains(name) {
          Issue.record("\(file.lastPathComponent) of \(module) imports \(name)")
        }
      }
    }
  }

  @Test func everyModuleIsListedAfterWhatItImports() throws {
    let manifest = try Manifest()
    // What is in C stands apart from the list.
    var known: Set = ["Kernels"]
    for module in manifest.order {
      for name in manifest.modules[module] ?? []
      where manifest.modules[name] != nil && !known.contains(name) {
        Issue.record("\(module) is listed before \(name), which it imports")
      }
      known.insert(module)
    }
  }

  @Test func everyFolderOfSourcesIsAModule() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Sources"), includingPropertiesForKeys: [.isDirectoryKey])
    let modules = folders.filter(\.hasDirectoryPath).map(\.lastPathComponent)
    #expect(try Set(modules) == Set(Manifest().modules.keys))
  }

  @Test func theTableSaysTheSame() throws {
    let manifest = try Manifest()
    let text = try String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8)
    var rows: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let module = cells[0].trimmingCharacters(in: ["`"])
      let named = Set(cells[2].split { ",; ".contains($0) }.map(String.init)).subtracting(["–"])
      let listed = manifest.modules[module] ?? []
      #expect(
        named == (module == "BreakevenTesting" ? listed.union(["Testing"]) : listed), "\(module)")
      for name in named where manifest.modules[name] != nil && !rows.contains(name) {
        Issue.record("\(module) stands above \(name), which it imports")
      }
      rows.insert(module)
    }
    #expect(rows == Set(manifest.modules.keys))
  }

  @Test func thePictureHasEveryModule() throws {
    let text = try String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8)
    let picture = try #require(text.split(separator: "```").dropFirst().first)
    let words = Set(picture.split { !$0.isLetter }.map(String.init))
    let modules = try Set(Manifest().modules.keys)
    #expect(modules.subtracting(words) == [])
  }

  @Test(arguments: [
    "Evaluation", "Scoring", "Assessment", "RunRecord", "RunStore", "Findings", "Publishing",
    "Reporting",
  ])
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
