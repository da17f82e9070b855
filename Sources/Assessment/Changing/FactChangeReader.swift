internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import Nowcast
internal import RunRecord
internal import Study
internal import Units

/// Reads a change of what is known of a company: a figure, the cash that it has, a round.
///
/// `cloudwalk.cash+=2bn`, `cloudwalk.round=2bn in 2026`,
/// `perplexity.operating_income=-250M USD FY2025`.
struct FactChangeReader {
  let loaded: LoadedModels
  let company: Company
  let asOf: Day

  private static let round = "funding_round_amount"

  func read(
    _ change: InputOverride, of name: String, _ text: String, suggesting catalogue: InputCatalogue
  ) throws -> StudyChange {
    if name == "round" { return try round(change, text) }
    let metrics = name == "cash" ? Accounts.cashMetrics : [name]
    guard name == "cash" || loaded.facts.metrics[name] != nil else {
      let known = Set(company.facts.map(\.metric)).union(["cash", "round"])
      throw Diagnostic(
        "nothing of \(company.id) is called \"\(name)\"",
        help: Suggestion.help(for: name, among: known)
          ?? Suggestion.help(for: name, among: loaded.facts.metrics.keys)
          ?? catalogue.suggestion(for: change.name)
          ?? "`breakeven facts list \(company.id)` lists its figures", category: .missing)
    }
    let typed = try typed(change)
    let newest = newest(of: metrics, period: typed.period)
    let metric = newest?.metric ?? metrics[0]
    guard let unit = try unit(of: metric, typed, newest) else {
      throw Diagnostic(
        "in which currency is \(change.name)?", help: "\(change.name)=\(change.text) USD")
    }
    try check(typed, change, unit, of: loaded.facts.metrics[metric])
    var fact: Fact
    if change.operation == .set {
      guard let period = typed.period ?? newest?.period else {
        throw Diagnostic(
          "\(company.id) has no \(name) on file, so the period is needed",
          help: "\(change.name)=\(change.text) FY\(asOf.year - 1)")
      }
      fact = made(metric, period, typed.number, unit)
    } else {
      guard let newest else {
        throw Diagnostic(
          "\(company.id) has no \(name) on file that could be changed",
          help: "say what it is: \(change.name)=… FY\(asOf.year - 1)", category: .missing)
      }
      fact = try moved(newest, by: change, typed, unit)
    }
    fact.days = fact.period.days(fiscalYearEnd: company.fiscalYearEnd)
    guard fact.days.end <= asOf else {
      throw Diagnostic(
        "\(fact.period) isn't over on \(asOf), so nothing can be known of it",
        help: "change an input for what is to come, such as \(company.id).trend")
    }
    try check(fact, text)
    return StudyChange(
      effect: .fact(
        fact, instead: newest?.period == fact.period ? newest : nil, company: company.id),
      metrics: Accounts.cashMetrics.contains(metric) ? Accounts.cashMetrics : [metric],
      record: record(text, .fact, name, fact, instead: newest))
  }

  // MARK: Rounds

  /// Money that comes in: by the as-of day if its year is running, else promised for sure.
  private func round(_ change: InputOverride, _ text: String) throws -> StudyChange {
    guard change.operation == .set else {
      throw Diagnostic(
        "a round is money that comes in: say how much",
        help: "\(company.id).round=2bn in \(asOf.year)")
    }
    let typed = try typed(change)
    let period = typed.period ?? Period(day: asOf)
    guard loaded.facts.metrics[Self.round] != nil else {
      throw Diagnostic(
        "the study has no metric \"\(Self.round)\", so no round can come in",
        help: "declare it in metrics.yaml", category: .missing)
    }
    guard let unit = try unit(of: Self.round, typed, nil), typed.number > 0, !typed.isPercent else {
      throw Diagnostic("a round is an amount of money, not \"\(change.text)\"")
    }
    let days = period.days(fiscalYearEnd: .calendarYear)
    var fact = made(Self.round, Period(day: asOf), typed.number, unit)
    if let balance = newest(of: Accounts.cashMetrics, period: nil), days.end <= balance.days.end {
      throw Diagnostic(
        "the balance of \(balance.period) has what came in by \(days.end) already, so \"\(text)\" "
          + "would change nothing",
        help:
          "say cash that is more: \(company.id).cash+=\(change.text.split(separator: " ").first ?? "")"
      )
    }
    if days.start > asOf {
      fact = fact.promised(by: days.end, because: text)
    } else if days.end < asOf {
      fact.period = period
    }
    fact.days = fact.period.days(fiscalYearEnd: .calendarYear)
    try check(fact, text)
    return StudyChange(
      effect: .fact(fact, instead: nil, company: company.id),
      record: record(text, .money, "round", fact, of: period, instead: nil))
  }

  // MARK: Parts

  private func typed(_ change: InputOverride) throws -> TypedAmount {
    try TypedAmount(change.text, currencies: loaded.units.currencies)
  }

  /// The newest figure that is known of some metrics, of a period where one is named.
  private func newest(of metrics: [String], period: Period?) -> Fact? {
    company.facts.filter { fact in
      metrics.contains(fact.metric) && fact.kind == .observation && fact.knownSince <= asOf
        && (period == nil || fact.period == period)
    }.max {
      ($0.days.end, $0.confidence, $0.knownSince) < ($1.days.end, $1.confidence, $1.knownSince)
    }
  }

  private func unit(of metric: String, _ typed: TypedAmount, _ newest: Fact?) throws -> String? {
    guard let known = loaded.facts.metrics[metric], known.isMoney else {
      return newest?.unit ?? loaded.facts.metrics[metric]?.unit
    }
    if let currency = typed.currency { return known.unit.replacing("money", with: currency) }
    if let newest { return newest.unit }
    let money = company.facts.last { $0.metric == "revenue" }?.unit
    return money.map { known.unit.replacing("money", with: $0) }
  }

  private func made(_ metric: String, _ period: Period, _ value: Double, _ unit: String) -> Fact {
    .supposed(
      of: company, metric: metric, period: period, value: value, unit: unit,
      unitExpression: try? loaded.units.parse(unit, at: nil, sourceLine: nil), on: asOf)
  }

  private func moved(
    _ fact: Fact, by change: InputOverride, _ typed: TypedAmount, _ unit: String
  ) throws -> Fact {
    guard unit == fact.unit else {
      throw Diagnostic(
        "\(company.id) has its \(fact.metric) in \(fact.unit), so that can't grow by \(unit)",
        help: "say the amount in \(fact.unit), or set the figure")
    }
    // Ten per cent more of an amount are ten per cent of it; of a share they are ten points.
    let isOfItself = typed.isPercent && !TypedNumber.isOfShares(unit: unit)
    func changed(_ value: Double) -> Double {
      let changed =
        switch change.operation {
        case .multiply: value * typed.number
        case .subtract: isOfItself ? value * (1 - typed.number) : value - typed.number
        default: isOfItself ? value * (1 + typed.number) : value + typed.number
        }
      // Nobody types, or reports, more digits.
      return Double(String(format: "%.12g", changed)) ?? changed
    }
    var moved = fact
    moved.value = fact.value.map(changed)
    let ends = [fact.low, fact.high].compactMap(\.self).map(changed).sorted()
    if ends.count == 2 { (moved.low, moved.high) = (ends[0], ends[1]) }
    guard [moved.value, moved.low, moved.high].allSatisfy({ $0?.isFinite ?? true }) else {
      throw Diagnostic(
        "\(change.name)\(change.operation.rawValue)\(change.text) comes to more than a number can be",
        help: "it is \(fact.valueInWords) (\(fact.period.text))")
    }
    moved.source = .supposed(on: asOf)
    moved.knownSince = asOf
    return moved
  }

  /// Throws for an amount in what its metric isn't in.
  private func check(
    _ typed: TypedAmount, _ change: InputOverride, _ unit: String, of metric: Metric?
  ) throws {
    if let currency = typed.currency, metric?.isMoney != true {
      throw Diagnostic(
        "\(change.name) is in \(unit), not in \(currency)", help: "say it without \(currency)")
    }
    // A run rate stands at a time too, but is what it is a year.
    if metric?.kind == .stock, metric?.name.contains("annualised") == false,
      TypedNumber.isYearly(change.text), !TypedNumber.isYearly(unit)
    {
      throw Diagnostic(
        "\(change.name) is an amount at a time, so \"\(change.text)\" can't be what it is a year",
        help: "say it without /year")
    }
    guard typed.isPercent else { return }
    if let hundredth = loaded.units.hundredth(in: unit) {
      throw Diagnostic(
        "\"\(change.text)\" for \(change.name) in the unit \"\(hundredth)\" says per cent twice",
        help: "leave out the %")
    }
    if change.operation == .set, !TypedNumber.isOfShares(unit: unit) {
      throw Diagnostic(
        "\(change.name) is an amount in \(unit), not a share",
        help: "say how much, or by how much it changes: \(change.name)+=\(change.text)")
    }
  }

  /// Throws for a figure that can't be.
  private func check(_ fact: Fact, _ text: String) throws {
    guard
      let mistake = loaded.facts.metrics[fact.metric]?
        .impossible(fact.numbers, in: fact.unitExpression)
    else { return }
    throw Diagnostic("\"\(text)\": \(mistake.message)", help: mistake.help)
  }

  /// That a figure isn't plausible.
  private func remarks(on fact: Fact, _ name: String) -> [Remark] {
    if ["revenue", "annualised_revenue"].contains(fact.metric), fact.central <= 0 {
      return [.leftOutNotPositive(fact, in: loaded.facts)]
    }
    guard let metric = loaded.facts.metrics[fact.metric], let range = metric.plausible,
      let own = try? loaded.units.parse(
        metric.unitText(in: loaded.units.currencies.first ?? ""), at: nil, sourceLine: nil),
      metric.implausible(
        fact.numbers, factor: (fact.unitExpression?.scale ?? own.scale) / own.scale) != nil
    else { return [] }
    return [
      Remark(
        .setOutsidePlausible,
        [
          "name": .text(name), "text": .text(fact.valueInWords),
          "metric": .metrics(loaded.facts.names(of: [metric.name])),
          "low": .number(range.lowerBound), "high": .number(range.upperBound),
        ])
    ]
  }

  private func record(
    _ text: String, _ kind: ChangeRecord.Kind, _ name: String, _ fact: Fact,
    of period: Period? = nil, instead: Fact?
  ) -> ChangeRecord {
    func words(_ fact: Fact, _ period: Period? = nil) -> String {
      "\(fact.valueInWords) (\((period ?? fact.period).text))"
    }
    return ChangeRecord(
      text: text, kind: kind, company: company.id, name: name,
      title: loaded.facts.metrics[fact.metric].map { LocalizedText($0.title) },
      base: instead.map { words($0) }, new: words(fact, period), remarks: remarks(on: fact, name))
  }
}
