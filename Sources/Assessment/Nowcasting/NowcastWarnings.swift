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
  /// The study's currency.
  let currencyOfStudy: String

  private var state: Nowcast { found.nowcast }
  private var currency: UnitName { UnitName(found.rows.currency) }

  var all: [Remark] {
    [age].compactMap { $0 } + oldFigures + contradictions + [largeResult].compactMap { $0 }
      + [uncountedCash].compactMap { $0 } + disproportions + implausible + leftOut + doubtfulRates + oldRates + unconverted
  }

  /// A result, and a balance, of which only what is too old to say anything by is known; of cash
  /// without which nothing is said the reason for that says it.
  private var oldFigures: [Remark] {
    guard !state.isEarning, !state.isTooOld else { return [] }
    func remark(_ metrics: [String], _ end: Double?, _ months: Double?) -> Remark? {
      guard let end, let months else { return nil }
      return Remark(
        .figureOld,
        [
          "metrics": .metrics(facts.names(of: metrics)), "end": .text(MonthText.month(end)),
          "months": .whole(Int(months.rounded())),
        ])
    }
    var balance: [String] = []
    if found.cashTooOld == nil, case .balance(let metric, _, _) = state.cash?.basis {
      balance = [metric]
    }
    return [
      remark(state.result?.metrics ?? [], state.resultWindow?.end, state.oldResult),
      balance.isEmpty ? nil : remark(balance, state.cash?.at, state.oldBalance),
    ].compactMap { $0 }
  }

  /// Money beside the balance, or a much larger one a little earlier, where the balance is of cash alone:
  /// then most of the money lies in what the newest figure leaves out.
  private var uncountedCash: Remark? {
    guard case .balance("cash_and_equivalents", let period, let source) = state.cash?.basis,
      let balance = known.first(where: {
        $0.metric == "cash_and_equivalents" && $0.period.text == period && $0.source.id == source
      })
    else { return nil }
    let end = Months.end(of: balance.days.end)
    let wider = known.filter { fact in
      let age = end - Months.end(of: fact.days.end)
      guard fact.unit == balance.unit else { return false }
      switch fact.metric {
      case "short_term_investments":
        return age == 0 && fact.central > Self.much * balance.central
      case "cash_and_short_term_investments", "cash_and_investments":
        return age > 0 && age <= parameters.tooOldAfter && fact.central > Self.more * balance.central
      default: return false
      }
    }.max { ($0.days.end, $0.central) < ($1.days.end, $1.central) }
    return wider.map { fact in
      Remark(
        .cashUncounted,
        [
          "metric": .metrics(facts.names(of: [fact.metric])), "period": .text(fact.period.text),
          "value": .amounts([SourcedAmount(fact)]),
          "balance": .metrics(facts.names(of: [balance.metric])),
          "end": .text(balance.period.text),
        ])
    }
  }

  /// Investments are worth a word from this part of the balance on.
  private static let much = 0.1
  /// An earlier balance of more is worth one from this many times the newest on: what was burnt in
  /// between seldom halves it.
  private static let more = 2.0

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
    let ofTerms = company.facts.filter {
      used.contains("\($0.period.text) \($0.source.id)") && CompanyRows.metrics.contains($0.metric)
    }
    let basis = NowcastBasis(found: found, company: company, asOf: asOf)
    return unique(
      ofTerms + [.cash, .money, .debt, .worth].flatMap { basis.facts(of: $0) })
  }

  /// The company's facts that are known and over.
  private var known: [Fact] {
    company.facts.filter {
      $0.kind == .observation && $0.knownSince <= asOf && $0.days.end <= asOf
    }
  }

  /// Amounts out of all proportion to revenue, where one of the two is behind the state.
  private var disproportions: [Remark] {
    let used = Set(used)
    let said = largeResult == nil ? [] : state.result?.metrics ?? []
    return Disproportion.all(among: known).compactMap { one in
      guard used.contains(one.fact) || used.contains(one.revenue),
        one.kind != .aboveRevenue || !said.contains(one.fact.metric)
      else { return nil }
      var said: [String: StatementValue] = [
        "metric": .metrics(facts.names(of: [one.fact.metric])),
        "period": .text(one.fact.period.text), "value": .amounts([SourcedAmount(one.fact)]),
        "revenue": .amounts([SourcedAmount(one.revenue)]),
      ]
      switch one.kind {
      case .aboveRevenue: return Remark(.amountAboveRevenue, said)
      case .manyTimesRevenue:
        said["times"] = .number(Disproportion.most)
        return Remark(.amountManyTimesRevenue, said)
      }
    }
  }

  /// Revenue of which no logarithm can be taken.
  private var leftOut: [Remark] {
    known.filter {
      ["revenue", "annualised_revenue"].contains($0.metric) && $0.central <= 0
    }.map {
      Remark(
        .leftOutNotPositive,
        [
          "metric": .metrics(facts.names(of: [$0.metric])), "period": .text($0.period.text),
          "value": .amounts([SourcedAmount($0)]),
        ])
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

  /// Rates of long before the as-of day at which the state is brought to dollars and to the study's
  /// currency.
  private var oldRates: [Remark] {
    let today = DayRange(start: asOf, end: asOf)
    let steps = unique([found.rows.currency, currencyOfStudy]).flatMap { currency in
      (try? facts.exchangeRates.convert(
        1, from: currency, to: "USD", days: today, isFlow: false, asOf: asOf
      ).get())?.steps ?? []
    }
    return unique(
      steps.compactMap { step in
        let rate = step.rate
        let months = Months.end(of: asOf) - Months.end(of: rate.days.end)
        guard months > parameters.tooOldAfter else { return nil }
        return Remark(
          .rateOld,
          [
            "pair": .text("\(rate.from)/\(rate.to)"), "rate": .number(rate.value),
            "date": .text(rate.days.end.description), "months": .whole(Int(months.rounded())),
          ])
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
        .figureOld, .cashUncounted, .periodsContradict, .resultAboveRevenue, .amountAboveRevenue,
        .amountManyTimesRevenue, .outsidePlausible, .leftOutNotPositive, .rateDoubtful, .rateOld,
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
