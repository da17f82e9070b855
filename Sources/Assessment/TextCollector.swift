package import Documents
package import RunRecord
internal import Study

extension WrittenTexts {
  /// The versions of every text that is translated, by the text.
  package var localized: [String: LocalizedText] {
    byText.reduce(into: [:]) { texts, entry in texts[entry.key] = localized(entry.key) }
  }

  /// The versions of a text by language, `en` always among them; nil where nobody translated it.
  fileprivate func localized(_ text: String) -> LocalizedText? {
    guard let translations = byText[text] else { return nil }
    var versions = ["en": text].merging(translations) { $1 }
    // A quotation in Chinese needs no translation there, though it has an English rendering.
    if text.hasChinese, !translations.keys.contains(where: { $0.hasPrefix("zh") }) {
      versions["zh-Hant"] = text
    }
    return LocalizedText(versions)
  }
}

/// Gathers what people wrote into the files that a run's record quotes, as far as it is translated.
struct TextCollector {
  private let written: WrittenTexts
  private(set) var texts: [String: LocalizedText] = [:]

  /// Goes through a whole record.
  init(_ record: RunRecord, _ written: WrittenTexts) {
    self.written = written
    guard !written.byText.isEmpty else { return }
    for company in record.companies { add(company) }
    for market in record.markets { add(market.input) }
    for claim in (record.theses ?? []).flatMap(\.claims) {
      for hinge in claim.hinges { add(hinge.because) }
    }
  }

  private mutating func add(_ company: CompanyRecord) {
    add(company.kind)
    add(company.parent)
    for fact in company.reported { add(fact.note) }
    for event in company.events {
      add(event.kind)
      add(event.text)
    }
    for input in company.outcome.inputs { add(input) }
    for path in company.paths {
      if let reason = path.notPursued?.because { add(reason) }
      for input in path.results?.inputs ?? [] { add(input) }
      for rating in (path.results?.criteria ?? []).flatMap(\.ratings) { add(rating.note) }
    }
  }

  private mutating func add(_ input: InputRecord) {
    for reason in input.because { add(reason) }
    for fact in input.facts { add(fact.note) }
  }

  /// What stands in the place `text` of a statement is what people wrote.
  private mutating func add(_ reason: Reason) {
    if case .text(let text)? = reason.facts["text"] { add(text) }
  }

  private mutating func add(_ text: String?) {
    guard let text, texts[text] == nil, let found = written.localized(text) else { return }
    texts[text] = found
  }
}

extension RunRecord {
  /// The record with the translations of what it quotes.
  package func saying(_ written: WrittenTexts) -> RunRecord {
    let texts = TextCollector(self, written).texts
    guard !texts.isEmpty else { return self }
    var record = self
    record.texts = texts
    return record
  }
}
