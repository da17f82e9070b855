package import Publishing
package import RunRecord

/// The note that `explain COMPANY` prints: the company's page, short or whole.
package enum CompanyNote {
  private static let odds: [Section<CompanyRecord>] = [.verdict, .yearByYear, .currency, .outcome]
  private static let sections: [Section<CompanyRecord>] = [
    .nowcast, .runway, .companyPaths, .levers, .forecasts, .conflicts, .events, .outcomeInputs,
  ]

  /// The number of assumptions that the short note names.
  private static let assumptions = 8

  /// The note; a short one leaves assumptions out that explain little.
  ///
  /// With a trace it says where the odds come from.
  package static func page(
    _ company: CompanyRecord, trace: CompanyTrace? = nil, isFull: Bool, _ context: ReportContext
  ) -> Page {
    let firstLevel =
      trace.map { CompanyTraceNote(company, $0, isFull: isFull, context).firstLevel } ?? []
    let context = context.page(of: company)
    var blocks: [Block] = [.heading(1, [.text(context.text(company.names))], key: nil)]
    if isFull {
      blocks += ReportLayout.company.flatMap { $0.blocks(company, context) } + firstLevel
      return .note(blocks.unfolded + [ConditionWords.paragraph(context.record, context)])
    }
    let (short, left) = shortened(company)
    blocks += odds.flatMap { $0.blocks(short, context) } + firstLevel
    blocks += sections.flatMap { $0.blocks(short, context) }
    if left > 0 {
      blocks.append(
        context.paragraph(
          Words.more,
          [
            "count": [.text(String(left))],
            "command": [.code("breakeven explain \(company.id) --full")],
          ]))
    }
    return .note(
      blocks.unfolded.withSources(context) + [ConditionWords.paragraph(context.record, context)]
    )
  }

  /// The company with the figures of its outcome and the assumptions that explain most of it.
  private static func shortened(_ company: CompanyRecord) -> (CompanyRecord, left: Int) {
    guard var outcome = company.outcome.known else { return (company, 0) }
    let shares = Dictionary(outcome.drivers.map { ($0.name, $0.share) }) { first, _ in first }
    // What explains most comes first, then what is uncertain, then what is fixed.
    func rank(_ input: InputRecord) -> Double {
      let isFixed = input.values.entries.allSatisfy { $0.value.p5 == $0.value.p95 }
      return shares[input.name].map { 1 + $0 } ?? (isFixed ? 0 : 0.5)
    }
    let figures = outcome.inputs.filter { !$0.facts.isEmpty }
    let others = outcome.inputs.filter(\.facts.isEmpty).enumerated()
      .sorted { (rank($1.element), $0.offset) < (rank($0.element), $1.offset) }.map(\.element)
    outcome.inputs = figures + others.prefix(assumptions)
    var short = company
    short.outcome = .known(outcome)
    return (short, max(0, others.count - assumptions))
  }

  enum Words: String, Phrases {
    static let topic = "CompanyNote"

    case more = "… and {count} more assumptions that explain less: {command}"
  }
}
