import RunRecord

/// Facts, for programs.
enum FactData {
  /// Facts with every column.
  static func table(_ facts: [FactListing]) -> DataTable {
    DataTable(
      [
        "company", "metric", "period", "value", "low", "high", "unit", "source", "confidence",
        "is_estimate", "known_since", "note",
      ],
      rows: facts.map { listing in
        let fact = listing.fact
        return [
          .text(listing.company), .text(fact.metric), .text(fact.period), .init(fact.value),
          .init(fact.low), .init(fact.high), .text(fact.unit.rawValue), .text(fact.source),
          .text(fact.isEstimate ? "estimate" : fact.confidence.rawValue), .flag(fact.isEstimate),
          .text(fact.knownSince), .init(fact.note),
        ]
      })
  }

  /// The candidates for an answer.
  static func table(_ listing: FactAnswerListing) -> DataTable {
    DataTable(
      [
        "verdict", "period", "value", "low", "high", "unit", "source", "confidence",
        "known_since", "because", "note",
      ],
      rows: listing.candidates.map { fact in
        [
          .text(fact.verdict?.rawValue ?? ""), .text(fact.period), .init(fact.value),
          .init(fact.low), .init(fact.high), .text(fact.unit.rawValue), .text(fact.source),
          .text(fact.confidence.rawValue), .text(fact.knownSince), .init(fact.because?.message),
          .init(fact.note),
        ]
      })
  }

  /// The facts that disagree.
  static func table(_ conflicts: [FactConflict]) -> DataTable {
    DataTable(
      ["company", "metric", "period", "because", "values"],
      rows: conflicts.map { conflict in
        [
          .text(conflict.company), .text(conflict.metric), .text(conflict.period),
          .text(conflict.because.message),
          .text(
            conflict.facts.map { "\(plain($0)) (\($0.source))" }.joined(separator: "; ")),
        ]
      })
  }

  /// The facts to look for.
  static func table(_ todo: [FactTodo]) -> DataTable {
    DataTable(
      ["company", "path", "metric", "kind", "current", "because"],
      rows: todo.map { item in
        [
          .text(item.company), .init(item.path), .text(item.metric), .text(item.kind.rawValue),
          .init(item.current.map(plain)), .text(item.because.message),
        ]
      })
  }

  /// Ratings with every column.
  static func table(_ ratings: [RatingListing]) -> DataTable {
    DataTable(
      [
        "company", "path", "criterion", "low", "high", "grade", "date", "age", "half_life",
        "weight", "verdict", "origin", "source", "known_since", "note",
      ],
      rows: ratings.map { rating in
        [
          .text(rating.company), .text(rating.path), .text(rating.criterion), .init(rating.low),
          .init(rating.high), .text(rating.grade), .text(rating.date), .init(rating.age),
          .init(rating.halfLife), .init(rating.weight), .text(rating.verdict.rawValue),
          .text(rating.origin), .text(rating.source), .text(rating.knownSince),
          .init(rating.note),
        ]
      })
  }

  /// `398000000 CNY`, or the range.
  private static func plain(_ fact: FactRecord) -> String {
    let numbers =
      fact.value.map(PlainNumber.text)
      ?? [fact.low, fact.high].compactMap { $0.map(PlainNumber.text) }.joined(separator: " to ")
    return "\(numbers) \(fact.unit)"
  }
}
