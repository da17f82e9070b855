import Breakeven
import RunRecord

/// How facts are shown.
enum FactTable {
  /// Facts with every column for programs, the ones that matter most for people.
  static func table(_ facts: [FactListing]) -> TextTable {
    TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("metric", "metric"),
        TextTable.Column("period", "period"),
        TextTable.Column("shown", "value", alignsRight: true, for: .people),
        .data("value"), .data("low"), .data("high"), .data("unit"),
        TextTable.Column("source", "source"), TextTable.Column("confidence", "confidence"),
        .data("is_estimate"), .data("known_since"), .data("note"),
      ],
      rows: facts.map { listing in
        let fact = listing.fact
        return [
          .text(listing.company), .text(fact.metric), .text(fact.period), .text(value(fact)),
          TextTable.Cell(raw: fact.value), TextTable.Cell(raw: fact.low),
          TextTable.Cell(raw: fact.high), .text(fact.unit), .text(fact.source),
          .text(fact.isEstimate ? "estimate" : fact.confidence),
          .flag(fact.isEstimate), .text(fact.knownSince),
          TextTable.Cell(fact.note),
        ]
      })
  }

  /// `398M CNY`, `0.12 to 0.28`, `0.2 (0.12 to 0.28)`.
  static func value(_ fact: FactRecord) -> String {
    var text = fact.value.map(NumberText.short) ?? ""
    if let low = fact.low, let high = fact.high {
      let range = "\(NumberText.short(low)) to \(NumberText.short(high))"
      text = text.isEmpty ? range : "\(text) (\(range))"
    }
    return fact.unit == "1" || text.isEmpty ? text : "\(text) \(fact.unit.printable)"
  }

  /// What answers, in a sentence.
  static func headline(_ listing: FactAnswerListing) -> String {
    let subject = "\(listing.company)'s \(listing.metric) as of \(listing.asOf)".printable
    guard let answer = listing.answer else {
      return "Nothing answers for \(subject): \(listing.because.printable)."
    }
    let estimate = answer.isEstimate ? ", an estimate" : ""
    return "\(value(answer)) (\(answer.period.printable), \(answer.source.printable)\(estimate)) "
      + "answers for \(subject): \(listing.because.printable)."
  }
}

extension Words {
  /// A fact's verdict in words.
  static func verdict(_ fact: FactRecord) -> String {
    (fact.verdict ?? "").replacing("_", with: " ").printable
  }
}
