import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The company year by year, what was reported before what is simulated: revenue, costs, result,
  /// cash, money raised; and a chart of revenue and result.
  package static let yearByYear = Section("YearByYear", YearWords.self) { company, context in
    let course = CompanyYears(company, context.inOneCurrency)
    guard !course.isEmpty else { return [] }
    let figure = CourseChart.figure(company, context.inOneCurrency)
    return [context.heading(2, YearWords.title, key: "years")]
      + (figure.map { [.figure($0)] } ?? []) + [.table(course.table), .paragraph(course.footnote)]
  }
}

/// A company's reported and simulated years as rows of one table.
struct CompanyYears {
  private let context: ReportContext
  private let reported: [FiscalYearRecord]
  private let outcome: OutcomeRecord?
  private let years: [Int]

  /// The most reported years in the table; the chart has all.
  private static let mostReported = 5

  /// The years of a company, in the one currency of the context.
  init(_ company: CompanyRecord, _ context: ReportContext) {
    self.context = context
    unit = company.nowcast?.unit.rawValue ?? ""
    reported = Array((company.nowcast?.years ?? []).suffix(Self.mostReported))
    outcome = company.outcome.known
    years =
      outcome.map { outcome in
        Set(outcome.operatingResult.years + (outcome.revenue?.years ?? [])).sorted()
      } ?? []
  }

  /// The currency of the accounts.
  private let unit: String

  /// True if no year is reported and none is simulated.
  var isEmpty: Bool { reported.isEmpty && years.isEmpty }

  var table: Table {
    let kinds = Kind.allCases.filter(hasAny)
    return Table(
      columns: [.init(context.text(YearWords.year))]
        + kinds.map { kind in
          .init(
            context.text(
              Joining.withUnit,
              ["name": context.text(kind.title), "unit": context.currency + kind.perYear]), .right,
            place: kind.place)
        } + [context.column(YearWords.basis, place: .belowIfTight)],
      rows: reported.map { year in
        [[.text(name(of: year))]] + kinds.map { told($0, year) } + [basis(of: year)]
      }
        + years.map { year in
          [[.text(String(year))]] + kinds.map { simulated($0, year) }
            + [context.line(YearWords.simulated)]
        })
  }

  /// What the numbers are, and what an absent one says.
  var footnote: [Inline] {
    var parts: [[Inline]] = []
    if reported.isEmpty { parts.append(context.line(YearWords.noYear)) }
    if !years.isEmpty { parts.append(context.line(YearWords.means)) }
    if !(outcome?.cash.values ?? [:]).isEmpty { parts.append(context.line(YearWords.gone)) }
    if reported.contains(where: { $0.operatingResult?.isEstimate == true }) {
      parts.append(context.line(YearWords.standIns))
    }
    if hasAny(.raised) { parts.append(context.line(YearWords.raisedNote)) }
    return .joined(parts, separator: " ")
  }

  // MARK: Figures

  private enum Kind: CaseIterable {
    case revenue, costs, result, cash, raised

    var title: YearWords {
      switch self {
      case .revenue: YearWords.revenue
      case .costs: YearWords.costs
      case .result: YearWords.operatingResult
      case .cash: YearWords.cash
      case .raised: YearWords.raised
      }
    }

    /// True of amounts over a year; the others are states, or sums.
    private var isFlow: Bool {
      switch self {
      case .revenue, .costs, .result: true
      case .cash, .raised: false
      }
    }

    var perYear: String { isFlow ? "/year" : "" }
    var place: Table.Place { isFlow ? .inRow : .belowIfTight }
  }

  private func figure(_ kind: Kind, _ year: FiscalYearRecord) -> FiscalYearFigure? {
    switch kind {
    case .revenue: year.revenue
    case .costs: year.costs
    case .result: year.operatingResult
    case .cash: year.cash
    case .raised: year.raised
    }
  }

  private func series(_ kind: Kind) -> YearlySeries? {
    switch kind {
    case .revenue: outcome?.revenue
    case .costs: outcome?.costs
    case .result: outcome?.operatingResult
    case .cash: outcome?.cash
    case .raised: outcome?.raised
    }
  }

  /// True if some year has a number of this kind.
  private func hasAny(_ kind: Kind) -> Bool {
    reported.contains { figure(kind, $0) != nil } || !(series(kind)?.values ?? [:]).isEmpty
  }

  private func told(_ kind: Kind, _ year: FiscalYearRecord) -> [Inline] {
    guard let figure = figure(kind, year) else {
      return kind == .raised
        ? context.line(Absence.emptyCell) : context.line(YearWords.notOnFile)
    }
    let numbers = context.numbers
    let ends = [figure.low, figure.high].map { numbers.number(numbers.told($0, unit: unit).value) }
    let text =
      ends[0] == ends[1]
      ? ends[0] : context.text(Joining.rangeTo, ["low": ends[0], "high": ends[1]])
    return [
      .text(figure.isEstimate ? "≈ " + text : text)
    ]
  }

  private func simulated(_ kind: Kind, _ year: Int) -> [Inline] {
    series(kind)?[year].map { [.text(context.numbers.plainInterval($0))] }
      ?? context.line(Absence.notModelled)
  }

  /// `2025`, or `FY2026 (to 2026-03)` where the year isn't the calendar's.
  private func name(of year: FiscalYearRecord) -> String {
    let isCalendar = abs(year.end - Double(year.year + 1)) < 0.01
    guard !isCalendar else { return String(year.year) }
    return context.text(
      Joining.nameWithDetail,
      [
        "name": "FY\(year.year)",
        "detail": context.text(YearWords.endsWith, ["month": MonthWords.month(year.end)]),
      ])
  }

  private func basis(of year: FiscalYearRecord) -> [Inline] {
    let sources = unique(year.figures.flatMap(\.terms).map(\.source))
    guard !sources.isEmpty else { return context.line(YearWords.nothingOnFile) }
    return context.line(YearWords.reported, ["sources": context.citations(sources)])
  }
}

/// The words of a company's years.
enum YearWords: String, Phrases {
  static let topic = "YearByYear"

  case year = "Year"
  case revenue = "Revenue"
  case costs = "Costs"
  case operatingResult = "Operating result"
  case cash = "Cash at year end"
  case raised = "Money raised"
  case basis = "Basis"
  case reported = "reported: {sources}"
  case simulated
  case notOnFile = "not on file"
  case nothingOnFile = "nothing on file"
  case endsWith = "to {month}"
  case title = "Year by year"
  case noYear = "No full year is on file."
  case means = """
    Simulated years are means over all draws with p5 to p95 in brackets; costs are revenue less the \
    result, net of what the paths add.
    """
  case gone = "Where the money has run out, cash and money raised count as nothing."
  case standIns = "≈: other figures stand in for the operating result."
  case raisedNote = """
    Money raised: rounds on file, then what the model raises from the as-of day on; – where none is \
    on file.
    """
}
