import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The companies at risk, a row each, best odds first, with the chart of what becomes of them.
  package static let atRisk = Section("AtRisk") { record, context in
    let companies = context.companiesByOdds
    guard !companies.isEmpty else { return [] }
    let shown = Array(companies.prefix(ReportContext.mostShown))
    var blocks: [Block] = [
      context.heading(2, Words.title, key: "atRisk"),
      .table(AtRiskTable(context).table(shown)),
    ]
    if companies.count > shown.count {
      blocks.append(
        context.paragraph(
          Words.others,
          [
            "count": [.text(String(companies.count - shown.count))],
            "page": [
              .link(
                context.line(Pages.ranking), to: .page(ReportContext.rankingPage, anchor: nil))
            ],
          ]))
    }
    return blocks
      + [
        OutcomeChart.figure(companies, context), OddsForest.figure(companies, context),
        ExposureMap.figure(companies, context, .scores),
      ].compactMap(\.self)
  }
}

/// A row a company: its odds, what most likely becomes of it, its money, what decides it, and how
/// old its accounts are.
struct AtRiskTable {
  private let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  func table(_ companies: [CompanyRecord]) -> Table {
    let since = context.earlier?.run.asOf
    var columns: [Table.Column] = [
      .init(context.text(Columns.company)), .init(context.text(Words.odds), .right),
    ]
    if let since {
      columns.append(.init(context.text(Words.oddsThen, ["date": since]), .right))
    }
    columns += [
      .init(context.text(Words.likeliest)), .init(context.text(Words.runway), .right),
      context.column(Words.decides, place: .belowIfTight),
      .init(context.text(Words.accounts), .right),
    ]
    return Table(
      columns: columns, rows: companies.map { row($0, hasSince: since != nil) })
  }

  private func row(_ company: CompanyRecord, hasSince: Bool) -> [[Inline]] {
    let findings = context.findings
    let dash = context.line(Absence.emptyCell)
    func chance(_ value: Double?) -> [Inline] {
      value.map { [.text(context.numbers.probability($0))] } ?? dash
    }
    var cells = [context.companyLink(company.id), chance(findings.odds(company))]
    if hasSince {
      cells.append(chance(context.earlierOdds(company.id)))
    }
    return cells + [
      likeliest(company) ?? dash, months(company) ?? dash, decider(company) ?? dash,
      accounts(company) ?? dash,
    ]
  }

  /// `still losing money 48 %`: the likeliest of the outcomes by which the answer groups companies, so
  /// that no row says otherwise than a sentence.
  private func likeliest(_ company: CompanyRecord) -> [Inline]? {
    guard let states = context.findings.states(company) else { return nil }
    let chances: [([Inline], Double)] = [
      (context.line(StateKind.Words.brokeEven), states.brokeEven.value),
      (context.line(StateKind.Words.stillLosing), states.stillLosing.value),
      (context.line(Words.lost), context.findings.lost(states)),
    ]
    return chances.max { $0.1 < $1.1 }.map { state, chance in
      context.line(
        Words.state, ["state": state, "chance": [.text(context.numbers.probability(chance))]])
    }
  }

  /// The median runway with rounds; its interval stands on the company's page.
  private func months(_ company: CompanyRecord) -> [Inline]? {
    guard let runway = company.outcome.runwayMonths, let months = runway.withRounds.estimate else {
      return nil
    }
    return [.text(context.numbers.months(months.p50, censoredAt: runway.censoredAt))]
  }

  private func decider(_ company: CompanyRecord) -> [Inline]? {
    company.outcome.drivers.first.map { [.text(context.title($0.title, name: $0.name))] }
  }

  /// The month to which revenue is known, whether that is older than the method asks for, and a word
  /// where the odds rest on less than accounts.
  private func accounts(_ company: CompanyRecord) -> [Inline]? {
    guard let nowcast = company.nowcast, let end = context.findings.revenueKnownTo(company) else {
      return nil
    }
    let month: [Inline] = [.text(MonthWords.month(end))]
    var marks: [[Inline]] = []
    if nowcast.freshness.age != .fresh {
      marks.append(age(nowcast.freshness, besides: MonthWords.month(end)))
    }
    if let mark = context.findings.accounts(company).flatMap({ AccountsWords.mark($0, context) }) {
      marks.append(mark)
    }
    guard !marks.isEmpty else { return month }
    return context.line(
      Joining.nameWithDetail, ["name": month, "detail": context.joined(marks)])
  }

  /// How old the oldest figure is, and which it is where that isn't the one of the month shown.
  private func age(_ freshness: FreshnessRecord, besides month: String) -> [Inline] {
    let age = context.line(FreshnessWords.name(of: freshness.age))
    let figures = freshness.figures.filter { [.revenue, .result, .cash].contains($0.role) }
    guard let oldest = figures.max(by: { $0.months < $1.months }),
      MonthWords.month(oldest.end) != month
    else { return age }
    return context.line(
      Words.ageOf, ["figure": context.line(FreshnessWords.name(of: oldest.role)), "age": age])
  }
}

private typealias Words = AtRiskTable.Words

extension AtRiskTable {
  enum Words: String, Phrases {
    static let topic = "AtRisk"

    case title = "The companies at risk"
    case odds = "Breaks even first"
    case oddsThen = "On {date}"
    case likeliest = "Most likely"
    case state = "{state} {chance}"
    case lost = "out of money or sold"
    case runway = "Money lasts, months"
    case decides = "Decided most by"
    case accounts = "Revenue known to"
    case ageOf = "{figure} {age}"
    case others = "{count} more stand in {page}."
  }
}
