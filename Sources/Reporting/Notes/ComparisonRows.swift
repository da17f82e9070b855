import Findings
import Publishing
import RunRecord

/// The rows of a comparison, one cell a company; a cell without a number says why there is none.
struct ComparisonRows {
  private let companies: [CompanyRecord]
  private let context: ReportContext
  /// Whether they have places among others.
  private let hasPlaces: Bool
  private var numbers: NumberText { context.numbers }

  init(_ companies: [CompanyRecord], hasPlaces: Bool, _ context: ReportContext) {
    self.companies = companies
    self.hasPlaces = hasPlaces
    self.context = context
  }

  /// Every row, its name first.
  var rows: [[[Inline]]] {
    func row(_ name: any Phrases, _ cell: (CompanyRecord) -> [Inline]) -> [[Inline]] {
      [context.line(name)] + companies.map(cell)
    }
    return [
      row(Words.inWords) { company in
        context.findings.likelihood(company).map { context.line(LikelihoodWords($0)) }
          ?? withoutOdds(company)
      },
      row(StateKind.Words.brokeEven) { odds($0, StateKind.brokeEven) },
      row(Words.outside) { view($0, $0.outcome.statesOutside) },
      row(Words.inside) { view($0, $0.outcome.statesInside) },
      row(StateKind.Words.stillLosing) { odds($0, StateKind.stillLosing) },
      row(StateKind.Words.sold) { odds($0, StateKind.sold) },
      row(StateKind.Words.cashedOut) { odds($0, StateKind.cashedOut) },
      row(Words.breakEvenYear, breakEvenYear),
      row(Words.runwayStatic) { runway($0, \.static) },
      row(Words.runwayAlone) { runway($0, \.alone) },
      row(Words.runwayWithRounds) { runway($0, \.withRounds) },
      row(LeadsIfWords.Words.criterionHeadroom) { points($0, \.headroom) },
      row(LeadsIfWords.Words.criterionCashCover) { points($0, \.cashCover) },
      row(LeadsIfWords.Words.criterionPathSupport) { points($0, \.pathSupport) },
      row(Columns.uncoveredCost) { points($0, \.uncoveredCost) },
    ] + context.record.paths.flatMap(pathRows) + [
      row(Words.drivenBy) { company in
        let names = company.outcome.drivers.prefix(2)
          .map { context.title($0.title, name: $0.name) }
        return names.isEmpty ? dash : [.text(names.joined(separator: "; "))]
      }
    ] + places
  }

  private var places: [[[Inline]]] {
    guard hasPlaces else { return [] }
    return [
      [context.line(Words.tier)]
        + companies.map { company in place(company).map { [.text($0.tier)] } ?? dash },
      [context.line(Words.rank)]
        + companies.map { company in place(company).map { context.rank($0.rank) } ?? dash },
    ]
  }

  private var dash: [Inline] { context.line(Absence.emptyCell) }

  private func place(_ company: CompanyRecord) -> RankedCompany? {
    context.record.ranking.order.first { $0.id == company.id }
  }

  private func withoutOdds(_ company: CompanyRecord) -> [Inline] {
    company.hasBrokenEven
      ? context.line(CompanyVerdict.Words.alreadyProfitable) : context.line(Words.notEnough)
  }

  private func odds(_ company: CompanyRecord, _ state: StateKind) -> [Inline] {
    guard let states = context.findings.states(company) else { return dash }
    return [.text(numbers.probability(state.estimate(states).value))]
  }

  /// The odds in another view, where its paths' models move them.
  private func view(_ company: CompanyRecord, _ states: StateProbabilities?) -> [Inline] {
    guard let states, context.findings.pathsMatter(company) else { return dash }
    return [.text(numbers.probability(states.brokeEven.value))]
  }

  private func breakEvenYear(_ company: CompanyRecord) -> [Inline] {
    if company.hasBrokenEven { return dash }
    let year = company.outcome.medianBreakEvenYear
    if year.reason?.kind == .notByHorizon {
      return context.line(
        Words.notBy, ["year": [.text(String(context.record.run.horizon))]])
    }
    return cell(year, of: company) { [.text(numbers.value($0.p50, unit: UnitName.calendarYear))] }
  }

  /// A quantity, or why it isn't known; a company without an outcome says so once.
  private func cell(
    _ quantity: Quantity, of company: CompanyRecord, _ print: (Estimate) -> [Inline]
  ) -> [Inline] {
    if let estimate = quantity.estimate { return print(estimate) }
    if company.outcome.unknown != nil || quantity.reason?.kind == .earningHasNoOdds { return dash }
    return quantity.reason.map { [.text(context.sentence($0))] } ?? dash
  }

  private func points(
    _ company: CompanyRecord, _ quantity: KeyPath<OutcomeRecord, Quantity>
  ) -> [Inline] {
    cell(company.outcome[dynamicMember: quantity], of: company) { [.text(numbers.interval($0))] }
  }

  private func runway(
    _ company: CompanyRecord, _ reading: KeyPath<RunwayRecord, Quantity>
  ) -> [Inline] {
    guard let runway = company.outcome.runwayMonths else { return dash }
    return cell(runway[keyPath: reading], of: company) { _ in
      context.months(runway[keyPath: reading], censoredAt: runway.censoredAt)
    }
  }

  // MARK: Paths

  /// The score of a path, and under it what it is made of, since it is never shown alone.
  private func pathRows(_ path: PathRecord) -> [[[Inline]]] {
    let cells = companies.map { company in company.paths.first { $0.path == path.id } }
    let scores = [[Inline.text(context.text(path.title))]] + cells.map(score)
    guard cells.contains(where: { $0?.score.estimate != nil }) else { return [scores] }
    return [scores, [context.line(Words.parts)] + cells.map(parts)]
  }

  private func score(_ cell: AssessmentRecord?) -> [Inline] {
    guard let cell else { return dash }
    switch cell.status {
    case .notPursued: return context.line(Absence.notPursued)
    case .missingFacts:
      return context.line(Words.lacks, ["count": [.text(String(cell.missing.count))]])
    case .assessed: return context.points(cell.score)
    }
  }

  private func parts(_ cell: AssessmentRecord?) -> [Inline] {
    guard let cell, cell.score.estimate != nil else { return dash }
    var parts = [context.probability(cell.viability), context.points(cell.readiness)]
    if cell.evidence?.mostlyAssumption == true {
      parts.append(context.line(EvidenceWords.Words.mostlyAssumption))
    }
    return context.joined(parts)
  }

  enum Words: String, Phrases {
    static let topic = "ComparisonRows"

    case inWords = "in words"
    case outside = "└ without its paths"
    case inside = "└ paths in full"
    case breakEvenYear = "break-even year"
    case notBy = "not by {year}"
    case notEnough = "not enough evidence"
    case runwayStatic = "runway at today's pace"
    case runwayAlone = "runway, no new money"
    case runwayWithRounds = "runway with rounds"
    case parts = "└ money back, readiness"
    case lacks = "missing facts: {count}"
    case drivenBy = "driven most by"
    case tier = "tier"
    case rank = "rank"
  }
}
