import Diagnostics
import Foundation
import Hashing

/// What a folder holds before a report is put into it.
struct EarlierReport {
  /// The folder.
  private let path: String
  /// Files that stay, relative to the folder: other people's, and pages that somebody has changed.
  private let strangers: [String]
  /// Files of the earlier report that the new one hasn't.
  private let orphans: [String]
  /// Pages of the earlier report that the new one hasn't and that were changed since; they stay.
  let changed: [String]

  /// Reads the folder.
  ///
  /// - Parameters:
  ///   - path: The folder; it needn't be there.
  ///   - name: The same as the user named it.
  ///   - manifest: What is to be put into it.
  ///   - overwrites: Whether files of no report may be replaced.
  /// - Throws: `DiagnosticError` if a file is in the way; `SystemFailure` if the folder can't be read.
  init(_ path: String, named name: String, _ manifest: ReportManifest, overwrites: Bool) throws {
    self.path = path
    let ours = ReportManifest(folder: path)
    var (strangers, orphans, changed, inTheWay) = ([String](), [String](), [String](), [String]())
    for file in try Self.files(in: path) where file != ReportManifest.name {
      let isNew = manifest.files[file] != nil
      switch (isPage: ours?.had(file) == true, isNew) {
      case (true, true): continue
      case (false, false): strangers.append(file)
      case (false, true):
        if Self.hash(path + "/" + file) != manifest.files[file] { inTheWay.append(file) }
      case (true, false):
        if ours?.wrote(file, sha256: Self.hash(path + "/" + file)) == true {
          orphans.append(file)
        } else {
          changed.append(file)
        }
      }
    }
    if let first = inTheWay.min(), !overwrites {
      let others = inTheWay.count > 1 ? ", and \(inTheWay.count - 1) more," : ""
      throw DiagnosticError(
        Diagnostic(
          "\(name.printable)/\(first.printable)\(others) is there already and is of no report that breakeven keeps a list of",
          help: "name another folder with --output, or write over it with --overwrite"))
    }
    (self.strangers, self.orphans) = (strangers + changed, orphans)
    self.changed = changed.sorted()
  }

  /// Lets what stays be in another folder as well, as the same files.
  ///
  /// - Throws: `SystemFailure`.
  func linkStrangers(to folder: String) throws {
    for file in strangers.sorted() {
      try Self.makeFolders(above: file, in: folder, like: path)
      let (old, new) = (path + "/" + file, folder + "/" + file)
      if SystemCall.status(of: old, isLinkItself: true)?.isFolder == true {
        try SystemCall.checked { mkdir(new, 0o777) }
        continue
      }
      if link(old, new) == 0 { continue }
      // Where a file can't have two names it is copied.
      guard (try? FileManager.default.copyItem(atPath: old, toPath: new)) != nil else {
        throw SystemFailure.latest
      }
    }
  }

  /// Removes pages that no report has any more, and folders that are empty without them.
  func removeOrphans() {
    for file in orphans {
      unlink(path + "/" + file)
      var parent = (file as NSString).deletingLastPathComponent
      while !parent.isEmpty, rmdir(path + "/" + parent) == 0 {
        parent = (parent as NSString).deletingLastPathComponent
      }
    }
  }

  private static func makeFolders(above file: String, in folder: String, like other: String) throws
  {
    let parent = (file as NSString).deletingLastPathComponent
    if parent.isEmpty || SystemCall.status(of: folder + "/" + parent) != nil { return }
    try makeFolders(above: parent, in: folder, like: other)
    try SystemCall.checked { mkdir(folder + "/" + parent, 0o777) }
    guard let status = SystemCall.status(of: other + "/" + parent) else { return }
    chmod(folder + "/" + parent, status.permissions)
  }

  /// All files in a folder and its folders, and folders that are empty, relative to it; links aren't
  /// followed.
  private static func files(in folder: String, _ prefix: String = "") throws -> [String] {
    if prefix.isEmpty, SystemCall.status(of: folder) == nil { return [] }
    let names = try SystemCall.names(in: folder + "/" + prefix)
    if names.isEmpty, !prefix.isEmpty { return [String(prefix.dropLast())] }
    return try names.flatMap { name -> [String] in
      let file = prefix + name
      let status = SystemCall.status(of: folder + "/" + file, isLinkItself: true)
      return status?.isFolder == true ? try files(in: folder, file + "/") : [file]
    }
  }

  private static func hash(_ file: String) -> String? {
    FileManager.default.contents(atPath: file).map { SHA256.hex($0) }
  }
}
