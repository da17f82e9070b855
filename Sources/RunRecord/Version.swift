/// The version of the program and library.
public enum Version {
  /// The current version, by semantic versioning.
  public static let current = "0.1.0"
}
