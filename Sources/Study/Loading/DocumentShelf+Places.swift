internal import Diagnostics
internal import Documents

// Where things stand in files that were read already, for what is found wrong with them later.
extension DocumentShelf {
  /// What a file says behind a key; nil where there is no such file or key.
  func value(of key: String, in file: String) -> YAMLNode? {
    guard case .mapping(let entries)? = (try? document(file))?.root?.content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The entry of a name among those behind a key of a file; nil where there is none.
  func entry(_ name: String, of key: String, in file: String) -> YAMLNode.Entry? {
    guard case .mapping(let entries)? = value(of: key, in: file)?.content else { return nil }
    return entries.first { $0.key == name }
  }

  /// The whole line at a place; nil where there is none.
  func line(at place: SourceLocation) -> String? {
    (try? document(place.file))?.source.line(place.line)
  }
}
