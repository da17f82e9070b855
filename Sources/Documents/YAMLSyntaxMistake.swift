import Diagnostics
import Yams

/// The complaints of a YAML parser, said for people who don't know YAML's grammar.
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
    let whole = (context.map { $0.text + " " } ?? "") + problem
    if let known = sayings.first(where: { saying in saying.signs.contains { whole.contains($0) } })
    {
      return found(known.message, known.help, at: known.isAtOpening ? opening : nil)
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
    return found("this is no YAML: \(whole)")
  }

  /// A meaning of the parser's complaints.
  private struct Saying {
    /// Parts of the complaint, any of which is enough.
    var signs: [String]
    var message: String
    var help: String
    /// True if the mistake is where the thing in question began, not where the parser stopped.
    var isAtOpening = false
  }

  private static let sayings = [
    Saying(
      signs: ["another document"],
      message: "a second document begins here; a file holds one",
      help: "remove the line of three hyphens"),
    Saying(
      signs: ["undefined alias", "scanning an alias"],
      message: "\"*\" begins an alias in YAML, and aliases are not allowed",
      help: "put text that begins with \"*\" in quotes"),
    Saying(
      signs: ["scanning an anchor"],
      message: "\"&\" begins an anchor in YAML, and anchors are not allowed",
      help: "put text that begins with \"&\" in quotes"),
    Saying(
      signs: ["scanning a tag", "parsing a tag", "tag handle", "undefined tag"],
      message: "\"!\" begins a tag in YAML, and tags are not needed",
      help: "put text that begins with \"!\" in quotes"),
    Saying(
      signs: ["directive"], message: "\"%\" at the beginning of a line is no text in YAML",
      help: "put text that begins with \"%\" in quotes"),
    Saying(
      signs: ["nesting level"], message: "keys and lists are nested too deep",
      help: "close brackets that were opened by mistake, or indent less"),
    Saying(
      signs: ["escape", "hexdecimal number"],
      message: "unknown escape after a backslash in double quotes",
      help: "write \\\\ for a backslash"),
    Saying(
      signs: ["quoted scalar"], message: "the quote opened here is never closed",
      help: "close it with the same quote", isAtOpening: true),
    Saying(
      signs: ["block scalar"],
      message: "only a comment may stand behind the sign of a text block",
      help: "put text that begins with \"|\" or \">\" in quotes"),
    Saying(
      signs: ["expected node content"], message: "expected a value here",
      help: "look for a comma or bracket too many; text that begins with a sign needs quotes"),
    Saying(
      signs: ["unexpected ':'"], message: "a colon stands inside this text",
      help: "put text with a colon in quotes"),
    Saying(
      signs: ["mapping values are not allowed", "mapping keys are not allowed"],
      message: "a colon makes a key of what stands before it, and no key can stand here",
      help: "put text with a colon and a space in quotes, and look at the indentation"),
    Saying(
      signs: ["could not find expected ':'"], message: "expected a colon after this key",
      help: "write key: value, with a space after the colon", isAtOpening: true),
    Saying(
      signs: ["cannot start any token"], message: "no value can begin with this character",
      help: "put the text in quotes"),
    Saying(
      signs: [
        "block mapping", "block collection", "block sequence", "block end", "document start",
      ],
      message: "this line does not fit the lines above it",
      help: "entries that belong together begin in the same column"),
  ]

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
    if let line = source.line(first.line),
      let number = GroupedDigits.parted(key, at: first.column, in: line)
    {
      return source.diagnostic(
        "the commas of \"\(number)\" part entries here, since it stands in braces",
        line: first.line, column: first.column, help: GroupedDigits.help(for: number))
    }
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

  /// The columns of the key in a line with a colon behind it, with or without quotes.
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
