internal import Diagnostics
internal import Documents

/// Reads wordings of phrases, by topic and name: `{Events: {title: …}}`.
struct PhraseReader {
  private let english: [String: [String: Phrase]]
  /// False where a wording may leave places of the English out.
  private let needsAllPlaces: Bool

  init(_ phrases: [Phrase], needsAllPlaces: Bool) {
    var byTopic: [String: [String: Phrase]] = [:]
    for phrase in phrases {
      let (topic, name) = Self.parts(phrase.id)
      byTopic[topic, default: [:]][name] = phrase
    }
    english = byTopic
    self.needsAllPlaces = needsAllPlaces
  }

  private static func parts(_ id: String) -> (topic: String, name: String) {
    let point = id.lastIndex(of: ".") ?? id.startIndex
    return (String(id[..<point]), String(id[point...].dropFirst()))
  }

  /// The wordings by the ids of their phrases.
  func wordings(
    of topics: [YAMLNode.Entry], into problems: inout DiagnosticCollector
  ) -> [String: String] {
    var wordings: [String: String] = [:]
    for topic in topics {
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
              help: Suggestion.help(for: entry.key, among: Array(known.keys))
                ?? "it has \(known.keys.sorted().joined(separator: ", "))"))
          continue
        }
        guard let text = entry.value.string(into: &problems) else { continue }
        comparePlaces(of: text, with: phrase, at: entry.value, into: &problems)
        wordings[phrase.id] = text
      }
    }
    return wordings
  }

  private func comparePlaces(
    of text: String, with phrase: Phrase, at node: YAMLNode,
    into problems: inout DiagnosticCollector
  ) {
    let wanted = PhraseFilling.places(phrase.english)
    let found = PhraseFilling.places(text)
    node.refuse(found.subtracting(wanted), of: phrase.id, known: wanted, into: &problems)
    guard needsAllPlaces else { return }
    for place in wanted.subtracting(found).sorted() {
      problems.report(node.diagnostic("{\(place)} is missing in the words of \(phrase.id)"))
    }
  }
}

extension YAMLNode {
  /// Notes each place of a wording that nothing fills, and which there are.
  func refuse(
    _ unknown: Set<String>, of phrase: String, known: Set<String>,
    into problems: inout DiagnosticCollector
  ) {
    for place in unknown.sorted() {
      let places = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
      problems.report(
        diagnostic(
          "\(phrase) has no place {\(place)}",
          help: Suggestion.help(for: place, among: Array(known))
            ?? (known.isEmpty ? "it has none" : "it has \(places)")))
    }
  }
}
