internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Scoring
internal import Simulation

/// A company's reported figures and parameters as draws, with what each rests on.
struct CompanyFlows {
  var facts: OutcomeFacts
  var parameters: [String: ParameterDraws]
  /// Inputs in the order of their use, for the record and for sensitivity.
  var inputs: [ProjectedInput]
  /// What a reader should know.
  var notes: [Remark]

  struct ParameterDraws {
    var values: [Double]
    var unit: UnitName
  }
}

/// Turns a base year and `company.yaml` into draws.
struct CompanyFlowsBuilder {
  let subject: Subject
  let baseYear: BaseYear
  let parameters: InputSet
  let draws: Draws

  func build() throws -> CompanyFlows {
    var inputs: [ProjectedInput] = []
    var values: [String: CompanyFlows.ParameterDraws] = [:]
    for resolved in try InputResolver(subject: subject, inputs: parameters).resolve() {
      let column = try self.column(resolved)
      inputs.append(column.input)
      values[resolved.name] = CompanyFlows.ParameterDraws(
        values: column.values, unit: resolved.record.unit)
    }
    if let persistence = values["climate_persistence"]?.values.first, abs(persistence) >= 1 {
      throw DiagnosticError(
        Diagnostic(
          "climate_persistence must lie between -1 and 1, found \(persistence)",
          help: "at 1 or more the funding climate would drift away for ever"))
    }
    var notes = baseYear.notes
    let revenue = try fact(baseYear.revenue, name: "revenue", dimension: 0, into: &inputs)
    let result = try result(revenue: revenue, into: &inputs)
    var cash: [Double]?
    for (index, part) in baseYear.cash.enumerated() {
      let column = try fact(
        part, name: part.fact.metric, dimension: 2 + index, into: &inputs)
      cash = cash.map { zip($0, column).map(+) } ?? column
    }
    let flow = try baseYear.operatingCashFlow.map {
      try fact($0, name: "operating_cash_flow", dimension: 4, into: &inputs)
    }
    let spending = try baseYear.capitalExpenditure.map {
      try fact($0, name: "capital_expenditure", dimension: 5, into: &inputs).map(abs)
    }
    if let known = cash {
      cash = rolledForward(
        known, flow: flow ?? result, spending: spending, notes: &notes)
    }
    var facts = OutcomeFacts(
      revenue: revenue, operatingCost: zip(revenue, result).map { max($0 - $1, 0) }, cash: cash)
    facts.operatingResult = result
    facts.operatingCashFlow = flow
    facts.capitalExpenditure = spending
    if let before = baseYear.resultBefore {
      facts.operatingResultBefore = try fact(
        before, name: "operating_income_before", dimension: 6, into: &inputs)
    }
    if let grants = baseYear.grants {
      facts.grants = try fact(grants, name: "grants", dimension: 7, into: &inputs)
    }
    if let interest = baseYear.interest {
      facts.interest = try fact(interest, name: "interest_expense", dimension: 8, into: &inputs)
        .map(abs)
    }
    return CompanyFlows(facts: facts, parameters: values, inputs: inputs, notes: notes)
  }

  // MARK: Parts

  /// The operating result; where it isn't reported, uniform over the results that bracket it.
  private func result(
    revenue: [Double], into inputs: inout [ProjectedInput]
  ) throws -> [Double] {
    if baseYear.isResultReported {
      return try fact(
        baseYear.results[0], name: "operating_income", dimension: 1, into: &inputs)
    }
    let ends = baseYear.results.flatMap { [$0.lowest, $0.highest] }
    let levels = draws.levels(block: "company \(subject.company) facts", dimension: 1)
    guard
      let values = OperatingResultBracket.draws(
        results: Array(Set(ends)).sorted(), revenue: revenue, uniforms: levels)
    else { return Array(repeating: .nan, count: draws.count) }
    let isSingle = Set(ends).count == 1
    let names = subject.context.facts.names(of: baseYear.results.map(\.fact.metric))
    let (low, high) = (ends.min() ?? .nan, ends.max() ?? .nan)
    var record = InputRecord(
      name: "operating_income",
      title: subject.context.facts.metrics["operating_income"].map { LocalizedText($0.title) },
      unit: UnitName(subject.context.currency), kind: .estimate, scope: .company,
      distribution: isSingle
        ? DistributionSpec.constant(low).description
        : DistributionSpec.uniform(low: low, high: high).description,
      byYear: nil, values: .byYear([:]),
      because: [
        Reason(
          isSingle ? .resultNear : .resultBetween,
          ["period": .text(baseYear.period.text), "metrics": .metrics(names)])
      ],
      sources: Array(Set(baseYear.results.flatMap(\.sources))).sorted(),
      facts: baseYear.results.map(\.record), place: nil)
    record.values = YearlyValues([Summary(values).estimate(unit: record.unit)], years: nil)
    inputs.append(ProjectedInput(record: record, levels: levels))
    return values
  }

  /// Cash older than half a year, brought to the as-of day at the yearly flow.
  private func rolledForward(
    _ cash: [Double], flow: [Double], spending: [Double]?, notes: inout [Remark]
  ) -> [Double] {
    guard let day = baseYear.cash.first?.fact.days.end else { return cash }
    let yearly = flow.indices.map { flow[$0] - (spending?[$0] ?? 0) }
    let age = Double(day.days(to: subject.context.asOf)) / 365
    let rolled = OldCash(cash: cash, flow: yearly, age: age)
    guard rolled.isRolled else { return cash }
    let months = Int((age * 12).rounded())
    notes.append(
      Remark(
        .cashBroughtForward, ["day": .text(day.description), "months": .whole(months)]))
    if rolled.floorShare > 0 {
      notes.append(Remark(.cashAtFloor, ["share": .share(rolled.floorShare)]))
    }
    return rolled.draws
  }

  /// A fact as draws in the study's currency.
  private func fact(
    _ answer: AnsweringFact, name: String, dimension: Int, into inputs: inout [ProjectedInput]
  ) throws -> [Double] {
    let resolved = ResolvedInput(
      name: name, series: .always(answer.distribution), scale: 1,
      block: "company \(subject.company) facts", dimension: dimension, isShared: false,
      record: InputRecord(
        name: name, title: answer.record.title, unit: UnitName(subject.context.currency),
        kind: answer.record.isEstimate ? .estimate : .fact, scope: .company,
        distribution: answer.distribution.description, byYear: nil, values: .byYear([:]),
        because: answer.because, sources: answer.sources, facts: [answer.record], place: nil))
    let column = try self.column(resolved)
    inputs.append(column.input)
    return column.values
  }

  private func column(
    _ resolved: ResolvedInput
  ) throws -> (values: [Double], input: ProjectedInput) {
    let levels = resolved.levels(from: draws)
    let input = try resolved.values(
      years: subject.years, draws: draws, levels: levels, isCorrelated: false)
    var record = resolved.record
    let values: [Double]
    switch input.columns[0] {
    case .constant(let value):
      values = Array(repeating: value, count: draws.count)
      record.values = .constant(.exactly(value / resolved.scale, unit: record.unit))
    case .values(let column):
      values = column
      func estimate() -> Estimate? {
        Summary(column).estimate(unit: record.unit, scale: 1 / resolved.scale)
      }
      record.values = YearlyValues(
        [
          input.sharedNames.isEmpty
            ? estimate()
            : draws.sharedEstimate("\(input.sharedNames[0]) in \(record.unit)", make: estimate)
        ], years: nil)
    }
    return (
      values,
      ProjectedInput(
        record: record, levels: levels,
        valueAtLevel: resolved.valueAtLevel(year: subject.years.last ?? 0))
    )
  }
}
