import Foundation
import Synchronization

/// Files and folders that exist only until something is whole; a command that ends early removes them.
enum Scratch {
  private static let paths = Mutex<Set<String>>([])

  private static func path(beside path: String) -> String {
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let scratch =
      URL(fileURLWithPath: path).deletingLastPathComponent().path + "/"
      + beginning(beside: path) + number
    paths.withLock { _ = $0.insert(scratch) }
    return scratch
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    paths.withLock { _ = $0.remove(path) }
  }

  /// Removes everything that is not whole yet, and ends the program.
  ///
  /// Nothing is put in place from here on: what is removed might be put there in parts.
  static func removeAll(andLeaveWith status: Int32) -> Never {
    paths.withLock { paths in
      let asides = paths.map { $0 + "-" }
      // Another thread may be writing there, or removing it: what is moved aside it can't reach, so
      // that it fails and waits for this lock. What it was just making is gone the next time.
      for _ in 1...500 {
        for (path, aside) in zip(paths, asides) {
          rename(path, aside)
          try? FileManager.default.removeItem(atPath: aside)
        }
        if !(paths + asides).contains(where: { access($0, F_OK) == 0 }) { break }
        usleep(1000)
      }
      _exit(status)
    }
  }

  /// Puts what is whole in place; a program that is to end does so before or after.
  static func settle<Result>(_ step: () throws -> Result) throws -> Result {
    try paths.withLock { _ in try step() }
  }

  /// Makes something at a scratch path beside another, locked as long as `use` lasts, and first
  /// removes what programs that were killed left there.
  ///
  /// - Parameters:
  ///   - path: Beside what.
  ///   - make: Makes a file or folder at the scratch path.
  ///   - use: Fills it and puts it in place.
  /// - Returns: What `use` gives.
  /// - Throws: What these throw; then nothing stays.
  static func with<Result>(
    beside path: String, make: (String) throws -> Void, use: (String) throws -> Result
  ) throws -> Result {
    let scratch = self.path(beside: path)
    defer { remove(scratch) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    // Others look for abandoned ones only while nobody is between making and locking.
    let turn = FolderLock(folder, waits: true)
    if turn != nil { removeAbandoned(beside: path, in: folder) }
    try make(scratch)
    let lock = FolderLock(scratch, waits: false)
    turn?.end()
    defer { lock?.end() }
    return try use(scratch)
  }

  private static func removeAbandoned(beside path: String, in folder: String) {
    let beginning = self.beginning(beside: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(beginning) {
      let abandoned = folder + "/" + name
      // Who still writes it has locked it.
      guard let lock = FolderLock(abandoned, waits: false) else { continue }
      try? FileManager.default.removeItem(atPath: abandoned)
      lock.end()
    }
  }

  private static func beginning(beside path: String) -> String {
    ".\(URL(fileURLWithPath: path).lastPathComponent.prefix(40)).breakeven-"
  }
}

/// A folder or file that other breakevens leave alone until `end`.
struct FolderLock {
  private let file: Int32

  /// Locks what stands at a path; nil if it can't be, or not at once where it isn't to wait.
  init?(_ path: String, waits: Bool) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
    guard flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    self.file = file
  }

  /// Lets others at it.
  func end() { close(file) }
}
