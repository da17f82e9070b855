internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord

/// The warnings beside a state: what in the facts behind it can't be right, and how old they are.
struct NowcastWarnings {
  let found: CompanyNowcaster.Found
  let company: Company
  let facts: FactBase
  let parameters: NowcastParameters
  let asOf: Day

  private var state: Nowcast { found.nowcast }
  private var currency: UnitName { UnitName(found.rows.currency) }

  var all: [Remark] {
    [age].compactMap { $0 } + contradictions + [largeResult].compactMap { $0 } + implausible
      + doubtfulRates + unconverted
  }

  /// The terms that the state was estimated from.
  private var terms: [Window.Term] {
    state.observations.flatMap(\.terms) + (state.result?.windows ?? []).flatMap(\.terms)
      + (state.gap?.terms ?? [])
  }

  private var age: Remark? {
    let newest = state.base?.end ?? state.observations.last.map { 12 * $0.time } ?? state.asOf
    let end = MonthText.month(newest)
    switch state.age {
    case .fresh: return nil
    case .stale(let months):
      return Remark(
        .baseStale, ["end": .text(end), "months": .whole(Int(months.rounded()))])
    case .tooOld(let months):
      return Remark(.baseTooOld, ["months": .whole(Int(months.rounded()))])
    }
  }

  /// Years, halves and quarters that don't add up.
  private var contradictions: [Remark] {
    let terms = terms
    return Contradiction.all(
      in: found.rows.rows, asOf: state.asOf, reporting: parameters.reporting
    ).filter { $0.reaches(terms) }.map { contradiction in
      Remark(
        .periodsContradict,
        [
          "metric": .metrics(facts.names(of: [contradiction.metric])),
          "period": .text(contradiction.amount.period),
          "value": .amounts([
            SourcedAmount(
              value: contradiction.amount.value, unit: currency,
              source: contradiction.amount.source)
          ]),
          "periods": .text(MonthText.sum(contradiction.others.terms)),
          "other": .amounts([
            SourcedAmount(
              value: contradiction.others.amount, unit: currency,
              source: contradiction.others.terms.last?.source ?? "")
          ]),
        ])
    }
  }

  private var largeResult: Remark? {
    guard let result = state.result, let window = state.resultWindow, result.high > window.amount
    else { return nil }
    return Remark(
      .resultAboveRevenue,
      [
        "metrics": .metrics(facts.names(of: result.metrics)),
        "end": .text(MonthText.month(window.end)),
      ])
  }

  /// The company's facts that the state was estimated from.
  private var used: [Fact] {
    let used = Set(terms.map { "\($0.period) \($0.source)" })
    return company.facts.filter {
      used.contains("\($0.period.text) \($0.source.id)") && CompanyRows.metrics.contains($0.metric)
    }
  }

  /// Facts behind the state that lie outside what their metric allows.
  private var implausible: [Remark] {
    used.filter { !$0.isPlausible }.map { .outsidePlausible($0, in: facts) }
  }

  /// Rates at which they were converted that all others of the pair contradict.
  private var doubtfulRates: [Remark] {
    unique(
      used.flatMap { fact -> [Remark] in
        let conversion = try? facts.exchangeRates.convert(
          1, from: fact.unit, to: found.rows.currency, days: fact.days,
          isFlow: facts.metrics[fact.metric]?.kind == .flow, asOf: asOf
        ).get()
        return (conversion?.steps ?? []).flatMap { Reason.doubts($0.rate) }
      })
  }

  private var unconverted: [Remark] {
    found.rows.unconverted.map { one in
      Remark(
        .leftOutUnconverted,
        [
          "metric": .metrics(facts.names(of: [one.fact.metric])),
          "period": .text(one.fact.period.text), "reason": .text(one.reason),
        ])
    }
  }
}

extension NowcastRecord {
  /// The warnings that something in the facts can't be right, without those that they are old.
  var mistakes: [Remark] {
    warnings.filter {
      [
        .periodsContradict, .resultAboveRevenue, .outsidePlausible, .rateDoubtful,
        .leftOutUnconverted,
      ].contains($0.kind)
    }
  }
}

/// Months since the year 0 as people write them.
enum MonthText {
  /// `2025-06` for what ends with June 2025.
  static func month(_ months: Double) -> String {
    let last = Int(months.rounded()) - 1
    let month = last % 12 + 1
    return "\(last / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  /// `FY2024 − 2024-H1 + 2025-H1`.
  static func sum(_ terms: [Window.Term]) -> String {
    // A sum begins with what it adds.
    var ordered = terms
    if let first = ordered.firstIndex(where: { $0.sign > 0 }) {
      ordered.insert(ordered.remove(at: first), at: 0)
    }
    return ordered.enumerated().map { index, term in
      let sign = term.sign < 0 ? "− " : index == 0 ? "" : "+ "
      return sign + term.period
    }.joined(separator: " ")
  }
}
