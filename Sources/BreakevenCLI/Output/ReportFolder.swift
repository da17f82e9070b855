import Diagnostics
import Foundation
import Threads

/// A file of a report, before it is written.
struct ReportPage: Hashable, Sendable {
  /// Its path inside the report's folder, with `/` between names.
  var path: String
  /// Its text.
  var content: String
}

/// Writes reports into folders.
///
/// A report is written beside its folder and then put in its place as a whole, so that the folder
/// holds one report or another and never a mixture. What isn't of the earlier report stays.
struct ReportFolder {
  /// The folder as the user named it.
  let name: String
  /// The same, links followed.
  private let path: String
  /// Whether files that are of no report may be replaced.
  let overwrites: Bool

  /// The folder that the program was started in.
  private let workingFolder: String

  init(
    _ name: String, overwrites: Bool = false,
    workingIn workingFolder: String = FileManager.default.currentDirectoryPath
  ) {
    self.name = name
    self.overwrites = overwrites
    self.workingFolder = workingFolder
    path = OutputPath.followed(name)
  }

  /// What was done with a folder.
  struct Outcome: Hashable {
    /// The paths of the report's files, the index first.
    var files: [String]
    /// Files of the earlier report that somebody has changed since and that are left for that reason.
    var kept: [String]
  }

  /// Puts the pages of a run in place of the report that is in the folder.
  ///
  /// - Throws: `OutputError` if a file can't be written, `DiagnosticError` if a file that is of no
  ///   report is in the way, `InternalError` if a page would lie outside the folder; then
  ///   everything is as it was.
  func write(_ pages: [ReportPage], run: String) throws -> Outcome {
    for page in pages where !Self.isInside(page.path) {
      throw InternalError("a report has a page at \(page.path)")
    }
    if name.isEmpty { throw DiagnosticError(Diagnostic("--output \"\" names no folder")) }
    let manifest = ReportManifest(run: run, pages: pages)
    do {
      // Links that lead in a circle.
      if SystemCall.isLinkToNothing(path) { throw SystemFailure(number: ELOOP) }
      try Self.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      let kept = try put(pages, manifest)
      return Outcome(files: listed(pages), kept: kept)
    } catch let error as SystemFailure {
      throw OutputError("cannot write to \(name.printable): \(error)")
    }
  }

  private func put(_ pages: [ReportPage], _ manifest: ReportManifest) throws -> [String] {
    // Whoever works in the folder wants to find it where it is.
    if workingFolder == path || workingFolder.hasPrefix(path + "/") {
      return try putFiles(pages, manifest)
    }
    do {
      return try Scratch.with(beside: path, make: Self.makeFolder) { scratch in
        try fill(scratch, pages, manifest)
        let lock = FolderLock(
          URL(fileURLWithPath: path).deletingLastPathComponent().path, waits: true)
        defer { lock?.end() }
        let earlier = try EarlierReport(path, named: name, manifest, overwrites: overwrites)
        try earlier.linkStrangers(to: scratch)
        try Scratch.settle { try FolderExchange.put(scratch, inPlaceOf: path) }
        return earlier.changed
      }
    } catch let error as SystemFailure where error.meansPlaceIsFixed {
      // A folder that others have mounted, or whose own folder may not be written, keeps its place.
      return try putFiles(pages, manifest)
    }
  }

  /// Puts the files into the folder, which stays what it is, one after the other when all are
  /// written.
  ///
  /// Until the last is in place the list of files names those of both reports, so that after sudden
  /// death the next report knows which are a report's.
  private func putFiles(_ pages: [ReportPage], _ manifest: ReportManifest) throws -> [String] {
    try Scratch.with(beside: path + "/report", make: Self.makeFolder) { scratch in
      try fill(scratch, pages, manifest)
      let lock = FolderLock(path, waits: true)
      defer { lock?.end() }
      let earlier = try EarlierReport(path, named: name, manifest, overwrites: overwrites)
      let both = scratch + "/" + Self.listOfBoth
      try WholeFile.create(manifest.inPlace(of: ReportManifest(folder: path)).text, at: both)
      let pages = pages.map { (path: $0.path, from: scratch + "/" + $0.path) }
      let list = (path: ReportManifest.name, from: scratch + "/" + ReportManifest.name)
      try Scratch.settle {
        try FolderExchange.move([(ReportManifest.name, both)] + pages, into: path)
        earlier.removeOrphans()
        try FolderExchange.move([list], into: path)
      }
      return earlier.changed
    }
  }

  /// Writes all files of the report into an empty folder, with the permissions of those that they take
  /// the place of.
  private func fill(
    _ folder: String, _ pages: [ReportPage], _ manifest: ReportManifest
  ) throws {
    if let status = SystemCall.status(of: path), status.isFolder {
      try SystemCall.checked { chmod(folder, status.permissions) }
    }
    let files = pages + [ReportPage(path: ReportManifest.name, content: try manifest.text)]
    for name in Set(
      files.map { URL(fileURLWithPath: folder + "/" + $0.path).deletingLastPathComponent().path })
    {
      try Self.makeFolder(name)
    }
    let crew = Crew(threads: ProcessInfo.processInfo.activeProcessorCount)
    _ = try crew.map(files.count) { index in
      let file = files[index]
      let replaced = SystemCall.status(of: path + "/" + file.path)
      try WholeFile.create(
        file.content, at: folder + "/" + file.path,
        permissions: replaced?.isFile == true ? replaced?.permissions : nil)
    }
  }

  /// The files' paths as the user would write them, the index first.
  private func listed(_ pages: [ReportPage]) -> [String] {
    func isIndex(_ page: ReportPage) -> Bool {
      page.path == "README.md" || page.path.hasPrefix("index.")
    }
    let prefix = name.hasSuffix("/") ? name : name + "/"
    return (pages.filter(isIndex) + pages.filter { !isIndex($0) }).map { prefix + $0.path }
  }

  /// The name of the list of two reports' files before it stands in the folder; no page begins so.
  private static let listOfBoth = ".breakeven-both.json"

  private static func makeFolder(_ path: String) throws {
    if SystemCall.status(of: path)?.isFolder == true { return }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if parent != path { try makeFolder(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemFailure.latest }
    if SystemCall.status(of: path)?.isFolder != true { throw SystemFailure(number: ENOTDIR) }
  }

  /// Returns true if a path names a file inside the folder that it is relative to.
  static func isInside(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && !path.contains("\\") && path.printable == path
      && names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}

extension SystemFailure {
  /// Whether a folder can't be put in another's place, though files may be in it.
  fileprivate var meansPlaceIsFixed: Bool {
    [EBUSY, EXDEV, EINVAL, ENOSYS, ENOTSUP, EACCES, EPERM].contains(number)
  }
}
