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

  /// Refuses a file with something in it, for results that are written once; `option` is where the name was
  /// given and `what` are the results.
  ///
  /// - Throws: `DiagnosticError`.
  static func checkIsNew(_ path: String, of what: String, option: String) throws {
    guard let status = SystemCall.status(of: path), status.isFile, status.st_size > 0 else {
      return
    }
    throw refusal(
      "\(path.printable) is there already, and \(what) stay as they were written",
      help: "name another file with \(option)")
  }

  /// Refuses to write two results of a command to one file, of which the later would take the place of the
  /// earlier; `output` is the place that `--output` names and `option` is where the other name was given.
  ///
  /// - Throws: `DiagnosticError`.
  static func checkApart(_ path: String, from output: String, option: String) throws {
    guard output != "-", resolved(path) == resolved(output) else { return }
    throw refusal(
      "\(option) and --output name the same file, \(path.printable)",
      help: "name another file with \(option)")
  }

  /// Refuses to write results to a file that a command line names a second time, to read it most likely.
  ///
  /// Results would take its place. Words without a dot or a slash are names of companies and the like.
  ///
  /// - Throws: `DiagnosticError`.
  static func checkIsNoInput(_ arguments: [String]) throws {
    var (outputs, others) = ([String](), [String]())
    var isOutput = false
    for word in arguments {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if isOutput {
        outputs.append(word)
        isOutput = false
      } else if ["--output", "-o"].contains(word) {
        isOutput = true
      } else if parts.count == 2, parts[0].hasPrefix("--") {
        if parts[0] == "--output" {
          outputs.append(String(parts[1]))
        } else {
          others.append(String(parts[1]))
        }
      } else {
        others.append(word)
      }
    }
    for output in outputs where SystemCall.status(of: output)?.isFile == true {
      let target = resolved(output)
      guard others.contains(where: { $0.contains { "./".contains($0) } && resolved($0) == target })
      else { continue }
      throw refusal(
        "\(output.printable) is named twice on the command line, and results would take its place",
        help: "name another file with --output")
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

  /// The path with all links followed, of the part of it that is there, and those that lead to what isn't
  /// there yet.
  static func resolved(_ path: String) -> String { resolved(path, links: mostLinks) }

  /// So many links are followed that lead to nothing; what has more leads in a circle.
  private static let mostLinks = 40

  private static func resolved(_ path: String, links: Int) -> String {
    if let known = realpath(path, nil) {
      defer { free(known) }
      return String(cString: known)
    }
    let url = URL(fileURLWithPath: path)
    let (parent, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    if parent == url.path || name == ".." { return path }
    let folder = resolved(parent, links: links)
    let inside = folder.hasSuffix("/") ? folder : folder + "/"
    let place = inside + name
    guard links > 0, SystemCall.isLinkToNothing(place),
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place)
    else { return place }
    return resolved(target.hasPrefix("/") ? target : inside + target, links: links - 1)
  }

  /// The path of what is written to a path, links followed: where the last leads to nothing yet, that is what
  /// is to be made, so that the link stays.
  static func followed(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return SystemCall.isLinkToNothing(url.path)
      ? resolved(url.path) : url.resolvingSymlinksInPath().path
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
