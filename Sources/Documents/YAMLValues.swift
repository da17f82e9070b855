package import Diagnostics

// Typed readers of one value. Each notes what is wrong in `problems` and gives nil then, so that
// reading goes on and all mistakes of a file are shown at once.
extension YAMLNode {
  /// The text of a scalar.
  ///
  /// Words that other YAML readers take for something else (`no`, `on`, `1`) stay text.
  package func string(into problems: inout DiagnosticCollector) -> String? {
    guard let scalar, !scalar.isNull else {
      problems.report(diagnostic("expected text, found \(inWords)"))
      return nil
    }
    guard !scalar.text.isEmpty else {
      problems.report(diagnostic("expected text, found an empty one"))
      return nil
    }
    return scalar.text
  }

  /// The number: plain decimal text, with k, M, B, 万, 亿 or % behind it if need be.
  package func number(into problems: inout DiagnosticCollector) -> Double? {
    guard let text = plainText("a number", into: &problems) else { return nil }
    if let value = DecimalNumber.parse(text) {
      guard value.magnitude > DecimalNumber.largest else { return value }
      problems.report(
        diagnostic(
          "expected a number of at most 1e36, found \(inWords)",
          help: "nothing that a study counts is so large: look at the digits and the exponent"))
      return nil
    }
    problems.report(
      diagnostic("expected a number, found \(inWords)", help: Self.numberHelp(for: text)))
    return nil
  }

  /// The whole number.
  package func integer(into problems: inout DiagnosticCollector) -> Int? {
    guard let text = plainText("a whole number", into: &problems) else { return nil }
    if let value = DecimalNumber.parseInteger(text) { return value }
    problems.report(diagnostic("expected a whole number, found \(inWords)"))
    return nil
  }

  /// `true` or `false`.
  package func bool(into problems: inout DiagnosticCollector) -> Bool? {
    guard let text = plainText("true or false", into: &problems) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      problems.report(diagnostic("expected true or false, found \(inWords)"))
      return nil
    }
  }

  /// A value of a form of its own, such as a date.
  ///
  /// - Parameters:
  ///   - expected: The form in words, with an example: `a date such as 2025-03-31`.
  ///   - problems: Where mistakes are noted.
  ///   - parse: What makes the value of the text, or nil when the text has another form.
  /// - Returns: The value, or nil when a mistake was noted.
  package func value<Value>(
    _ expected: String, into problems: inout DiagnosticCollector, parse: (String) -> Value?
  ) -> Value? {
    guard let scalar, !scalar.isNull else {
      problems.report(diagnostic("expected \(expected), found \(inWords)"))
      return nil
    }
    if let value = parse(scalar.text) { return value }
    problems.report(
      diagnostic(
        "expected \(expected), found \"\(scalar.text.shortened)\"",
        help: scalar.text.split(separator: "/").lazy.compactMap {
          CalendarHelp.mistake(in: String($0))
        }.first))
    return nil
  }

  /// One of a few words.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type, into problems: inout DiagnosticCollector
  ) -> Choice? where Choice.RawValue == String {
    if let scalar, !scalar.isNull, let choice = Choice(rawValue: scalar.text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    guard let scalar, !scalar.isNull else {
      problems.report(
        diagnostic("expected \(words.joinedWithOr), found \(inWords)"))
      return nil
    }
    problems.report(
      diagnostic(
        "expected \(words.joinedWithOr), found \"\(scalar.text.shortened)\"",
        help: Suggestion.help(for: scalar.text, among: words)))
    return nil
  }

  /// The values of a list.
  package func list(into problems: inout DiagnosticCollector) -> [YAMLNode]? {
    guard case .sequence(let nodes) = content else {
      problems.report(
        diagnostic("expected a list, found \(inWords)", help: "write [a, b] or lines with \"- \""))
      return nil
    }
    return nodes
  }

  /// The texts of a list; a single text counts as a list of one.
  package func strings(into problems: inout DiagnosticCollector) -> [String]? {
    if scalar != nil { return string(into: &problems).map { [$0] } }
    return list(into: &problems)?.compactMap { $0.string(into: &problems) }
  }

  /// Keys with values, whatever the keys are.
  package func entries(into problems: inout DiagnosticCollector) -> [Entry]? {
    guard case .mapping(let entries) = content else {
      problems.report(diagnostic("expected keys with values, found \(inWords)"))
      return nil
    }
    return entries
  }

  /// Keys with values, of which only the given ones are allowed.
  ///
  /// - Parameters:
  ///   - keys: The keys that may stand here.
  ///   - what: What the keys describe, in words with an article: `a fact`.
  ///   - problems: Where mistakes are noted.
  /// - Returns: The keys with their values, or nil when this is something else.
  package func mapping(
    allowedKeys keys: [String], of what: String, into problems: inout DiagnosticCollector
  ) -> YAMLMapping? {
    guard case .mapping(let entries) = content else {
      problems.report(diagnostic("expected \(what) as keys with values, found \(inWords)"))
      return nil
    }
    // A hundred thousand unknown keys are one mistake; the first ones show which.
    let unknown = entries.enumerated().filter { !keys.contains($0.element.key) }.prefix(20)
    for (index, entry) in unknown {
      if entry.value.scalar?.isNull == true, index > 0, let number = entry.numberParted {
        problems.report(
          entry.keyDiagnostic(
            "the commas of \"\(number)\" part entries here, since it stands in braces",
            help: GroupedDigits.help(for: number)))
        continue
      }
      if entry.value.scalar?.isNull == true, index > 0, entry.followsComma {
        problems.report(
          entry.keyDiagnostic(
            "the comma before \"\(entry.key.shortened)\" ends the text in front of it",
            help: "put text with commas that stands in braces in quotes"))
        continue
      }
      problems.report(
        entry.keyDiagnostic(
          "unknown key \"\(entry.key.shortened)\" in \(what)",
          help: Suggestion.help(for: entry.key, among: keys)
            ?? "the keys are \(keys.joined(separator: ", "))"))
    }
    return YAMLMapping(
      entries: entries, node: self, what: what, hasUnknownKeys: !unknown.isEmpty)
  }

  /// A text in one or more languages: `{en: …, zh-Hant: …, zh-Hans: …}`, or English alone.
  package func translations(into problems: inout DiagnosticCollector) -> Translations? {
    if scalar != nil { return string(into: &problems).map { Translations(en: $0) } }
    guard
      let map = mapping(
        allowedKeys: ["en", "zh-Hant", "zh-Hans"], of: "a text in languages", into: &problems)
    else { return nil }
    let hant = map.optionalString("zh-Hant", into: &problems)
    let hans = map.optionalString("zh-Hans", into: &problems)
    guard let en = map.string("en", into: &problems) else { return nil }
    return Translations(en: en, zhHant: hant, zhHans: hans)
  }

  /// What people write in words: plain text, which is the same in every language, or the text with
  /// its translations, of which this is the English one.
  ///
  /// The others are gathered by `WrittenTexts`.
  package func prose(into problems: inout DiagnosticCollector) -> String? {
    translations(into: &problems)?.en
  }

  /// The text of a value that must stand without quotes.
  private func plainText(
    _ expected: String, into problems: inout DiagnosticCollector
  ) -> String? {
    guard let scalar, !scalar.isNull else {
      problems.report(diagnostic("expected \(expected), found \(inWords)"))
      return nil
    }
    guard scalar.style == .plain else {
      problems.report(
        diagnostic("expected \(expected), found \(inWords)", help: "remove the quotes"))
      return nil
    }
    return scalar.text
  }

  private static func numberHelp(for text: String) -> String? {
    let lower = text.lowercased()
    if lower.contains("inf") || lower.contains("nan") { return "only finite numbers are allowed" }
    if let found = GroupedDigits.first(in: text) { return GroupedDigits.help(for: found.text) }
    if text.contains("_") || text.contains(",") { return "write the digits without separators" }
    if text.hasPrefix("0x") { return "write the number in decimal digits" }
    if text.contains(":") { return "a colon makes no number; put times in quotes" }
    if text.first == "0" || text.hasPrefix("-0"), text.dropFirst().first?.isNumber == true {
      return "write the number without a leading zero"
    }
    if text.first == "." || text.hasPrefix("-.") { return "write a zero before the point" }
    return nil
  }
}

extension YAMLNode.Entry {
  /// True if the key stands behind a comma on its line, as keys in braces do.
  fileprivate var followsComma: Bool {
    let line = value.source.line(keyLocation.line)?.unicodeScalars ?? "".unicodeScalars
    return line.prefix(keyLocation.column - 1).last { $0 != " " } == ","
  }

  /// The number whose commas made its last digits a key, such as `120,000`.
  fileprivate var numberParted: String? {
    guard let line = value.source.line(keyLocation.line) else { return nil }
    return GroupedDigits.parted(key, at: keyLocation.column, in: line)
  }
}

extension [String] {
  /// `a, b or c`.
  package var joinedWithOr: String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " or " + last
  }
}
