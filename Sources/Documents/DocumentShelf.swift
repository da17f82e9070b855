/// YAML files that were read ahead, so that several readers share one reading of each.
///
/// A file that isn't on the shelf is read when it is asked for.
package struct DocumentShelf: Sendable {
  private let readings: [String: Result<YAMLDocument, any Error>]

  /// An empty shelf.
  package init() {
    readings = [:]
  }

  /// Puts readings on the shelf, by the paths of their files.
  ///
  /// - Parameter readings: What `read` gave for each file.
  package init(_ readings: [(path: String, reading: Result<YAMLDocument, any Error>)]) {
    self.readings = Dictionary(readings.map { ($0.path, $0.reading) }, uniquingKeysWith: { $1 })
  }

  /// Reads a file for a shelf; what is wrong with it is thrown when it is asked for.
  package static func read(_ path: String) -> (
    path: String, reading: Result<YAMLDocument, any Error>
  ) {
    (path, Result { try YAMLDocument(contentsOf: path) })
  }

  /// The file at a path as YAML.
  ///
  /// - Throws: `DiagnosticError`, of category `missing` when there is no such file.
  package func document(_ path: String) throws -> YAMLDocument {
    guard let reading = readings[path] else { return try YAMLDocument(contentsOf: path) }
    return try reading.get()
  }
}
