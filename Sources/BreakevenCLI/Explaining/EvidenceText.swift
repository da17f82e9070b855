import Publishing
import Reporting
import RunRecord

/// Where a number comes from, in words.
struct EvidenceText {
  let citations: Citations
  /// Whether to say in which line of which file an input or formula stands.
  var showsPlaces = false

  /// `fact: 120 hospital, FY2024, confidence high [1]`.
  func fact(_ fact: FactRecord) -> String {
    "\(fact.isEstimate ? "estimate" : "fact"): \(figure(fact))"
  }

  /// `120 hospital, FY2024, confidence high [1] (annual report, page 12)`.
  func figure(_ fact: FactRecord) -> String {
    var text = "\(FactTable.value(fact)), \(fact.period)"
    text += fact.isEstimate ? ", an estimate" : ", confidence \(fact.confidence.rawValue)"
    text = citations.cite(text, [fact.source])
    if let note = fact.note { text += " (\(note))" }
    return text
  }

  /// What an input rests on, a line each.
  func input(_ input: InputRecord) -> [String] {
    var lines = input.facts.map(fact)
    if input.facts.isEmpty || ![.fact, .estimate].contains(input.kind) {
      lines.append(assumption(input))
    }
    if !input.because.isEmpty, input.facts.isEmpty {
      lines.append("because: \(input.because.text)")
    }
    let cited = Set(input.facts.map(\.source))
    let further = input.sources.filter { !cited.contains($0) }
    if !further.isEmpty, !lines.isEmpty {
      lines[lines.count - 1] = citations.cite(lines[lines.count - 1], further)
    }
    if showsPlaces, let place = input.place { lines.append("at \(place)") }
    return lines
  }

  /// `assumption: 0.1 to 0.4`.
  func assumption(_ input: InputRecord) -> String {
    "\(kind(input)): \(DistributionText.text(input))"
  }

  /// `0.1 to 0.4 (assumption). Some find a buyer before the end. [3]`.
  func assumptionWithReason(_ input: InputRecord) -> String {
    var text = "\(DistributionText.text(input)) (\(kind(input)))."
    if !input.because.isEmpty { text += " \(Words.sentence(input.because.text))" }
    return citations.cite(text, input.sources)
  }

  /// `CNY −207M (−215M to −199M), an estimate: no operating result is known, so it is taken near
  /// net income. Net income: CNY −207M, FY2024, confidence high [1]`: a number that no fact gives
  /// itself, with the facts that it is judged by.
  func estimate(_ input: InputRecord) -> String {
    let because = input.because.isEmpty ? "" : ": \(input.because.text)"
    let facts = input.facts.map { fact in
      let name = fact.title?.text(in: "en") ?? Words.criterion(fact.metric)
      return "\(name): \(figure(fact))"
    }
    return "\(Self.values(input.values)), an estimate\(because). "
      + facts.joined(separator: "; ")
  }

  private func kind(_ input: InputRecord) -> String {
    input.kind == .override ? "set for this run" : input.kind.rawValue
  }

  /// `2026: CNY 12M/year (8M to 20M); 2030: …`, the first and the last year.
  static func values(_ values: YearlyValues<Estimate>) -> String {
    let numbers = NumberText.english
    let entries = values.entries
    let shown = [entries.first, entries.count > 1 ? entries.last : nil].compactMap(\.self)
    return shown.map { entry in
      let text = numbers.interval(entry.value)
      return entry.year.map { "\($0): \(text)" } ?? text
    }.joined(separator: "; ")
  }

  /// A title with the name that formulas use: `Price a hospital (price)`.
  static func name(_ name: String, _ title: LocalizedText?, in language: String) -> String {
    guard let title = title?.text(in: language) else { return name }
    return Words.criterion(name) == title.lowercased() ? title : "\(title) (\(name))"
  }
}

extension [Reason] {
  /// The reasons one after the other, in English.
  var text: String { map(\.message).joined(separator: "; ") }
}
