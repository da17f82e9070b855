internal import Diagnostics
internal import Facts
internal import Formulas
package import Plan
internal import RunRecord
internal import Scoring

/// Resolves a company's outcome: from its base year and `company.yaml` to a plan.
package struct OutcomePlanner {
  let subject: Subject
  let baseYear: BaseYear
  let companyModel: CompanyModelFile

  /// Makes a planner of one company's outcome.
  package init(subject: Subject, baseYear: BaseYear, companyModel: CompanyModelFile) {
    self.subject = subject
    self.baseYear = baseYear
    self.companyModel = companyModel
  }

  private var context: EvaluationContext { subject.context }

  /// The plan, with what its inputs rest on in the order in which they are drawn.
  ///
  /// - Throws: `DiagnosticError` when a parameter can't be used.
  package func plan() throws -> (plan: OutcomePlan, evidence: PlannedOutcome) {
    let parameters = try InputResolver(subject: subject, inputs: companyModel.parameters).resolve()
    try check(parameters)
    var inputs = parameters
    func figure(_ fact: SelectedFact, _ name: String, _ dimension: Int) -> PlannedInput {
      let input = self.figure(fact, name: name, dimension: dimension)
      inputs.append(input)
      return input.planned
    }
    let revenue = figure(baseYear.revenue, "revenue", 0)
    let result: BaseFigures.Result
    if baseYear.isResultReported {
      result = .reported(figure(baseYear.results[0], "operating_income", 1))
    } else {
      let bracket = self.bracket
      inputs.append(bracket.input)
      result = .bracketed(by: bracket.ends, bracket.input.planned)
    }
    let cash = baseYear.cash.enumerated().map { figure($1, $1.fact.metric, 2 + $0) }
    var figures = BaseFigures(revenue: revenue, result: result, cash: cash, cashAge: cashAge)
    figures.operatingCashFlow = baseYear.operatingCashFlow.map {
      figure($0, "operating_cash_flow", 4)
    }
    figures.capitalExpenditure = baseYear.capitalExpenditure.map {
      figure($0, "capital_expenditure", 5)
    }
    figures.resultBefore = baseYear.resultBefore.map {
      figure($0, "operating_income_before", 6)
    }
    figures.grants = baseYear.grants.map { figure($0, "grants", 7) }
    figures.interest = baseYear.interest.map { figure($0, "interest_expense", 8) }
    let plan = OutcomePlan(
      elapsedShare: context.elapsedShare, figures: figures,
      parameters: parameters.map(\.planned), access: access(parameters),
      survival: subject.facts?.financing == .parentBacked
        ? .survivalBacked : .survivalIndependent,
      consolidation: companyModel.consolidation.map {
        OutcomePlan.Consolidation(
          path: $0.path, consolidated: $0.consolidated, head: $0.head)
      })
    return (plan, PlannedOutcome(baseYear: baseYear, records: inputs.map(\.record)))
  }

  // MARK: Parameters

  /// Checks the parameters that must be one number for all draws, and that the climate's course
  /// doesn't drift away for ever.
  private func check(_ parameters: [ResolvedInput]) throws {
    let plain: [OutcomeParameter] = [
      .climatePersistence, .climateShock, .freshRound, .survivalYears,
    ]
    for parameter in plain where value(of: parameter, in: parameters) == nil {
      let found = parameters.first { $0.planned.name == parameter.rawValue }
      throw DiagnosticError(
        Diagnostic(
          "\(parameter.rawValue) must be a plain number, found "
            + (found?.planned.series.text ?? "nothing"), help: "write one number, such as 0.6"))
    }
    guard let persistence = value(of: .climatePersistence, in: parameters), abs(persistence) >= 1
    else { return }
    throw DiagnosticError(
      Diagnostic(
        "climate_persistence must lie between -1 and 1, found \(persistence)",
        help: "at 1 or more the funding climate would drift away for ever"))
  }

  /// The class of the company's access to money (Method 4.2).
  private func access(_ parameters: [ResolvedInput]) -> OutcomeParameter {
    switch subject.facts?.financing {
    case .listed, .parentBacked, nil: return .successListed
    case .stateLinked: return .successStateLinked
    case .unlisted:
      let rounds = subject.facts?.facts.filter {
        $0.metric == "funding_round_amount" && $0.knownSince <= context.asOf
      }
      guard let last = rounds?.map(\.days.end).max(),
        let limit = value(of: .freshRound, in: parameters),
        Double(last.days(to: context.asOf)) / 365 < limit
      else { return .successUnlistedStale }
      return .successUnlistedFresh
    }
  }

  /// A parameter that must be a plain number, in base units.
  private func value(of parameter: OutcomeParameter, in inputs: [ResolvedInput]) -> Double? {
    guard let input = inputs.first(where: { $0.planned.name == parameter.rawValue }),
      case .always(.constant(let value)) = input.planned.series
    else { return nil }
    return value * input.planned.scale
  }

  // MARK: Figures

  /// Years from the day of the cash to the as-of day.
  private var cashAge: Double {
    baseYear.cash.first.map { Double($0.fact.days.end.days(to: context.asOf)) / 365 } ?? 0
  }

  private var block: String { "company \(subject.company) facts" }

  /// A fact in the study's currency.
  private func figure(_ answer: SelectedFact, name: String, dimension: Int) -> ResolvedInput {
    ResolvedInput(
      planned: PlannedInput(
        name: name, series: .always(answer.distribution), scale: 1, block: block,
        dimension: dimension, isShared: false),
      record: InputRecord(
        name: name, title: answer.record.title, unit: UnitName(context.currency),
        kind: answer.record.isEstimate ? .estimate : .fact, scope: .company,
        distribution: answer.distribution.description, byYear: nil, values: .byYear([:]),
        because: answer.because, sources: answer.sources, facts: [answer.record], place: nil))
  }

  /// An operating result that isn't reported: uniform over the results that bracket it.
  private var bracket: (input: ResolvedInput, ends: [Double]) {
    let ends = Set(baseYear.results.flatMap { [$0.lowest, $0.highest] }).sorted()
    let (low, high) = (ends.first ?? .nan, ends.last ?? .nan)
    let isSingle = ends.count == 1
    let distribution: DistributionSpec =
      isSingle ? .constant(low) : .uniform(low: low, high: high)
    let input = ResolvedInput(
      planned: PlannedInput(
        name: "operating_income", series: .none, scale: 1, block: block, dimension: 1,
        isShared: false),
      record: InputRecord(
        name: "operating_income",
        title: context.facts.metrics["operating_income"].map { LocalizedText($0.title) },
        unit: UnitName(context.currency), kind: .estimate, scope: .company,
        distribution: distribution.description, byYear: nil, values: .byYear([:]),
        because: [
          Reason(
            isSingle ? .resultNear : .resultBetween,
            [
              "period": .text(baseYear.period.text),
              "metrics": .metrics(context.facts.names(of: baseYear.results.map(\.fact.metric))),
            ])
        ],
        sources: Set(baseYear.results.flatMap(\.sources)).sorted(),
        facts: baseYear.results.map(\.record), place: nil))
    return (input, ends)
  }
}

extension EvaluationContext {
  /// The share of the as-of year that is over.
  package var elapsedShare: Double {
    guard let start = Day(year: asOf.year, month: 1, day: 1) else { return 0 }
    let days = Double(start.days(to: asOf) + 1)
    let isLeap = asOf.year % 4 == 0 && (asOf.year % 100 != 0 || asOf.year % 400 == 0)
    let length = isLeap ? 366.0 : 365.0
    return min(days / length, 1 - 1 / length)
  }
}
