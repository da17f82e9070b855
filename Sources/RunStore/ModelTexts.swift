import Foundation
import GRDB
import RunRecord

/// The texts of model files in the store, by what they say.
enum ModelTexts {
  /// Keeps the files of a run; a text that is there already is kept once.
  static func save(_ files: [ModelText], of run: String, _ db: Database) throws {
    guard !files.isEmpty else { return }
    let text = try db.makeStatement(sql: "INSERT OR IGNORE INTO model_text VALUES (?, ?, ?)")
    let file = try db.makeStatement(sql: "INSERT INTO run_file VALUES (?, ?, ?, ?)")
    for one in files {
      let deflated = Deflated(Data(one.text.utf8))
      try text.execute(arguments: [one.sha256, deflated.length, deflated.bytes])
      try file.execute(arguments: [run, one.folder, one.path, one.sha256])
    }
  }

  /// The files of a run.
  ///
  /// - Throws: `DecodingError` for a text that isn't what was stored.
  static func load(of run: String, _ db: Database) throws -> [ModelText] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT folder, path, sha256, length, text FROM run_file JOIN model_text USING (sha256)
        WHERE run_id = ? ORDER BY folder, path
        """, arguments: [run]
    ).map { row in
      guard let text = Deflated(bytes: row["text"], length: row["length"]).plain else {
        throw RunArchive.damaged
      }
      return ModelText(
        folder: row["folder"], path: row["path"], sha256: row["sha256"],
        text: String(decoding: text, as: UTF8.self))
    }
  }

  /// Removes the texts that no run needs any more.
  static func removeUnneeded(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM model_text WHERE sha256 NOT IN (SELECT sha256 FROM run_file)")
  }
}
