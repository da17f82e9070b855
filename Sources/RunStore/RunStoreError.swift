/// The reason why the store can't do what was asked, as facts; `description` is the sentence.
public enum RunStoreError: Error, Hashable, Sendable {
  /// The file can't be made or opened.
  case cannotOpen(path: String, reason: String)
  /// The file is there, but no SQLite database, or one of another program.
  case notAStore(path: String)
  /// The file is an SQLite database with damage.
  case damaged(path: String, reason: String)
  /// The file was written by a later version of the program.
  case newerVersion(path: String)
  /// Another program kept the file busy.
  case busy(path: String)
  /// The file or its folder can't be written.
  case readOnly(path: String)
  /// Writing failed.
  case cannotWrite(path: String, reason: String)
  /// Reading failed.
  case cannotRead(path: String, reason: String)
  /// No store is there.
  case noStore(path: String)
  /// No run has this id, or begins with it.
  case runNotFound(id: String)
  /// There is no run at all.
  case empty(path: String)
  /// Several runs begin with this id.
  case ambiguous(id: String, matches: [String])
}

extension RunStoreError: CustomStringConvertible {
  /// The error and the advice on it, without a full stop.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "cannot open the store \(path): \(reason)"
    case .notAStore(let path):
      "\(path) is not a store of breakeven; name another file with --store"
    case .damaged(let path, let reason):
      "the store \(path) is damaged (\(reason)); restore a copy, or name another file with --store"
    case .newerVersion(let path):
      "the store \(path) was written by a later version of breakeven; update the program"
    case .busy(let path):
      "the store \(path) was kept busy by another program for more than 5 seconds; try again"
    case .readOnly(let path):
      "the store \(path) can't be written: it, or its folder, is read-only"
    case .cannotWrite(let path, let reason):
      "cannot write to the store \(path): \(reason)"
    case .cannotRead(let path, let reason):
      "cannot read the store \(path): \(reason)"
    case .noStore(let path):
      "there is no store at \(path); `breakeven evaluate` makes one"
    case .runNotFound(let id):
      "no run has an id that begins with \"\(id)\"; `breakeven runs list` shows them"
    case .empty(let path):
      "the store \(path) has no runs yet; `breakeven evaluate` makes one"
    case .ambiguous(let id, let matches):
      "several runs begin with \"\(id)\": \(matches.joined(separator: ", "))"
    }
  }
}
