/// A place in an input file, as editors count it.
public struct SourceLocation: Hashable, Sendable, Codable, Comparable {
  /// The path as the user gave it, such as `Models/paths/medical-ai.yaml`.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars (so a Chinese character is one column).
  public var column: Int

  /// Makes a place from its file, line and column.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place `count` Unicode scalars further on the same line.
  public func advanced(by count: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + count)
  }

  /// The place `count` Unicode scalars further, at most the end of its line: a value that goes on on
  /// further lines, or is written with escapes, is longer than what stands on this one.
  package func advanced(by count: Int, within line: String?) -> SourceLocation {
    var place = advanced(by: count)
    if let line { place.column = max(column, min(place.column, line.unicodeScalars.count + 1)) }
    return place
  }

  /// Orders by file, then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, the form that editors and terminals turn into a link.
  public var description: String { "\(file):\(line):\(column)" }
}
