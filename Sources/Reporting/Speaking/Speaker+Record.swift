package import Publishing
package import RunRecord

// What a record says, in the language of whoever speaks.
extension Speaker {
  /// The printer of its numbers.
  package var numbers: NumberText { language.numbers }

  /// Names one after the other, as this language joins them.
  package func joined(_ parts: [[Inline]]) -> [Inline] {
    .joined(parts, separator: text(Joining.listSeparator))
  }

  /// Sentences one after the other, with a space between them where this language has one; what is
  /// empty isn't said.
  package func sentences(_ parts: [[Inline]]) -> [Inline] {
    parts.filter { !$0.isEmpty }.reduce([]) { said, next in
      said.isEmpty ? next : line(Joining.nextSentence, ["sentence": said, "next": next])
    }
  }

  /// A sentence with its full stop, where it hasn't one.
  package func closed(_ sentence: String) -> String {
    let stop = text(Joining.fullStop)
    return sentence.hasSuffix(stop) || sentence.hasSuffix(".") ? sentence : sentence + stop
  }

  /// A text in this language.
  package func text(_ localized: LocalizedText) -> String { localized.text(in: language.tag) }

  /// This language with its words for what people wrote.
  package func saying(_ texts: [String: LocalizedText]?) -> Language {
    language.saying((texts ?? [:]).mapValues { $0.text(in: language.tag) })
  }

  /// A title, or the name as it is written in files where it has none.
  package func title(_ title: LocalizedText?, name: String) -> String {
    guard !name.hasSuffix(".trend") else {
      // The trend of a series bears the title of its level.
      let level = String(name.dropLast(".trend".count))
      return text(SeriesWords.trendOf, ["name": self.title(title, name: level)])
    }
    return title.map { text($0) } ?? name.replacing("_", with: " ")
  }

  /// The sentence for a statement of the run, in this language; text that people wrote stays as it
  /// is where nobody translated it.
  package func sentence(_ statement: Statement) -> String {
    let sentence = PhraseFilling.pieces(language.wording(statement.kind.phrase)).map { piece in
      switch piece {
      case .text(let text), .strong(let text): text
      case .place(let name), .strongPlace(let name):
        statement.facts[name].map { text($0, isWritten: name == "text") } ?? ""
      }
    }.joined()
    return sentence.hasSuffix(" ") ? String(sentence.dropLast()) : sentence
  }

  private func text(_ value: StatementValue, isWritten: Bool) -> String {
    switch value {
    case .text(let text): isWritten ? written(text) : text
    case .whole(let number): String(number)
    case .number(let number): numbers.number(number)
    // More than all of something is no probability.
    case .share(let share): share > 1 ? numbers.share(100 * share) : numbers.probability(share)
    case .metrics(let names): list(names)
    case .named(let name): text(name)
    case .confidence(let confidence): ConfidenceWords.text(confidence, self)
    case .amounts(let amounts):
      amounts.map { amount in
        text(
          Joining.amountBySource,
          [
            "value": numbers.asPublished.value(amount.value, unit: amount.unit),
            "source": amount.source,
          ])
      }.joined(separator: text(Joining.listSeparator))
    case .statements(let statements): statements.map(sentence).joined(separator: "; ")
    }
  }

  /// Names of metrics within a sentence.
  private func list(_ names: [MetricName]) -> String {
    let texts = names.map { name in
      language.isEnglish ? name.english : name.title.map { text($0) } ?? name.id
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: text(Joining.listSeparator)) + text(Joining.listEnd)
      + last
  }
}
