internal import Foundation
package import TestSupport

extension TinyStudy {
  /// The study's files by their place in its folder, links followed.
  package static func files() throws -> [String: String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    var files: [String: String] = [:]
    for case let name as String in names where name.hasSuffix(".yaml") {
      files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return files
  }

  /// A copy of the study in a temporary folder, with some texts replaced in its files, each of which
  /// must be there.
  package static func copy(
    editing edits: [(file: String, old: String, new: String)] = []
  ) throws -> TemporaryModels {
    var files = try files()
    for edit in edits {
      guard let text = files[edit.file], text.contains(edit.old) else {
        preconditionFailure("\(edit.file) of the tiny study doesn't say \(edit.old)")
      }
      files[edit.file] = text.replacing(edit.old, with: edit.new)
    }
    return try TemporaryModels(files)
  }
}
