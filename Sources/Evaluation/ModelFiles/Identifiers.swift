extension String {
  /// Lower-case letters and digits in groups joined by single hyphens.
  package var isKebabCase: Bool {
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    return !isEmpty
      && groups.allSatisfy { group in
        !group.isEmpty
          && group.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0)
          }
      }
  }

  /// Lower-case letters, digits and underscores, a letter first, at most a hundred.
  var isSnakeCase: Bool {
    guard let first = unicodeScalars.first, ("a"..."z").contains(first),
      unicodeScalars.count <= 100
    else { return false }
    return unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
  }

  static let snakeCaseHelp =
    "names are in snake_case: the letters a-z, digits and \"_\", a letter first"

  /// The text without spaces at its ends.
  package var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
