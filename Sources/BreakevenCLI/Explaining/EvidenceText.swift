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
    text += fact.isEstimate ? ", an estimate" : ", confidence \(fact.confidence)"
    text = citations.cite(text, [fact.source])
    if let note = fact.note { text += " (\(note))" }
    return text
  }

  /// What an input rests on, a line each.
  func input(_ input: InputRecord) -> [String] {
    var lines = input.facts.map(fact)
    if input.facts.isEmpty || !["fact", "estimate"].contains(input.kind) {
      lines.append(assumption(input, isWithReason: false))
    }
    if let because = input.because, input.facts.isEmpty { lines.append("because: \(because)") }
    let cited = Set(input.facts.map(\.source))
    let further = input.sources.filter { !cited.contains($0) }
    if !further.isEmpty, !lines.isEmpty {
      lines[lines.count - 1] = citations.cite(lines[lines.count - 1], further)
    }
    if showsPlaces, let place = input.place { lines.append("at \(place)") }
    return lines
  }

  /// `assumption: 0.1 to 0.4: some find a buyer before the end. [3]`.
  func assumption(_ input: InputRecord, isWithReason: Bool = true) -> String {
    let kind = input.kind == "override" ? "set for this run" : input.kind
    var text = "\(kind): \(DistributionText.text(input))"
    guard isWithReason else { return text }
    if let because = input.because { text += ". \(Words.sentence(because))" }
    return citations.cite(text, input.sources)
  }

  /// `2026: CNY 12M/year (8M to 20M); 2030: …`, the first and the last year.
  static func values(_ values: [String: Estimate]) -> String {
    let numbers = NumberText.english
    let years = values.keys.sorted()
    if let all = values["all"], years.count == 1 { return numbers.interval(all) }
    let shown = [years.first, years.count > 1 ? years.last : nil].compactMap(\.self)
    return shown.compactMap { year in
      values[year].map { "\(year): \(numbers.interval($0))" }
    }.joined(separator: "; ")
  }

  /// A title with the name that formulas use: `Price a hospital (price)`.
  static func name(_ name: String, _ title: LocalizedText?, in language: String) -> String {
    guard let title = title?.text(in: language) else { return name }
    return Words.criterion(name) == title.lowercased() ? title : "\(title) (\(name))"
  }
}
