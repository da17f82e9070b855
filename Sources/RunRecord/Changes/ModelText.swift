/// A file of a models folder with its text: what a run was made from.
public struct ModelText: Hashable, Sendable, Codable {
  /// The place of its folder among the models folders.
  public var folder: Int
  /// Its place in the folder, such as `companies/cloudwalk.yaml`.
  public var path: String
  /// The SHA-256 of the text, in lower-case hexadecimal.
  public var sha256: String
  /// The text.
  public var text: String

  /// Makes one from its parts.
  public init(folder: Int, path: String, sha256: String, text: String) {
    self.folder = folder
    self.path = path
    self.sha256 = sha256
    self.text = text
  }
}
