import GRDB
import RunRecord

/// The texts of model files in the store, by what they say.
enum ModelTexts {
  /// Keeps the files of a run; a text that is there already is kept once.
  static func save(_ files: [ModelText], of run: String, _ db: Database) throws {
    guard !files.isEmpty else { return }
    let text = try db.makeStatement(sql: "INSERT OR IGNORE INTO model_text VALUES (?, ?)")
    let file = try db.makeStatement(sql: "INSERT INTO run_file VALUES (?, ?, ?, ?)")
    for one in files {
      try text.execute(arguments: [one.sha256, one.text])
      try file.execute(arguments: [run, one.folder, one.path, one.sha256])
    }
  }

  /// The files of a run.
  static func load(of run: String, _ db: Database) throws -> [ModelText] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT folder, path, sha256, text FROM run_file JOIN model_text USING (sha256)
        WHERE run_id = ? ORDER BY folder, path
        """, arguments: [run]
    ).map {
      ModelText(folder: $0["folder"], path: $0["path"], sha256: $0["sha256"], text: $0["text"])
    }
  }

  /// Removes the texts that no run needs any more.
  static func removeUnneeded(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM model_text WHERE sha256 NOT IN (SELECT sha256 FROM run_file)")
  }
}
