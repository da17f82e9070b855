internal import Diagnostics
internal import Foundation

/// What lies in models folders, held against what is read of them: a file that nobody reads has
/// nobody's answer changed, and whoever wrote it should know.
struct FolderCensus {
  let folders: [String]

  /// Files that stand in a models folder itself; what takes longest to read comes first.
  static let files = [
    "sources.yaml", "metrics.yaml", "events.yaml", "company.yaml", "units.yaml", "study.yaml",
    "scoring.yaml",
  ]
  /// Folders whose YAML files are loaded; what takes longest to read comes first.
  static let loaded = [
    "texts", "paths", "markets", "market-facts", "companies", "company-facts",
    "reference-classes", "scenarios", "theses",
  ]
  /// Folders whose YAML files are read, those of languages when one is spoken.
  private static let kinds = loaded + ["languages"]
  /// Folders for people and editors.
  private static let others = ["schema"]

  /// Errors for folders that can't be read, warnings for what nothing reads.
  func problems() -> [Diagnostic] {
    folders.flatMap { folder in top(folder) + Self.kinds.flatMap { inside(folder + "/" + $0) } }
  }

  private func top(_ folder: String) -> [Diagnostic] {
    guard let names = names(in: folder) else { return [unreadable(folder)] }
    return names.compactMap { name in
      let isKnown =
        isFolder(folder + "/" + name)
        ? (Self.kinds + Self.others).contains(name)
        : (Self.files + Self.kinds).contains(name) || isForPeople(name)
      if isKnown { return nil }
      let known = isFolder(folder + "/" + name) ? Self.kinds : Self.files
      return unread(
        folder + "/" + name,
        help: Suggestion.help(for: name.lowercased(), among: known)
          ?? "a models folder has \(known.joined(separator: ", "))")
    }
  }

  private func inside(_ folder: String) -> [Diagnostic] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    guard isFolder(folder) else {
      return [
        Diagnostic(
          "\(folder) is a file, not a folder", help: "put files into a folder of that name")
      ]
    }
    guard let names = names(in: folder) else { return [unreadable(folder)] }
    return names.compactMap { name in
      if isFolder(folder + "/" + name) {
        return unread(folder + "/" + name, help: "move its files up into \(folder)")
      }
      if name.hasSuffix(".yaml") || isForPeople(name) { return nil }
      return unread(folder + "/" + name, help: "only files that end in .yaml are read here")
    }
  }

  /// Notes about the files, which are for people.
  private func isForPeople(_ name: String) -> Bool {
    name.hasSuffix(".md") || ["LICENSE", "LICENCE", "NOTICE"].contains(name)
  }

  /// Everything but what editors, systems and git hide; nil if the folder can't be read.
  private func names(in folder: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
      .filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") }.sorted()
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func unread(_ path: String, help: String) -> Diagnostic {
    Diagnostic("nothing reads \(path)", help: help, severity: .warning)
  }

  private func unreadable(_ folder: String) -> Diagnostic {
    Diagnostic("the folder \(folder) can't be read", help: "look at the rights of the folder")
  }
}
