internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
internal import RunRecord
internal import Units

/// Reads figures as people type them, `revenue=350M CNY`, `revenue_growth=22%`, as what a company is
/// about to tell.
struct TypedFigures {
  let forecast: CompanyForecast
  let facts: FactBase
  let units: UnitRegistry

  /// A figure that was typed, beside its forecast.
  struct Typed {
    var forecast: FigureForecast
    var seen: ReportedFigure
    /// The change that takes it in.
    var command: String
    /// The figure as it was typed.
    var text = ""
  }

  private var id: String { forecast.company.id }

  /// Reads the figures of one disclosure.
  ///
  /// - Throws: `DiagnosticError` for what can't be read, and for what the company isn't about to
  ///   tell.
  func read(_ texts: [String], period: String?) throws -> [Typed] {
    guard !forecast.figures.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          "nothing can be foretold of \(id)\(forecast.reason.map { ": \($0.message)" } ?? "")",
          at: forecast.company.location, help: "`breakeven facts freshness \(id)` says what is due",
          category: .missing))
    }
    var problems = DiagnosticCollector()
    let asked = try problems.attempt { try period.map(self.period) }.flatMap(\.self)
    let typed = try texts.compactMap { text in
      try problems.attempt { try read(text, period: asked) }
    }
    for (_, same) in Dictionary(grouping: typed, by: \.forecast.kind)
      .sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where same.count > 1 {
      let texts = same.map { "\"\($0.text)\"" }
      problems.report(
        Diagnostic(
          texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
            + " are figures of one and the same thing", help: "say one of them"))
    }
    if let first = typed.first?.forecast.since,
      let other = typed.first(where: { $0.forecast.since.map { $0 != first } ?? false })
    {
      problems.report(
        Diagnostic(
          "\(typed[0].forecast.period) and \(other.forecast.period) are told by different reports",
          help: "settle one report at a time"))
    }
    try problems.throwIfErrors()
    let command =
      "breakeven whatif " + typed.map { "\"\($0.command)\"" }.joined(separator: " ")
    return typed.enumerated().map { index, figure in
      var figure = figure
      figure.command = index == 0 ? command : ""
      return figure
    }
  }

  private func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw Diagnostic("\"\(text)\" isn't a period", help: "say \(Period.form)")
    }
    return period
  }

  private func read(_ text: String, period: Period?) throws -> Typed {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Diagnostic(
        "\"\(text)\" isn't a figure", help: "say METRIC=VALUE, such as revenue=350M")
    }
    let kinds = try kinds(of: parts[0])
    let amount = try TypedAmount(parts[1], currencies: units.currencies)
    let figure = try figure(kinds, named: parts[0], period: amount.period ?? period)
    if figure.metrics.count > 1, figure.metrics.contains(parts[0]) {
      throw Diagnostic(
        "the operating result of \(id) is told by the mean of "
          + "\(figure.metrics.joined(separator: " and ")), not by \(parts[0]) alone",
        help: "say operating_result=MEAN")
    }
    var typed = try typed(figure, parts[0], amount)
    typed.text = text
    return typed
  }

  // MARK: Which figure

  /// The kinds of figures that a name may mean.
  private func kinds(of name: String) throws -> [ExpectedFigure.Kind] {
    switch name {
    case "revenue", "revenue_growth", "growth": return [.revenueGrowth, .revenue]
    case "operating_result", "result": return [.operatingResult]
    case "cash": return [.cash]
    case "run_rate", "annualised_revenue": return [.runRate]
    case "money_raised", "round", "funding_round_amount": return [.moneyRaised]
    default: break
    }
    if let figure = forecast.figures.first(where: { $0.metrics.contains(name) }) {
      return [figure.kind]
    }
    let names =
      ExpectedFigure.Kind.allCases.map(\.rawValue) + unique(forecast.figures.flatMap(\.metrics))
    throw Diagnostic(
      "nothing that \(id) is about to tell is called \"\(name)\"",
      help: Suggestion.help(for: name, among: names) ?? "it tells \(expected())",
      category: .missing)
  }

  private func figure(
    _ kinds: [ExpectedFigure.Kind], named name: String, period: Period?
  ) throws -> FigureForecast {
    let ofKind = forecast.figures.filter { kinds.contains($0.kind) }
    guard let first = ofKind.min(by: { ($0.since ?? .infinity) < ($1.since ?? .infinity) }) else {
      throw Diagnostic(
        "\(id) isn't about to tell its \(name)", help: "it tells \(expected())",
        category: .missing)
    }
    guard let period, first.since != nil else { return first }
    let span = Months.span(of: period, fiscalYearEnd: forecast.company.fiscalYearEnd)
    let found = ofKind.first { figure in
      abs(figure.end - span.end) < 0.5
        // A balance is of the end of a period, however that is called.
        && (figure.months == 0 || abs(figure.start - span.start) < 0.5)
    }
    guard let found else {
      throw Diagnostic(
        "\(id) isn't about to tell its \(name) of \(period)",
        help: "it tells that of " + ofKind.map(told).joined(separator: ", "))
    }
    return found
  }

  /// `revenue_growth of 2026-9M (due by 2026-11-30), cash of 2026-09-30 (…)`.
  private func expected() -> String {
    forecast.figures.map { "\($0.kind.rawValue) of \(told($0))" }.joined(separator: ", ")
  }

  private func told(_ figure: FigureForecast) -> String {
    figure.since.map { "\(figure.period) (due by \(Months.day(at: $0)))" } ?? figure.period
  }

  // MARK: What it is

  private func typed(
    _ figure: FigureForecast, _ name: String, _ amount: TypedAmount
  ) throws -> Typed {
    let isGrowth = name == "growth" || name == "revenue_growth"
    if isGrowth { return try growth(figure, name, amount) }
    let currency = forecast.currency
    guard !amount.isPercent else {
      throw Diagnostic(
        "\(name) is an amount in \(currency), not a share",
        help: name == "revenue" && figure.before != nil ? "say revenue_growth=…%" : nil)
    }
    guard amount.currency ?? currency == currency else {
      throw Diagnostic(
        "the accounts of \(id) are in \(currency), so \(name) can't be held against an amount in "
          + "\(amount.currency ?? "")",
        help: "say it in \(currency), at the rate of the period")
    }
    if let mistake = figure.metrics.lazy.compactMap({ facts.metrics[$0] }).first?
      .impossible([amount.number], in: nil)
    {
      throw mistake
    }
    return made(figure, amount: amount.number)
  }

  private func growth(
    _ figure: FigureForecast, _ name: String, _ amount: TypedAmount
  ) throws -> Typed {
    guard let before = figure.before else {
      throw Diagnostic(
        "nobody knows the revenue of \(id) a year before \(figure.period), so there is no growth",
        help: "say revenue=AMOUNT")
    }
    if let currency = amount.currency {
      throw Diagnostic(
        "\(name) is a share, not an amount in \(currency)", help: "say revenue=AMOUNT \(currency)")
    }
    guard amount.number > -1, amount.isPercent || abs(amount.number) < 20 else {
      throw Diagnostic(
        "a growth of \(NumberNotation.print(amount.number)) can't be meant",
        help: "say it in per cent, such as revenue_growth=22%")
    }
    return made(figure, amount: before * (1 + amount.number))
  }

  private func made(_ figure: FigureForecast, amount: Double) -> Typed {
    let reporting = forecast.run.planner.outcomes.nowcaster.parameters.reporting
    let deviation = (reporting.relativeErrors[.high] ?? 0) * abs(amount)
    let plain = ReportedFigure(value: amount, deviation: deviation)
    let seen =
      figure.kind == .revenueGrowth
      ? SeenFigures.growth(plain, over: figure.before) ?? plain : plain
    let number = NumberNotation.print(amount)
    let name = figure.kind == .moneyRaised ? "round" : figure.metrics.first ?? "revenue"
    let period = figure.since == nil ? "" : " \(figure.period)"
    return Typed(
      forecast: figure, seen: seen,
      command: "\(id).\(name)=\(number) \(forecast.currency)\(period)")
  }
}
