import GRDB

/// The activity during which a step failed.
enum StoreActivity {
  case opening
  case reading
  case writing
}

extension RunStore {
  /// Runs a step, and says its failures in sentences.
  func doing<Value>(_ activity: StoreActivity, _ step: () throws -> Value) throws -> Value {
    do {
      if activity == .writing, isReadOnly { throw RunStoreError.readOnly(path: path) }
      return try step()
    } catch {
      throw Self.sentence(for: error, path: path, doing: activity)
    }
  }

  /// The error in the words of the store, not of SQLite.
  static func sentence(
    for error: any Error, path: String, doing activity: StoreActivity
  ) -> any Error {
    switch error {
    // A mistake of what went into the run, not of the store.
    case is NumberNotFinite: return error
    case is DecodingError:
      return RunStoreError.damaged(path: path, reason: "a run in it can't be read")
    case let error as DatabaseError:
      return sentence(for: error, path: path, doing: activity)
    default: return error
    }
  }

  private static func sentence(
    for error: DatabaseError, path: String, doing activity: StoreActivity
  ) -> RunStoreError {
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAStore(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
    case .SQLITE_FULL: return .cannotWrite(path: path, reason: "the disk is full")
    case .SQLITE_CANTOPEN: return .cannotOpen(path: path, reason: reason)
    default: break
    }
    switch activity {
    case .opening: return .cannotOpen(path: path, reason: reason)
    case .reading: return .cannotRead(path: path, reason: reason)
    case .writing: return .cannotWrite(path: path, reason: reason)
    }
  }
}
