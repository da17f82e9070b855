import Diagnostics
import Yams

/// What a YAML parser complains about, said for people who don't know YAML's grammar.
enum YAMLSyntaxMistake {
  private typealias Place = (line: Int, column: Int)

  static func diagnostic(for error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .duplicatedKeysInMapping(let duplicates, let context):
      return repeatedKey(duplicates.first ?? "", first: context.mark, in: source)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return syntax(context: context, problem: problem, at: mark, in: source)
    case .reader(let problem, _, _, _):
      return Diagnostic("\(source.file) can't be read as YAML: \(problem)")
    default:
      return Diagnostic("\(source.file) can't be read as YAML")
    }
  }

  private static func syntax(
    context: YamlError.Context?, problem: String, at mark: Mark, in source: SourceText
  ) -> Diagnostic {
    // libyaml often stops one line after the mistake, or behind the end of the text.
    let line = min(mark.line, max(1, source.lines.count))
    func found(_ message: String, _ help: String? = nil, at place: Place? = nil) -> Diagnostic {
      source.diagnostic(
        message, line: place?.line ?? line, column: place?.column ?? mark.column, help: help)
    }
    if let tab = tabPlace(near: line, in: source) {
      return found(
        "a tab stands where YAML wants spaces", "replace the tab by spaces",
        at: (line, tab))
    }
    let opening = context.map { (line: $0.mark.line, column: $0.mark.column) }
    let whole = (context?.text ?? "") + " " + problem
    if problem.contains("another document") {
      return found(
        "a second document begins here; a file holds one", "remove the line of three hyphens")
    }
    if problem.contains("undefined alias") {
      return found(
        "\"*\" begins an alias in YAML, and aliases are not allowed",
        "put text that begins with \"*\" in quotes")
    }
    if problem.contains("maximum nesting") || problem.contains("nesting level") {
      return found("keys and lists are nested too deep")
    }
    if problem.contains("escape") {
      return found(
        "unknown escape after a backslash in double quotes", "write \\\\ for a backslash")
    }
    if whole.contains("quoted scalar") {
      return found(
        "the quote opened here is never closed", "close it with the same quote",
        at: opening)
    }
    if whole.contains("flow mapping") || whole.contains("flow sequence") {
      let (mark, closing) = whole.contains("flow mapping") ? ("{", "}") : ("[", "]")
      if let opening, opening.line < line {
        return found(
          "the \"\(mark)\" opened here is not closed", "close it with \"\(closing)\"", at: opening)
      }
      return found(
        "expected \",\" or \"\(closing)\" here",
        "text with a comma, a colon and a space, or a bracket must stand in quotes")
    }
    if problem.contains("mapping values are not allowed") {
      return found(
        "a colon makes a key of what stands before it, and no key can stand here",
        "put text with a colon and a space in quotes, and look at the indentation")
    }
    if problem.contains("could not find expected ':'") {
      return found(
        "expected a colon after this key", "write key: value, with a space after the colon",
        at: opening)
    }
    if problem.contains("cannot start any token") {
      return found(
        "no value can begin with this character", "put the text in quotes")
    }
    if whole.contains("block mapping") || whole.contains("block collection")
      || whole.contains("block sequence") || problem.contains("block sequence entries")
      || problem.contains("document start")
    {
      return found(
        "this line does not fit the lines above it",
        "entries that belong together begin in the same column")
    }
    return found("this is no YAML: \(whole.trimmed)")
  }

  /// The column of a tab in the white space before the text of the line, or nil.
  private static func tabPlace(near line: Int, in source: SourceText) -> Int? {
    let scalars = Array((source.line(line) ?? "").unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\t" { return index + 1 }
      if scalar != " " && scalar != "-" { return nil }
    }
    return nil
  }

  /// The second place of a key of which the parser gives only the first.
  private static func repeatedKey(_ key: String, first: Mark, in source: SourceText) -> Diagnostic {
    let second = secondPlace(of: key, first: first, in: source)
    return source.diagnostic(
      "the key \"\(key)\" stands here twice", line: second?.line ?? first.line,
      column: second?.column ?? first.column,
      help: second.map { _ in "it stands first on line \(first.line), column \(first.column)" })
  }

  private static func secondPlace(of key: String, first: Mark, in source: SourceText) -> Place? {
    var other: Place?
    for number in first.line...max(first.line, source.lines.count) {
      guard let line = source.line(number) else { break }
      for column in columns(of: key, in: line) {
        if number == first.line {
          if column > first.column { return (number, column) }
        } else if column == first.column {
          return (number, column)
        } else if other == nil {
          other = (number, column)
        }
      }
    }
    return other
  }

  /// Where the key stands in a line with a colon behind it, with or without quotes.
  private static func columns(of key: String, in line: String) -> [Int] {
    let text = Array(line.unicodeScalars)
    let wanted = Array(key.unicodeScalars)
    guard !wanted.isEmpty, text.count > wanted.count else { return [] }
    var columns: [Int] = []
    for start in 0...(text.count - wanted.count)
    where Array(text[start..<(start + wanted.count)]) == wanted {
      let isQuoted = start > 0 && (text[start - 1] == "\"" || text[start - 1] == "'")
      let before = isQuoted ? start - 2 : start - 1
      if before >= 0, !" {,-".unicodeScalars.contains(text[before]) { continue }
      var after = start + wanted.count + (isQuoted ? 1 : 0)
      while after < text.count, text[after] == " " { after += 1 }
      if after < text.count, text[after] == ":" { columns.append(isQuoted ? start : start + 1) }
    }
    return columns
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
