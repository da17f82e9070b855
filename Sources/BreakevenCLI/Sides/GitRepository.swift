import Diagnostics
import Foundation

/// A git repository, read through the program `git`: from its objects alone, never through its work
/// tree.
struct GitRepository {
  /// The top folder of its work tree.
  let root: String

  /// The repository that a folder is in.
  ///
  /// - Throws: `Diagnostic` where it is in none, and where there is no git.
  init(holding folder: String) throws {
    let top = try Self.git(["rev-parse", "--show-toplevel"], in: folder)
    guard top.status == 0 else {
      throw Diagnostic(
        "\(folder) is in no git repository", help: "revisions are those of the models' folder",
        category: .missing)
    }
    root = Self.line(top.output)
  }

  /// The place of a folder of the work tree in the repository, with a slash at its end; empty for
  /// the repository's top.
  static func prefix(of folder: String) throws -> String {
    let found = try git(["rev-parse", "--show-prefix"], in: folder)
    return found.status == 0 ? line(found.output) : ""
  }

  /// The whole id of a revision's commit; nil where there is none of the name.
  func commit(_ revision: String) throws -> String? {
    // A name that begins with a hyphen would be an option.
    guard !revision.isEmpty, !revision.hasPrefix("-") else { return nil }
    let found = try Self.git(
      ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: root)
    return found.status == 0 ? Self.line(found.output) : nil
  }

  /// The branches and tags.
  func names() throws -> [String] {
    let found = try Self.git(
      ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"], in: root)
    return String(decoding: found.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The commit from which two revisions part.
  func mergeBase(_ one: String, _ other: String) throws -> String? {
    let found = try Self.git(["merge-base", one, other], in: root)
    return found.status == 0 ? Self.line(found.output) : nil
  }

  /// The contents of the YAML files under a folder of a commit, by their place in it; links are
  /// followed where they stay in the repository.
  ///
  /// - Parameters:
  ///   - prefix: The folder's place, with a slash at its end.
  ///   - commit: The commit's id.
  /// - Returns: The contents.
  /// - Throws: `Diagnostic` where git can't read them.
  func files(under prefix: String, of commit: String) throws -> [String: Data] {
    let tree = try Self.git(["ls-tree", "-r", "-z", "--full-tree", commit], in: root)
    guard tree.status == 0 else { throw Self.failure("ls-tree", tree) }
    var entries: [String: (mode: Substring, object: String)] = [:]
    for entry in tree.output.split(separator: 0) {
      // MODE SP TYPE SP OBJECT TAB PATH
      let text = String(decoding: entry, as: UTF8.self)
      guard let tab = text.firstIndex(of: "\t") else { continue }
      let words = text[..<tab].split(separator: " ")
      guard words.count == 3, words[1] == "blob" else { continue }
      entries[String(text[text.index(after: tab)...])] = (words[0], String(words[2]))
    }
    let wanted = entries.keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".yaml") }.sorted()
    var texts = try blobs(wanted.compactMap { entries[$0]?.object })
    // A link's content is the place that it points to.
    var objects: [String: String] = [:]
    for path in wanted {
      var (place, steps) = (path, 0)
      while let entry = entries[place], entry.mode == "120000", steps < 8 {
        let text = try texts[entry.object] ?? blobs([entry.object])[entry.object] ?? Data()
        place = Self.resolve(String(decoding: text, as: UTF8.self), from: place)
        steps += 1
      }
      objects[path] = entries[place]?.object
    }
    texts.merge(try blobs(objects.values.filter { texts[$0] == nil })) { $1 }
    return Dictionary(
      objects.compactMap { path, object in
        texts[object].map { (String(path.dropFirst(prefix.count)), $0) }
      }, uniquingKeysWith: { $1 })
  }

  /// The place that a link's text points to, seen from the link's own.
  static func resolve(_ target: String, from link: String) -> String {
    var parts = link.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The contents of objects by id.
  private func blobs(_ ids: [String]) throws -> [String: Data] {
    guard !ids.isEmpty else { return [:] }
    let asked = Data(ids.map { $0 + "\n" }.joined().utf8)
    let found = try Self.git(["cat-file", "--batch"], in: root, input: asked)
    guard found.status == 0 else { throw Self.failure("cat-file", found) }
    var contents: [String: Data] = [:]
    var rest = found.output[...]
    // ID SP TYPE SP SIZE LF CONTENT LF
    while let end = rest.firstIndex(of: 10) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 3, let size = Int(words[2]) else { break }
      let start = rest.index(after: end)
      let stop = rest.index(start, offsetBy: size)
      contents[String(words[0])] = Data(rest[start..<stop])
      rest = rest[stop...].dropFirst()
    }
    return contents
  }

  // MARK: The program

  private struct Answer {
    var status: Int32
    var output: Data
    var complaint: String
  }

  private static func failure(_ command: String, _ answer: Answer) -> Diagnostic {
    Diagnostic("git \(command) failed: \(answer.complaint)")
  }

  private static func line(_ data: Data) -> String {
    String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func git(
    _ arguments: [String], in folder: String, input: Data? = nil
  ) throws -> Answer {
    let path = Surroundings.current.variables["PATH"] ?? "/usr/bin:/bin"
    let program = path.split(separator: ":").map { "\($0)/git" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else {
      throw Diagnostic(
        "there is no program git, without which revisions can't be read",
        help: "install git, or name a models folder or a stored run", category: .missing)
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    let (output, complaint, given) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    process.standardInput = given
    do {
      try process.run()
    } catch {
      throw Diagnostic("git can't be run in \(folder)", category: .missing)
    }
    // Written beside the reading: git answers before it has read all.
    let writing = given.fileHandleForWriting
    DispatchQueue.global().async {
      if let input { try? writing.write(contentsOf: input) }
      try? writing.close()
    }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    let words = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(status: process.terminationStatus, output: data, complaint: line(words))
  }
}
