import Publishing
import Reporting
import RunRecord

/// How facts are shown.
enum FactTable {
  /// Facts with every column for programs, the ones that matter most for people.
  static func table(_ facts: [FactListing], of company: String? = nil) -> TextTable {
    TextTable(
      [
        // Who asked for one company knows whose facts they are.
        TextTable.Column("company", "company", for: company == nil ? .everybody : .programs),
        TextTable.Column("metric", "metric"),
        TextTable.Column("period", "period"),
        TextTable.Column("shown", "value", alignsRight: true, for: .people),
        .data("value"), .data("low"), .data("high"), .data("unit"),
        TextTable.Column("source", "source", .belowIfTight),
        TextTable.Column("confidence", "confidence"),
        .data("is_estimate"), .data("known_since"), .data("note"),
      ],
      rows: facts.map { listing in
        let fact = listing.fact
        return [
          .text(listing.company), .text(fact.metric), .text(fact.period), .text(value(fact)),
          TextTable.Cell(raw: fact.value), TextTable.Cell(raw: fact.low),
          TextTable.Cell(raw: fact.high), .text(fact.unit.rawValue), .text(fact.source),
          .text(fact.isEstimate ? "estimate" : fact.confidence.rawValue),
          .flag(fact.isEstimate), .text(fact.knownSince),
          TextTable.Cell(fact.note),
        ]
      })
  }

  /// `CNY 398M`, `0.12 to 0.28`, `0.2 (0.12 to 0.28)`.
  static func value(_ fact: FactRecord) -> String {
    let numbers = NumberText.english
    let unit = UnitName(fact.unit.rawValue.printable)
    switch (fact.value, fact.low, fact.high) {
    case (let value?, let low?, let high?):
      return numbers.interval(
        Estimate(value: value, unit: unit, p5: low, p50: value, p95: high, standardError: 0))
    case (let value?, _, _): return numbers.value(value, unit: unit)
    case (nil, let low?, let high?): return numbers.range(low, high, unit: unit)
    default: return ""
    }
  }

  /// What is wrong; what rounds to no difference is still one.
  static func disagreement(_ conflict: FactConflict) -> String {
    let because = conflict.because.message
    return because.hasPrefix("0 % ") ? "<1" + because.dropFirst(1) : because
  }

  /// What answers, in a sentence.
  static func headline(_ listing: FactAnswerListing) -> String {
    let subject = "\(listing.company)'s \(listing.metric) as of \(listing.asOf)".printable
    guard let answer = listing.answer else {
      return "Nothing answers for \(subject): \(listing.because.message.printable)."
    }
    let estimate = answer.isEstimate ? ", an estimate" : ""
    return "\(value(answer)) (\(answer.period.printable), \(answer.source.printable)\(estimate)) "
      + "answers for \(subject): \(listing.because.message.printable)."
  }
}

extension Words {
  /// A fact's verdict in words.
  static func verdict(_ fact: FactRecord) -> String {
    (fact.verdict?.rawValue ?? "").replacing("_", with: " ").printable
  }
}
