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
  let english: [String: [String: Phrase]]
  var problems = DiagnosticCollector()

  init(_ phrases: [Phrase]) {
    var byTopic: [String: [String: Phrase]] = [:]
    for phrase in phrases {
      let (topic, name) = Self.parts(phrase.id)
      byTopic[topic, default: [:]][name] = phrase
    }
    english = byTopic
  }

  private static func parts(_ id: String) -> (topic: String, name: String) {
    let point = id.lastIndex(of: ".") ?? id.startIndex
    return (String(id[..<point]), String(id[point...].dropFirst()))
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
    let translations = translations(map)
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

  // MARK: Phrases

  private mutating func translations(_ map: YAMLMapping) -> [String: String] {
    var translations: [String: String] = [:]
    for topic in map.entries("phrases", into: &problems) {
      guard let known = english[topic.key] else {
        problems.report(
          topic.keyDiagnostic(
            "nothing is called \"\(topic.key)\"",
            help: Suggestion.help(for: topic.key, among: Array(english.keys))))
        continue
      }
      for entry in topic.value.entries(into: &problems) ?? [] {
        guard let phrase = known[entry.key] else {
          problems.report(
            entry.keyDiagnostic(
              "\"\(topic.key)\" has no phrase \"\(entry.key)\"",
              help: Suggestion.help(for: entry.key, among: Array(known.keys))))
          continue
        }
        guard let text = entry.value.string(into: &problems) else { continue }
        comparePlaces(of: text, with: phrase, at: entry.value)
        translations[phrase.id] = text
      }
    }
    return translations
  }

  private mutating func comparePlaces(of text: String, with phrase: Phrase, at node: YAMLNode) {
    let wanted = PhraseFilling.places(phrase.english)
    let found = PhraseFilling.places(text)
    for place in found.subtracting(wanted).sorted() {
      problems.report(
        node.diagnostic(
          "\(phrase.id) has no place {\(place)}",
          help: Suggestion.help(for: place, among: Array(wanted))))
    }
    for place in wanted.subtracting(found).sorted() {
      problems.report(node.diagnostic("{\(place)} is missing in the words of \(phrase.id)"))
    }
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
