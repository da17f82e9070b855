import RunRecord

/// Where a number comes from, in words.
struct EvidenceText {
  let run: RunRecord
  private let sources: [String: SourceRecord]

  init(run: RunRecord) {
    self.run = run
    sources = Dictionary(run.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `Annual report 2024 (CloudWalk, 2025-04-28)`.
  func source(_ id: String) -> String {
    guard let source = sources[id] else { return id }
    let date = source.date.map { ", \($0)" } ?? ""
    return "\(source.title) (\(source.publisher)\(date))"
  }

  /// `fact: 120 hospital, FY2024, Annual report 2024 (CloudWalk, 2025-04-28), confidence high`.
  func fact(_ fact: FactRecord) -> String {
    let kind = fact.isEstimate ? "estimate" : "fact"
    var text = "\(kind): \(FactTable.value(fact)), \(fact.period), \(source(fact.source))"
    text += ", confidence \(fact.confidence)"
    if let note = fact.note { text += ": \(note)" }
    return text
  }

  /// What an input rests on, a line each.
  func input(_ input: InputRecord) -> [String] {
    var lines: [String] = []
    if input.facts.isEmpty || !["fact", "estimate"].contains(input.kind) {
      let kind = input.kind == "override" ? "set for this run" : input.kind
      lines.append("\(kind): \(distribution(input))")
    }
    lines += input.facts.map(fact)
    if let because = input.because { lines.append("because: \(because)") }
    let cited = Set(input.facts.map(\.source))
    for id in input.sources where !cited.contains(id) {
      lines.append("source: \(source(id))")
    }
    if let place = input.place { lines.append("at: \(place)") }
    return lines
  }

  private func distribution(_ input: InputRecord) -> String {
    guard let byYear = input.byYear, !byYear.isEmpty else { return input.distribution }
    return byYear.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  /// `2025: 12M (8M to 20M) CNY/year; 2030: …`, the first and the last year.
  static func values(_ values: [String: Estimate]) -> String {
    let years = values.keys.sorted()
    if let all = values["all"], years.count == 1 { return NumberText.spread(all) }
    let shown = [years.first, years.count > 1 ? years.last : nil].compactMap(\.self)
    return shown.compactMap { year in
      values[year].map { "\(year): \(NumberText.spread($0))" }
    }.joined(separator: "; ")
  }

  /// A name with its title: `price (Price a hospital)`.
  static func name(_ name: String, _ title: LocalizedText?, in language: String) -> String {
    guard let title = title?.text(in: language), Words.criterion(name) != title.lowercased() else {
      return name
    }
    return "\(name) (\(title))"
  }
}
