import GRDB
import RunRecord

extension RunWriter {
  /// The inputs of all models, companies and markets, numbered in that order.
  func writeInputs() throws {
    var texts: [InputText: Int] = [:]
    var id = 0
    for company in run.companies {
      for assessment in company.paths {
        for input in assessment.results?.inputs ?? [] {
          id += 1
          try write(input, id: id, company: company.id, path: assessment.path, &texts)
        }
      }
      for input in company.outcome.inputs {
        id += 1
        try write(input, id: id, company: company.id, &texts)
      }
    }
    for market in run.markets {
      id += 1
      try write(market.input, id: id, region: market.region, &texts)
    }
  }

  private func write(
    _ input: InputRecord, id: Int, company: String? = nil, path: String? = nil,
    region: String? = nil, _ texts: inout [InputText: Int]
  ) throws {
    try insert(
      into: "input_use",
      [
        ("id", id), ("company", company), ("path", path), ("region", region),
        ("text_id", try number(of: InputText(input), in: &texts)),
      ])
    for (index, fact) in input.facts.enumerated() {
      try insert(
        into: "fact_used",
        [
          ("input_id", id), ("position", index + 1), ("metric", fact.metric),
          ("period", fact.period), ("value", fact.value), ("low", fact.low), ("high", fact.high),
          ("unit", fact.unit.rawValue), ("source", fact.source),
          ("confidence", fact.confidence.rawValue),
          ("is_estimate", fact.isEstimate), ("known_since", fact.knownSince),
          ("verdict", fact.verdict?.rawValue), ("because", fact.because?.message),
          ("note", fact.note),
        ])
    }
  }

  /// The number of a text, which is written when it comes first.
  private func number(of text: InputText, in texts: inout [InputText: Int]) throws -> Int {
    if let known = texts[text] { return known }
    let number = texts.count + 1
    texts[text] = number
    try insert(
      into: "input_text",
      [
        ("id", number), ("name", text.name), ("title", text.title), ("unit", text.unit),
        ("kind", text.kind), ("scope", text.scope), ("distribution", text.distribution),
        ("because", text.because), ("sources", text.sources), ("place", text.place),
      ])
    return number
  }

  func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Inserts a row of the run; statements are prepared once a table and shape.
  func insert(
    into table: String, _ row: [(column: String, value: (any DatabaseValueConvertible)?)]
  ) throws {
    let columns = (["run_id"] + row.map(\.column)).joined(separator: ", ")
    let marks = Array(repeating: "?", count: row.count + 1).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments([run.run.id] + row.map(\.value)))
  }
}

/// What is said of an input, the same for most companies.
private struct InputText: Hashable {
  let name: String
  let title: String?
  let unit: String
  let kind: String
  let scope: String
  let distribution: String
  let because: String?
  let sources: String
  let place: String?

  init(_ input: InputRecord) {
    name = input.name
    title = input.title?.text(in: "en")
    unit = input.unit.rawValue
    kind = input.kind.rawValue
    scope = input.scope.rawValue
    if let byYear = input.byYear, !byYear.isEmpty {
      distribution = byYear.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        .joined(separator: ", ")
    } else {
      distribution = input.distribution
    }
    because =
      input.because.isEmpty ? nil : input.because.map(\.message).joined(separator: "; ")
    sources = input.sources.joined(separator: ", ")
    place = input.place
  }
}
