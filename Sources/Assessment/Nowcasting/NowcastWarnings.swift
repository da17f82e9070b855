internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord

/// The warnings beside a state: what in the facts behind it can't be right, and how old they are.
struct NowcastWarnings {
  let found: CompanyNowcaster.Found
  /// Revenue that is newer than what the state was estimated from.
  let unused: [ReportedAmount]
  let company: Company
  let facts: FactBase
  let parameters: NowcastParameters
  let asOf: Day
  /// The last year that is looked at.
  let horizon: Int
  /// The study's currency.
  let currencyOfStudy: String

  private var state: Nowcast { found.nowcast }
  private var currency: UnitName { UnitName(found.rows.currency) }

  var all: [Remark] {
    [age].compactMap { $0 } + oldFigures + contradictions + [largeResult].compactMap { $0 }
      + [uncountedCash].compactMap { $0 } + disproportions + implausible + leftOut + doubtfulRates
      + oldRates + unconverted + repeatedRounds + uncountedPromises
  }

  /// A result, a balance and a debt, of which only what is too old to say anything by is known; of cash
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
      remark(["total_debt"], state.cash?.debtAt, state.oldDebt),
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
        return age > 0 && age <= parameters.tooOldAfter
          && fact.central > Self.more * balance.central
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
    func stale(_ kind: StatementKind, _ end: Double, _ months: Double) -> Remark {
      Remark(kind, ["end": .text(MonthText.month(end)), "months": .whole(Int(months.rounded()))])
    }
    switch state.age {
    case .fresh: return nil
    case .stale(let months):
      if let base = state.base { return stale(.baseStale, base.end, months) }
      let end = state.observations.map { 12 * $0.time + 6 * $0.length }.max() ?? state.asOf
      return stale(.rateStale, end, state.asOf - end)
    case .tooOld(let months):
      return Remark(.baseTooOld, ["months": .whole(Int(months.rounded()))])
    }
  }

  /// Years, halves and quarters that don't add up, and parts that are more than the whole.
  private var contradictions: [Remark] {
    let terms = terms
    var balance: String?
    if case .balance(_, let period, _) = state.cash?.basis { balance = period }
    return Contradiction.all(
      in: found.rows.rows, asOf: state.asOf, reporting: parameters.reporting,
      neverNegative: facts.neverNegative
    ).filter { $0.reaches(terms, balance: balance) }.map {
      Remark($0, in: facts, currency: currency)
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
    return Disproportion.all(among: known, rates: facts.exchangeRates, asOf: asOf).compactMap {
      one in
      guard used.contains(one.fact) || used.contains(one.revenue),
        one.kind != .aboveRevenue || !said.contains(one.fact.metric)
      else { return nil }
      let said: [String: StatementValue] = [
        "metric": .metrics(facts.names(of: [one.fact.metric])),
        "period": .text(one.fact.period.text), "value": .amounts([SourcedAmount(one.fact)]),
        "revenue": .amounts([SourcedAmount(one.revenue)]),
      ]
      let times: [String: StatementValue] = ["times": .number(one.limit)]
      let atRate = times.merging(["other": .text(one.revenue.period.text)]) { $1 }
      func remark(_ kind: StatementKind, _ more: [String: StatementValue] = [:]) -> Remark {
        Remark(kind, said.merging(more) { $1 })
      }
      return switch one.kind {
      case .aboveRevenue: remark(.amountAboveRevenue)
      case .manyTimesRevenue: remark(.amountManyTimesRevenue, times)
      case .manyTimesYearly: remark(.amountManyTimesYearly, atRate)
      case .smallPartOfYearly: remark(.worthSmallPartOfRevenue, atRate)
      case .revenueApart:
        remark(
          .revenueApart,
          atRate.merging(["others": .metrics(facts.names(of: [one.revenue.metric]))]) { $1 })
      }
    }
  }

  /// Revenue of which no logarithm can be taken, and of months that make no year.
  private var leftOut: [Remark] {
    known.filter {
      ["revenue", "annualised_revenue"].contains($0.metric) && $0.central <= 0
    }.map { .leftOutNotPositive($0, in: facts) }
      + unused.map { amount in
        Remark(
          .leftOutOfNoYear,
          [
            "metric": .metrics(facts.names(of: [amount.metric])), "period": .text(amount.period),
            "value": .amounts([
              SourcedAmount(value: amount.value, unit: currency, source: amount.source)
            ]),
          ])
      }
  }

  /// Facts behind the state that lie outside what their metric allows.
  private var implausible: [Remark] {
    used.filter { !$0.isPlausible }.map { .outsidePlausible($0, in: facts) }
  }

  /// Rates at which they were converted, and at which the state is brought on, that all others of the pair
  /// contradict.
  private var doubtfulRates: [Remark] {
    unique(
      ratesOfToday.flatMap(Reason.doubts)
        + used.flatMap { fact -> [Remark] in
          let conversion = try? facts.exchangeRates.convert(
            1, from: fact.unit, to: found.rows.currency, days: fact.days,
            isFlow: facts.metrics[fact.metric]?.kind == .flow, asOf: asOf
          ).get()
          return (conversion?.steps ?? []).flatMap { Reason.doubts($0.rate) }
        })
  }

  /// The rates at which the state is brought to dollars and to the study's currency.
  private var ratesOfToday: [ExchangeRate] {
    let today = DayRange(start: asOf, end: asOf)
    func steps(from: String, to: String) -> [CurrencyConversion.Step] {
      (try? facts.exchangeRates.convert(
        1, from: from, to: to, days: today, isFlow: false, asOf: asOf
      ).get())?
      .steps ?? []
    }
    let steps =
      steps(from: found.rows.currency, to: "USD") + steps(from: "USD", to: currencyOfStudy)
    return unique(steps.map(\.rate))
  }

  /// Those of long before the as-of day.
  private var oldRates: [Remark] {
    ratesOfToday.compactMap { Remark.old($0, asOf: asOf, after: parameters.tooOldAfter) }
  }

  /// Rounds that two sources tell.
  private var repeatedRounds: [Remark] {
    func amounts(_ row: ReportedAmount) -> StatementValue {
      .amounts([SourcedAmount(value: row.value, unit: currency, source: row.source)])
    }
    return found.rows.repeatedRounds.map { round in
      Remark(
        .roundToldTwice,
        [
          "metric": .metrics(facts.names(of: [round.repeated.metric])),
          "period": .text(round.repeated.period), "value": amounts(round.repeated),
          "other": .text(round.counted.period), "counted": amounts(round.counted),
        ])
    }
  }

  /// Promised money that is due on no day to come, and of which no later balance or round tells whether it came.
  private var uncountedPromises: [Remark] {
    let rounds = found.rows.rows.filter { $0.metric == Fact.moneyThatComesIn }
    let told = (rounds.map(\.end) + [state.cash?.at].compactMap(\.self)).max() ?? 0
    return company.facts.compactMap { fact in
      guard let terms = fact.commitment, fact.metric == Fact.moneyThatComesIn,
        fact.knownSince <= asOf, terms.paidBy <= asOf || terms.paidBy.year > horizon,
        Months.end(of: terms.paidBy) > told + 1
      else { return nil }
      return Remark(
        .promiseNotCounted,
        [
          "metric": .metrics(facts.names(of: [fact.metric])), "period": .text(fact.period.text),
          "value": .amounts([SourcedAmount(fact)]), "due": .text(terms.paidBy.description),
          "day": .text(asOf.description), "horizon": .text(String(horizon)),
        ])
    }
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

extension Remark {
  /// What a contradiction says.
  init(_ contradiction: Contradiction, in facts: FactBase, currency: UnitName) {
    let (amount, others) = (contradiction.amount, contradiction.others)
    var said: [String: StatementValue] = [
      "metric": .metrics(facts.names(of: [contradiction.metric])), "period": .text(amount.period),
      "value": .amounts([SourcedAmount(value: amount.value, unit: currency, source: amount.source)]
      ),
      "periods": .text(MonthText.sum(others.terms)),
      "other": .amounts([
        SourcedAmount(value: others.amount, unit: currency, source: others.terms.last?.source ?? "")
      ]),
    ]
    switch contradiction.kind {
    case .sameMonths: self.init(.periodsContradict, said)
    case .months:
      said["part"] = said["metric"]
      self.init(.partAboveWhole, said)
    case .metric(let part):
      said["part"] = .metrics(facts.names(of: [part]))
      self.init(.partAboveWhole, said)
    }
  }

  /// That a rate is of long before the as-of day; nil where it isn't older than so many months.
  static func old(_ rate: ExchangeRate, asOf: Day, after limit: Double) -> Remark? {
    let months = Months.end(of: asOf) - Months.end(of: rate.days.end)
    guard months > limit else { return nil }
    return Remark(
      .rateOld,
      [
        "pair": .text("\(rate.from)/\(rate.to)"), "rate": .number(rate.value),
        "date": .text(rate.days.end.description), "months": .whole(Int(months.rounded())),
      ])
  }
}

extension NowcastRecord {
  /// The warnings that something in the facts can't be right, without those that they are old.
  var mistakes: [Remark] {
    warnings.filter {
      [
        .figureOld, .cashUncounted, .periodsContradict, .resultAboveRevenue, .amountAboveRevenue,
        .amountManyTimesRevenue, .amountManyTimesYearly, .worthSmallPartOfRevenue, .revenueApart,
        .partAboveWhole, .outsidePlausible, .leftOutNotPositive, .rateDoubtful, .rateOld,
        .leftOutUnconverted, .leftOutOfNoYear, .roundToldTwice, .promiseNotCounted,
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
