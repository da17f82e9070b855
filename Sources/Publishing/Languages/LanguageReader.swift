import Diagnostics
package import Documents

extension Language {
  /// Reads a language from its file.
  ///
  /// A file translates phrases by their ids and says how numbers are written; what it leaves out
  /// is said in English. Its mistakes are shown all at once, with places.
  ///
  /// - Parameters:
  ///   - document: The file.
  ///   - phrases: All phrases that there are to translate.
  /// - Throws: `DiagnosticError` for unknown ids, places that English doesn't have, and the like.
  package init(_ document: YAMLDocument, of phrases: [Phrase]) throws {
    var reader = LanguageReader(phrases)
    let language = reader.language(document)
    try reader.problems.throwIfErrors()
    guard let language else {
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    self = language
  }
}

/// Reads one file of a language and notes what is wrong with it.
private struct LanguageReader {
  let phrases: PhraseReader
  var problems = DiagnosticCollector()

  init(_ phrases: [Phrase]) {
    self.phrases = PhraseReader(phrases, needsAllPlaces: true)
  }

  mutating func language(_ document: YAMLDocument) -> Language? {
    guard
      let map = document.root?.mapping(
        allowedKeys: ["language", "name", "numbers", "phrases"], of: "a language", into: &problems),
      let tag = map.required("language", into: &problems)?.value(
        "a language tag such as zh-Hant", into: &problems, parse: Self.tag),
      let name = map.string("name", into: &problems),
      let numbers = map.required("numbers", into: &problems)
    else { return nil }
    if tag == Language.english.tag {
      problems.report(map.node.diagnostic("English stands beside what says it, not in a file"))
    }
    let style = numberStyle(numbers)
    let translations = phrases.wordings(
      of: map.entries("phrases", into: &problems), into: &problems)
    return style.map {
      Language(tag: tag, name: name, numberStyle: $0, translations: translations)
    }
  }

  private static func tag(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return isTag && (2...3).contains(parts[0].count) ? text : nil
  }

  // MARK: Numbers

  private mutating func numberStyle(_ node: YAMLNode) -> NumberStyle? {
    let keys = [
      "steps", "percent", "a_year", "range", "money_range", "currency", "currencies", "units",
    ]
    guard let map = node.mapping(allowedKeys: keys, of: "the style of numbers", into: &problems),
      let percent = map.string("percent", into: &problems),
      let aYear = map.string("a_year", into: &problems),
      let range = pattern("range", map), let moneyRange = pattern("money_range", map),
      let place = map.choice("currency", NumberStyle.CurrencyPlace.self, into: &problems)
    else { return nil }
    let steps = map.list("steps", into: &problems).compactMap { step($0) }
    return NumberStyle(
      steps: steps.sorted { $0.from > $1.from }, percent: percent, aYear: aYear, range: range,
      moneyRange: moneyRange, currencyPlace: place, currencies: names("currencies", map),
      units: names("units", map), pluralizesUnits: false)
  }

  private mutating func step(_ node: YAMLNode) -> NumberStyle.Step? {
    guard
      let map = node.mapping(allowedKeys: ["from", "unit", "mark"], of: "a step", into: &problems),
      let from = map.number("from", into: &problems),
      let mark = map.string("mark", into: &problems)
    else { return nil }
    let unit = map.optionalNumber("unit", into: &problems) ?? from
    guard from >= 1, unit >= 1 else {
      problems.report(node.diagnostic("a step counts in a size of at least 1"))
      return nil
    }
    return NumberStyle.Step(from: from, unit: unit, mark: mark)
  }

  private mutating func pattern(_ key: String, _ map: YAMLMapping) -> String? {
    guard let node = map.required(key, into: &problems), let text = node.string(into: &problems)
    else { return nil }
    guard PhraseFilling.places(text) == ["low", "high"] else {
      problems.report(node.diagnostic("\"\(key)\" needs the places {low} and {high}"))
      return nil
    }
    return text
  }

  private mutating func names(_ key: String, _ map: YAMLMapping) -> [String: String] {
    var names: [String: String] = [:]
    for entry in map.entries(key, into: &problems) {
      names[entry.key] = entry.value.string(into: &problems)
    }
    return names
  }
}
