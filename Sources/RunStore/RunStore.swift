import Foundation
import GRDB
import Hashing
public import RunRecord

/// Finished runs in an SQLite file: each is stored whole or not at all.
///
/// Two processes may work on one file; readers never wait. `sqlite3` and Datasette read it too:
/// begin with the views `league_table` and `heat_map`.
public final class RunStore: Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue

  /// Whether runs can only be read: the file, or its folder, can't be written.
  public let isReadOnly: Bool

  /// Opens the store, and makes the file if it isn't there yet; one that can't be written is read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mustExist: Whether to throw `RunStoreError.noStore` rather than make the file.
  /// - Throws: `RunStoreError`.
  public convenience init(path: String, mustExist: Bool = false) throws {
    let file = try StoreFile(path)
    try self.init(file, mustExist: mustExist, isReadOnly: StoreOpening.isReadOnly(file))
  }

  /// Refuses a name under which no store can be, before anything is computed that it should keep.
  ///
  /// - Throws: `RunStoreError.cannotOpen`.
  public static func check(path: String) throws { _ = try StoreFile(path) }

  init(_ file: StoreFile, mustExist: Bool = false, isReadOnly: Bool) throws {
    path = file.name
    self.isReadOnly = isReadOnly
    if mustExist, !file.isThere { throw RunStoreError.noStore(path: path) }
    do {
      try file.checkPlace()
      try StoreOpening.refuseStrangers(file)
      queue =
        try isReadOnly ? StoreOpening.copy(of: file) : StoreOpening.queue(file.path)
      if try !queue.read(StoreOpening.isOurs) { throw RunStoreError.notAStore(path: path) }
      try Self.migrate(queue, path: path)
    } catch {
      throw Self.sentence(for: error, path: path, doing: .opening)
    }
  }

  /// Brings a store up to date, be it that others do so at the same moment.
  private static func migrate(_ queue: DatabaseQueue, path: String) throws {
    let migrator = Migrations.migrator
    let patience = Patience()
    while true {
      do {
        if try queue.read(migrator.hasBeenSuperseded) {
          throw RunStoreError.newerVersion(path: path)
        }
        if try queue.read(migrator.hasCompletedMigrations) { return }
        try migrator.migrate(queue)
        return
      } catch let error as DatabaseError where error.meansAnotherWasFirst && patience.isLeft() {
        // Each step is whole or not at all, so that the next try goes on where the other is.
        continue
      }
    }
  }

  /// Stores a run, in place of an earlier one with the same id.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - createdAt: When, for example `2026-07-01T09:30:00Z`; the latest run is the last by it.
  ///   - identity: A hash of everything that the run depends on, by which it is found again.
  ///   - files: The files that it was made from, each text of which is kept once.
  /// - Throws: `RunStoreError`; then nothing has changed.
  public func save(
    _ run: RunRecord, createdAt: String, identity: String? = nil, files: [ModelText] = []
  ) throws {
    try doing(.writing) {
      let archive = try RunArchive(run)
      try queue.write { db in
        try db.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run.run.id])
        try RunWriter(db: db, run: run).write(createdAt: createdAt, archive: archive)
        try db.execute(
          sql: "INSERT INTO run_digest VALUES (?, ?, 'parts')",
          arguments: [run.run.id, archive.digest])
        try ModelTexts.save(files, of: run.run.id, db)
        try ModelTexts.removeUnneeded(db)
        guard let identity else { return }
        try db.execute(
          sql: "INSERT INTO run_identity VALUES (?, ?)", arguments: [run.run.id, identity])
      }
    }
  }

  /// The run that was stored with an identity; the store counts it as stored anew.
  ///
  /// - Parameters:
  ///   - identity: The hash of everything that the run depends on.
  ///   - usedAt: When it is asked for, as in `save`.
  /// - Returns: The run, or nil if there is none.
  /// - Throws: `RunStoreError`.
  public func run(identity: String, usedAt: String) throws -> RunRecord? {
    let run = try doing(.reading) {
      try queue.read { db in
        try String.fetchOne(
          db, sql: "SELECT run_id FROM run_identity WHERE sha256 = ?", arguments: [identity]
        ).map { try load(id: $0, db) }
      }
    }
    guard let run, !isReadOnly else { return run }
    try doing(.writing) {
      try queue.write { db in
        try db.execute(
          sql: "UPDATE run SET created_at = ? WHERE id = ?", arguments: [usedAt, run.run.id])
      }
    }
    return run
  }

  /// The run whose id begins with `id`.
  ///
  /// - Throws: `RunStoreError`.
  public func run(id: String) throws -> RunRecord {
    try doing(.reading) {
      try queue.read { db in try load(id: try wholeID(of: id, db), db) }
    }
  }

  /// The run stored last by `createdAt`, or nil if there is none.
  ///
  /// - Throws: `RunStoreError`.
  public func latest() throws -> RunRecord? {
    try doing(.reading) {
      try queue.read { db in
        try String.fetchOne(
          db, sql: "SELECT id FROM run ORDER BY created_at DESC, rowid DESC LIMIT 1"
        ).map { try load(id: $0, db) }
      }
    }
  }

  /// All runs, newest first.
  ///
  /// - Throws: `RunStoreError`.
  public func list() throws -> [StoredRun] {
    try doing(.reading) { try queue.read { try StoredRun.fetchList($0) } }
  }

  /// The run in the list whose id begins with `id`.
  ///
  /// - Throws: `RunStoreError`.
  public func entry(id: String) throws -> StoredRun {
    try doing(.reading) {
      try queue.read { db in
        let whole = try wholeID(of: id, db)
        guard let entry = try StoredRun.fetchList(db).first(where: { $0.id == whole }) else {
          throw RunStoreError.runNotFound(id: id)
        }
        return entry
      }
    }
  }

  /// The files that the run whose id begins with `id` was made from, in order of folder and path;
  /// none for a run that was stored by an earlier version.
  ///
  /// - Throws: `RunStoreError`.
  public func files(id: String) throws -> [ModelText] {
    try doing(.reading) {
      try queue.read { db in try ModelTexts.load(of: try wholeID(of: id, db), db) }
    }
  }

  /// Deletes the run whose id begins with `id`, with the texts that no other run needs, and gives
  /// its whole id.
  ///
  /// - Throws: `RunStoreError`.
  @discardableResult
  public func delete(id: String) throws -> String {
    try doing(.writing) {
      try queue.write { db in
        let whole = try wholeID(of: id, db)
        try db.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [whole])
        try ModelTexts.removeUnneeded(db)
        return whole
      }
    }
  }

  private func load(id: String, _ db: Database) throws -> RunRecord {
    let digest = try Row.fetchOne(
      db, sql: "SELECT sha256, of FROM run_digest WHERE run_id = ?", arguments: [id])
    func require(_ found: (_ isOfParts: Bool) -> String?) throws {
      guard let digest else { return }
      let (sha256, of): (String, String) = (digest["sha256"], digest["of"])
      if found(of == "parts") != sha256 {
        throw RunStoreError.damaged(path: path, reason: "run \(id) isn't what was stored")
      }
    }
    let archive = RunArchive(
      parts: try Row.fetchAll(
        db, sql: "SELECT length, document, form FROM run_part WHERE run_id = ? ORDER BY position",
        arguments: [id]
      ).map { row in
        guard let form = RunPart.Form(rawValue: row["form"]) else { throw RunArchive.damaged }
        return RunPart(
          form: form, deflated: Deflated(bytes: row["document"], length: row["length"]))
      })
    if !archive.parts.isEmpty {
      try require { $0 ? archive.digest : archive.sha256 }
      return try archive.run()
    }
    // Of a run that was stored before documents were compressed.
    guard
      let document = try String.fetchOne(
        db, sql: "SELECT document FROM run_document WHERE run_id = ?", arguments: [id])
    else { throw RunStoreError.runNotFound(id: id) }
    try require { _ in SHA256.hex(document) }
    return try RunCoder.decode(RunRecord.self, from: document)
  }

  private func wholeID(of prefix: String, _ db: Database) throws -> String {
    let matches = try String.fetchAll(
      db, sql: "SELECT id FROM run WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id",
      arguments: [prefix])
    if matches.contains(prefix) { return prefix }
    guard let match = matches.first, !prefix.isEmpty else {
      throw RunStoreError.runNotFound(id: prefix)
    }
    if matches.count > 1 {
      throw RunStoreError.ambiguous(id: prefix, matches: matches)
    }
    return match
  }
}

extension StoredRun {
  /// All runs, newest first.
  static func fetchList(_ db: Database) throws -> [StoredRun] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT run.*,
          (SELECT count(*) FROM company WHERE company.run_id = run.id) AS companies,
          (SELECT count(*) FROM run_model WHERE run_model.run_id = run.id) AS paths
        FROM run ORDER BY created_at DESC, rowid DESC
        """)
    var overrides: [String: [String: String]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT run_id, name, distribution FROM run_override") {
      overrides[row["run_id"], default: [:]][row["name"]] = row["distribution"]
    }
    return rows.map { row in
      StoredRun(
        id: row["id"], createdAt: row["created_at"], asOf: row["as_of"], scenario: row["scenario"],
        overrides: overrides[row["id"]] ?? [:], seed: UInt64(row["seed"] as String) ?? 0,
        draws: row["draws"], companies: row["companies"], paths: row["paths"],
        version: row["version"])
    }
  }
}
