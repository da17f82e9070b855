import Diagnostics
import Foundation

/// The name of a file or folder that results are to be written to.
enum OutputPath {
  /// Refuses a file that results must never replace: a database, such as the store of runs, what
  /// SQLite keeps beside one, a file of the models that were read, and a new one that would be read as
  /// such; `option` is where the name was given.
  ///
  /// - Throws: `DiagnosticError`.
  static func check(
    _ path: String, _ global: GlobalOptions, option: String = "--output"
  ) throws {
    func refusal(_ message: String) -> DiagnosticError {
      Self.refusal(message, help: "name another file with \(option)")
    }
    let target = resolved(path)
    let status = SystemCall.status(of: target)
    if let status, !status.isFile { return }
    if status != nil, isDatabase(target) {
      throw refusal("\(path.printable) is a database, which results would destroy")
    }
    let store = resolved(global.store)
    if target == store {
      throw refusal("\(path.printable) is the store of runs, which results would destroy")
    }
    for ending in ["-wal", "-shm", "-journal"] where target.hasSuffix(ending) {
      let database = String(target.dropLast(ending.count))
      if database == store || isDatabase(database) {
        throw refusal(
          "\(path.printable) is a part of the database \(String(path.dropLast(ending.count)).printable), which results would destroy"
        )
      }
    }
    for folder in global.modelFolders where isInside(target, resolved(folder)) {
      if status == nil, !isModel(target) { continue }
      throw refusal(
        status == nil
          ? "\(path.printable) would be read as a file of the models folder \(folder.printable)"
          : "\(path.printable) is in the models folder \(folder.printable), from which results are made"
      )
    }
  }

  /// Refuses a folder that results must never take the place of: a models folder, what it is in, and
  /// a folder of its files.
  ///
  /// - Throws: `DiagnosticError`.
  static func check(folder path: String, _ global: GlobalOptions) throws {
    let target = resolved(path)
    for folder in global.modelFolders {
      let root = resolved(folder)
      if target == root || isInside(root, target) {
        let what = target == root ? "is" : "contains"
        throw refusal(
          "\(path.printable) \(what) the models folder \(folder.printable), from which results are made",
          help: "name another folder with --output")
      }
      let names = (try? SystemCall.names(in: root)) ?? []
      let models = names.filter { isModelFolder(root + "/" + $0) }.map { root + "/" + $0 }
      if models.contains(where: { target == $0 || isInside(target, $0) }) {
        throw refusal(
          "\(path.printable) is a folder of the models folder \(folder.printable), from which results are made",
          help: "name another folder with --output")
      }
    }
  }

  private static func refusal(_ message: String, help: String) -> DiagnosticError {
    DiagnosticError([Diagnostic(message, help: help)])
  }

  /// Whether a path lies in a folder.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// Whether a name is that of a model file.
  private static func isModel(_ name: String) -> Bool {
    [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func isModelFolder(_ path: String) -> Bool {
    ((try? SystemCall.names(in: path)) ?? []).contains(where: isModel)
  }

  /// The path with all links followed, of the part of it that is there.
  private static func resolved(_ path: String) -> String {
    if let known = realpath(path, nil) {
      defer { free(known) }
      return String(cString: known)
    }
    let url = URL(fileURLWithPath: path)
    let parent = url.deletingLastPathComponent().path
    if parent == url.path { return path }
    let folder = resolved(parent)
    return (folder.hasSuffix("/") ? folder : folder + "/") + url.lastPathComponent
  }

  /// Whether a file begins as SQLite's do.
  private static func isDatabase(_ path: String) -> Bool {
    guard SystemCall.status(of: path)?.isFile == true,
      let file = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
