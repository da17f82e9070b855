import GRDB
import RunRecord

extension RunWriter {
  /// The inputs of all models, companies and markets, numbered in that order.
  func writeInputs() throws {
    var id = 0
    for company in run.companies {
      for assessment in company.paths {
        for input in assessment.results?.inputs ?? [] {
          id += 1
          try write(input, id: id, company: company.id, path: assessment.path)
        }
      }
      for input in company.outcome.inputs {
        id += 1
        try write(input, id: id, company: company.id)
      }
    }
    for market in run.markets {
      id += 1
      try write(market.input, id: id, region: market.region)
    }
  }

  private func write(
    _ input: InputRecord, id: Int, company: String? = nil, path: String? = nil,
    region: String? = nil
  ) throws {
    var distribution = input.distribution
    if let byYear = input.byYear, !byYear.isEmpty {
      distribution = byYear.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        .joined(separator: ", ")
    }
    try insert(
      into: "input",
      [
        ("id", id), ("company", company), ("path", path), ("region", region),
        ("name", input.name), ("title", input.title?.text(in: "en")), ("unit", input.unit.rawValue),
        ("kind", input.kind.rawValue), ("scope", input.scope.rawValue),
        ("distribution", distribution),
        ("because", input.because.isEmpty ? nil : message(input.because)),
        ("sources", list(input.sources) ?? ""),
        ("place", input.place),
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

  private func message(_ reasons: [Reason]) -> String {
    reasons.map(\.message).joined(separator: "; ")
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
