package import Facts
package import Nowcast
internal import RunRecord

/// Resolves a company's outcome: from its state today and the company model to a plan.
package struct OutcomePlanner {
  private(set) var context: EvaluationContext
  let model: CompanyModel
  /// Estimates the states of today.
  package private(set) var nowcaster: CompanyNowcaster
  /// True where figures that are too old to say anything are taken all the same: for a step on the
  /// way between two states that can be told.
  package var takesOldFigures = false

  /// Makes a planner; `evaluators` say by which metrics companies report their lines of business,
  /// `timing` by which rule their figures count as known.
  ///
  /// - Throws: `DiagnosticError` naming numbers that the company model lacks.
  package init(
    context: EvaluationContext, model: CompanyModel, evaluators: [any Evaluator],
    timing: CompanyRows.Timing = .published
  ) throws {
    self.context = context
    self.model = model
    nowcaster = try CompanyNowcaster(
      model.formulas, in: context, lines: Set(evaluators.flatMap(\.description.reportedAs)),
      timing: timing)
  }

  /// The same in another context, whose company model and day are the same.
  func among(_ context: EvaluationContext) -> OutcomePlanner {
    var planner = self
    planner.context = context
    planner.nowcaster = nowcaster.among(context)
    return planner
  }

  /// The state of a company, or why there is none.
  package func state(
    of company: Company
  ) -> Result<CompanyNowcaster.Found, CompanyNowcaster.Missing> {
    nowcaster.find(company)
  }

  /// The plan, or why there is none.
  ///
  /// A company that earns has one without cash too: nobody asks how long its money lasts. So has
  /// any where `needsCash` is false, since nobody asks what becomes of it.
  package func plan(
    _ subject: Subject,
    _ state: Result<CompanyNowcaster.Found, CompanyNowcaster.Missing>,
    lines: [String: SegmentWindow], needsCash: Bool = true
  ) -> Result<OutcomePlan, MissingOutcome> {
    let found: CompanyNowcaster.Found
    switch state {
    case .success(let known): found = known
    case .failure(let missing):
      return .failure(
        MissingOutcome(reason: missing.reason(asOf: context.asOf), metrics: missing.metrics))
    }
    if case .tooOld(let months) = found.nowcast.age, !takesOldFigures {
      return .failure(
        MissingOutcome(
          reason: Reason(.baseTooOld, ["months": .whole(Int(months.rounded()))]),
          metrics: ["revenue", "operating_income"]))
    }
    let cash = ["cash_and_short_term_investments"]
    if needsCash, found.nowcast.cash == nil, !found.nowcast.isEarning, !found.isCarried {
      return .failure(MissingOutcome(reason: Reason(.noCash), metrics: cash))
    }
    if needsCash, !takesOldFigures, let months = found.cashTooOld {
      return .failure(
        MissingOutcome(
          reason: Reason(.balanceTooOld, ["months": .whole(Int(months.rounded()))]), metrics: cash))
    }
    let rate = context.facts.exchangeRates.convert(
      1, from: context.currency, to: "USD",
      days: DayRange(start: context.asOf, end: context.asOf), isFlow: false, asOf: context.asOf)
    switch rate {
    case .failure(let mistake):
      return .failure(
        MissingOutcome(
          reason: Reason(.noRateToDollars, ["reason": .text(mistake.reason)]), metrics: []))
    case .success(let conversion):
      return .success(
        OutcomePlan(
          subject: subject, model: model, state: found.nowcast, standing: found.standing,
          usdRate: conversion.factor, lines: lines))
    }
  }

  /// What the accounts say of the paths' lines of business, by path.
  package func lines(
    _ state: Result<CompanyNowcaster.Found, CompanyNowcaster.Missing>,
    evaluators: [any Evaluator]
  ) -> [String: SegmentWindow] {
    guard case .success(let found) = state else { return [:] }
    var lines: [String: SegmentWindow] = [:]
    for path in evaluators.map(\.description) where !path.reportedAs.isEmpty {
      lines[path.record.id] = SegmentWindow(
        of: path.reportedAs, base: found.nowcast.base, rows: found.rows.rows,
        asOf: found.nowcast.asOf, reporting: nowcaster.parameters.reporting)
    }
    return lines
  }
}
