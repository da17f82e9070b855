internal import Evaluation

/// How a run of the company model differs from the plain one.
package struct OutcomeOptions: Hashable, Sendable {
  /// What must not be negative for break-even.
  package enum Basis: String, Hashable, Sendable {
    /// OP.
    case operatingResult
    /// CF, before the year's shock.
    case cash
  }

  /// Whether new money can come; false gives the runway "alone" (phi = 0), in which promised
  /// money doesn't come either.
  package var raisesMoney = true
  /// Whether cost is cut when the runway is short.
  package var cutsCost = true
  /// Whether a year's cash flow is uncertain.
  package var hasCashShocks = true
  /// The path, by its place in the inputs, whose flows are 0 in every modelled year; shared cost
  /// and existing business stay as anchored with it.
  package var knockedOutPath: Int?
  /// What must not be negative for break-even.
  package var basis = Basis.operatingResult

  /// The plain run: with rounds, cuts and shocks.
  package init() {}
}

/// The company model: from the base year to the horizon in every draw (METHODOLOGY 4).
///
/// Made once a company; `run` may be called many times on the same draws.
///
/// The part of T0 that is over on the as-of day, f, is in the cash already: only 1 - f of T0's
/// flows hit it, its shock is scaled by sqrt(1 - f), and yearly probabilities (raising money,
/// being stopped) apply as 1 - (1 - p)^(1 - f). Decisions compare cash with yearly burn, whatever
/// is left of the year. In T0 nothing grows and nothing is cut: it is the base year.
package struct OutcomeModel: Sendable {
  /// What it was made from.
  package let inputs: OutcomeInputs
  /// Where the recursion starts.
  package let anchor: BaseAnchor

  private let rows: [OutcomeRow]
  private let yearRows: [OutcomeYearRow]

  /// Anchors the base year and lays the draws out for repeated runs.
  ///
  /// - Precondition: All arrays have as many draws, all yearly ones as many years, and f is in
  ///   0..<1.
  package init(_ inputs: OutcomeInputs) {
    let draws = inputs.draws
    let yearly =
      [
        inputs.streams.growth, inputs.streams.shock, inputs.streams.bridge,
        inputs.streams.financing,
      ] + [inputs.standing].compactMap { $0 }
      + inputs.paths.flatMap { [$0.revenue, $0.contribution, $0.investment] }
    precondition(yearly.allSatisfy { $0.draws == draws && $0.years == inputs.years })
    precondition(inputs.facts.have(draws: draws) && inputs.parameters.have(draws: draws))
    precondition(inputs.streams.sale.count == draws)
    precondition(inputs.parentFreeCashFlow.map { $0.count == draws } ?? true)
    precondition(inputs.elapsedShare >= 0 && inputs.elapsedShare < 1)
    self.inputs = inputs
    let anchor = BaseAnchor(
      facts: inputs.facts, parameters: inputs.parameters, paths: inputs.paths)
    self.anchor = anchor
    rows = OutcomeRow.rows(inputs, anchor)
    yearRows = OutcomeYearRow.rows(inputs)
  }

  /// Runs the recursion in every draw.
  package func run(_ options: OutcomeOptions = OutcomeOptions()) -> OutcomeDraws {
    run(options, keepsYears: true)
  }

  /// How many draws end in a state, without the years on the way there.
  package func probability(
    of state: OutcomeState, _ options: OutcomeOptions = OutcomeOptions()
  ) -> EventProbability {
    run(options, keepsYears: false).probability(of: state)
  }

  private func run(_ options: OutcomeOptions, keepsYears: Bool) -> OutcomeDraws {
    let draws = inputs.draws
    let years = inputs.years
    let left = 1 - inputs.elapsedShare
    let censoredAt = 12 * (Double(years) - inputs.elapsedShare)
    let knockedOut = options.knockedOutPath.map { inputs.paths[$0] }
    let none = [Double](repeating: .nan, count: draws)
    var result = [Double](repeating: 0, count: keepsYears ? draws * years : 0)
    var cashAtEnd = result
    var judged = [Double](repeating: 0, count: years)
    var outcome = OutcomeDraws(
      states: Array(repeating: nil, count: draws),
      breakEvenYear: Array(repeating: nil, count: draws),
      cashOutYear: Array(repeating: nil, count: draws),
      runwayMonths: Array(repeating: censoredAt, count: draws), censoredAt: censoredAt,
      operatingResult: YearlyDraws(values: [], draws: draws),
      cash: YearlyDraws(values: [], draws: draws),
      legacyContribution: none, fixedCost: none, grants: none, keptByParent: none)

    for draw in 0..<draws {
      var course = OutcomeCourse(rows[draw])
      for year in 0..<years {
        var input = yearRows[draw * years + year]
        if let knockedOut {
          let index = year * draws + draw
          input.pathResult -=
            knockedOut.contribution.values[index] - knockedOut.investment.values[index]
          input.pathRevenue -= knockedOut.revenue.values[index]
        }
        course.advance(year: year, share: year == 0 ? left : 1, input, options)
        if keepsYears {
          result[year * draws + draw] = course.operatingResult
          cashAtEnd[year * draws + draw] = course.cash
        }
        judged[year] =
          options.basis == .cash ? course.cashFlow : course.operatingResult
      }
      outcome.legacyContribution[draw] = course.legacyRevenue * course.row.margin
      outcome.fixedCost[draw] = course.fixedCost
      outcome.grants[draw] = course.grants
      if course.isBacked { outcome.keptByParent[draw] = course.kept }
      guard course.isValid else { continue }

      let breakEven = BreakEven.year(years: years, cashOut: course.cashOutYear) { judged[$0] }
      outcome.breakEvenYear[draw] = breakEven
      outcome.cashOutYear[draw] = course.cashOutYear
      if let months = course.cashOutMonths { outcome.runwayMonths[draw] = months }
      if breakEven != nil {
        outcome.states[draw] = .brokeEven
      } else if course.cashOutYear == nil {
        outcome.states[draw] = .stillLosing
      } else {
        outcome.states[draw] = course.row.sale < course.row.soldShare ? .sold : .cashedOut
      }
    }
    outcome.operatingResult.values = result
    outcome.cash.values = cashAtEnd
    return outcome
  }
}
