import Breakeven
import Diagnostics
import Foundation
import RunRecord
import RunStore

/// Finds what is meant by one side of a comparison: a stored run, a day, a revision, a folder.
struct SideFinder {
  /// A side with the folders that are kept for it.
  struct Found {
    var side: ChangesRequest.Side
    /// The temporary folders; they go when this goes.
    var kept: [TemporaryFolder] = []
    /// What to say instead of a temporary folder's path: `main:Models`.
    var shown: [(path: String, name: String)] = []
    /// The stored run, for a side that is one.
    var run: RunRecord?
  }

  let global: GlobalOptions
  let options: SideOptions

  /// The side that a word means.
  ///
  /// - Throws: `Diagnostic` for a word that means none, with what would.
  func find(_ word: String) throws -> Found {
    let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Prefix(rawValue: parts[0]) {
      switch kind {
      case .run: return try stored(parts[1])
      case .git: return try revision(parts[1])
      case .folder: return folder(parts[1])
      }
    }
    if CalendarDay(word) != nil { return day(word) }
    if ["latest", "previous"].contains(word) { return try stored(word) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: word, isDirectory: &isFolder), isFolder.boolValue {
      return folder(word)
    }
    if let id = runID(word) { return try stored(id) }
    if let repository = try? GitRepository(holding: firstFolder),
      try repository.commit(word) != nil
    {
      return try revision(word)
    }
    throw unknown(word)
  }

  /// What a word may begin with to say what it is.
  private enum Prefix: String {
    case run, git, folder
  }

  private var firstFolder: String { global.modelFolders[0] }

  // MARK: Days and folders

  private func day(_ word: String) -> Found {
    var evaluation = options.evaluation
    evaluation.asOf = CalendarDay(word)
    return Found(
      side: ChangesRequest.Side(
        kind: .day, name: word, folders: global.modelFolders, evaluation: evaluation))
  }

  /// The models folders as they are.
  func workTree() -> Found {
    var evaluation = options.evaluation
    evaluation.asOf = global.day
    return Found(
      side: ChangesRequest.Side(
        kind: .folder, name: global.modelFolders.joined(separator: ", "),
        folders: global.modelFolders, evaluation: evaluation))
  }

  private func folder(_ path: String) -> Found {
    var evaluation = options.evaluation
    evaluation.asOf = global.day
    return Found(
      side: ChangesRequest.Side(
        kind: .folder, name: path, folders: [path], evaluation: evaluation))
  }

  // MARK: Revisions

  /// The models folders as they were in a revision.
  func revision(_ name: String) throws -> Found {
    let repository = try GitRepository(holding: firstFolder)
    guard let commit = try repository.commit(name) else {
      throw Diagnostic(
        "the repository \(repository.root) has no revision \"\(name.printable)\"",
        help: Suggestion.help(for: name, among: (try? repository.names()) ?? [])
          ?? "name a branch, a tag or a commit; a shallow copy lacks older ones",
        category: .missing)
    }
    var evaluation = options.evaluation
    evaluation.asOf = global.day
    var found = Found(
      side: ChangesRequest.Side(
        kind: .revision, name: name, id: commit, folders: [], evaluation: evaluation))
    for folder in global.modelFolders {
      let files = try GitRepository(holding: folder).files(
        under: GitRepository.prefix(of: folder), of: commit)
      guard !files.isEmpty else {
        throw Diagnostic(
          "the revision \"\(name.printable)\" has no models in \(folder)",
          help: "name the folder that holds them there with --models", category: .missing)
      }
      let kept = try TemporaryFolder()
      for (path, content) in files { try kept.write(path, content) }
      found.kept.append(kept)
      found.side.folders.append(kept.path)
      found.shown.append((kept.path, "\(name):\(folder)"))
    }
    return found
  }

  // MARK: Stored runs

  /// The id of a stored run that begins like a word.
  private func runID(_ word: String) -> String? {
    guard word.count >= 3, word.allSatisfy({ $0.isHexDigit }) else { return nil }
    let store = try? global.openStore(mustExist: true)
    return (try? store?.entry(id: word))?.id
  }

  private func stored(_ word: String) throws -> Found {
    let store = try global.openStore(mustExist: true)
    let runs = try store.list()
    let id: String
    switch word {
    case "latest", "previous":
      let place = word == "latest" ? 0 : 1
      guard runs.count > place else {
        throw Diagnostic(
          runs.isEmpty
            ? "the store \(global.store) has no runs yet"
            : "the store \(global.store) has one run only: there is none before it",
          help: "`breakeven evaluate` stores one", category: .missing)
      }
      id = runs[place].id
    default: id = try store.entry(id: word).id
    }
    let run = try store.run(id: id)
    var evaluation = options.evaluation
    let info = run.run
    evaluation.asOf = CalendarDay(info.asOf)
    evaluation.scenario = info.scenario
    evaluation.overrides = info.settings
    evaluation.companies = run.companies.map(\.id)
    evaluation.paths = info.models.map(\.path)
    evaluation.draws = options.draws ?? info.draws
    evaluation.seed = options.seed ?? info.seed
    evaluation.sampler = info.sampler
    var found = Found(
      side: ChangesRequest.Side(
        kind: .run, name: word, id: id, version: info.version, folders: [],
        evaluation: evaluation), run: run)
    let files = try store.files(id: id)
    if files.isEmpty {
      found.side.folders = try foldersOfOld(run)
      return found
    }
    for folder in 0...(files.map(\.folder).max() ?? 0) {
      let kept = try TemporaryFolder()
      for file in files where file.folder == folder {
        try kept.write(file.path, Data(file.text.utf8))
      }
      found.kept.append(kept)
      found.side.folders.append(kept.path)
      found.shown.append((kept.path, "run \(id)"))
    }
    return found
  }

  /// The folders of a run that was stored without its files: the present ones, if they are the same
  /// still.
  private func foldersOfOld(_ run: RunRecord) throws -> [String] {
    let check = RunCheck(run, global)
    if let failure = check.failure { throw failure }
    guard check.differences.isEmpty else {
      throw Diagnostic(
        "run \(run.run.id) was stored without its model files, and those of today differ: "
          + check.differences.joined(separator: "; "),
        help: "name the folder that it was made from with --models, or its revision "
          + "instead of the run; runs stored from now on keep their files",
        category: .missing)
    }
    return global.modelFolders
  }

  private func unknown(_ word: String) -> Diagnostic {
    let repository = try? GitRepository(holding: firstFolder)
    let store = try? global.openStore(mustExist: true)
    let known =
      ["latest", "previous"] + ((try? repository?.names()) ?? [])
      + ((try? store?.list().map(\.id)) ?? [])
    return Diagnostic(
      "\"\(word.printable)\" is no stored run, no day, no revision and no folder",
      help: Suggestion.help(for: word, among: known)
        ?? "name a run (`breakeven runs list`), a day such as 2025-05-31, a branch or commit, or a "
        + "models folder", category: .missing)
  }
}

extension RunInfo {
  /// What its scenario and `--set` put in place of inputs, as it would be typed: runs print a change
  /// as `itself * 2` or `itself + 0.1`.
  fileprivate var settings: [InputOverride] {
    overrides.sorted { $0.key < $1.key }.map { name, text in
      for (sign, operation) in [
        ("itself * ", InputOverride.Operation.multiply), ("itself + ", .add),
      ] where text.hasPrefix(sign) {
        return InputOverride(
          name: name, operation: operation, text: String(text.dropFirst(sign.count)))
      }
      return InputOverride(name: name, text: text)
    }
  }
}

/// The draws and the day that sides have unless they bring their own.
struct SideOptions {
  /// As asked for; nil where each side has its own.
  var draws: Int?
  var seed: UInt64?
  var scenario: String?
  /// What a side has that brings nothing of its own.
  var evaluation: EvaluationRequest {
    EvaluationRequest(
      scenario: scenario, draws: draws ?? Self.usualDraws, seed: seed ?? 1)
  }

  /// Enough to tell changes of a point from noise.
  static let usualDraws = 4096
}
