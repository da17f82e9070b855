import Diagnostics
import Foundation

/// A folder of models as the user named it.
struct ModelFolder {
  /// The path without a slash at its end.
  var path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  var exists: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The path of a file in the folder, or nil when there is none.
  func file(_ name: String) -> String? {
    let file = path + "/" + name
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The paths of the YAML files in a folder inside, in order of name; none when it isn't there.
  func yamlFiles(in name: String) -> [String] {
    let folder = path + "/" + name
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { folder + "/" + $0 }
  }
}
