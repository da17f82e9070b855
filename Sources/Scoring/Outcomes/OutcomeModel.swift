internal import Simulation

/// The settings in which a run of the company model differs from the plain one.
package struct OutcomeOptions: Hashable, Sendable {
  /// The figure that must not be negative for break-even.
  package enum Basis: String, Hashable, Sendable {
    /// OP.
    case operatingResult
    /// CF, before the year's shock.
    case cash
  }

  /// True if new money can come; false gives the runway "alone" (phi = 0), in which promised money
  /// doesn't come either.
  package var raisesMoney = true
  /// True if cost is cut when the runway is short.
  package var cutsCost = true
  /// True if a year's cash flow is uncertain.
  package var hasCashShocks = true
  /// The path, by its place in the inputs, whose flows are 0 in every modelled year; shared cost
  /// and existing business stay as anchored with it.
  package var knockedOutPath: Int?
  /// The figure that must not be negative for break-even.
  package var basis = Basis.operatingResult

  /// The plain run: with rounds, cuts and shocks.
  package init() {}
}

/// The company model: from the base year to the horizon in every draw (Method 4).
///
/// Made once a company; `run` may be called many times on the same draws.
///
/// The part of T0 that is over on the as-of day, f, is in the cash already: only 1 - f of T0's
/// flows hit it, its shock is scaled by sqrt(1 - f), and yearly probabilities (raising money,
/// being stopped) apply as 1 - (1 - p)^(1 - f). Decisions compare cash with yearly burn, whatever
/// is left of the year. In T0 nothing grows and nothing is cut: it is the base year.
package struct OutcomeModel: Sendable {
  /// The inputs that it was made from.
  package let inputs: OutcomeInputs
  /// The start of the recursion.
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
    let draws = inputs.draws
    let years = inputs.years
    let none = [Double](repeating: .nan, count: draws)
    var result = [Double](repeating: 0, count: draws * years)
    var cashAtEnd = result
    var states = [OutcomeState?](repeating: nil, count: draws)
    var breakEvenYear = [Int?](repeating: nil, count: draws)
    var cashOutYear = breakEvenYear
    var runwayMonths = [Double](repeating: censoredAt, count: draws)
    var legacyContribution = none
    var fixedCost = none
    var grants = none
    var keptByParent = none
    let knockedOut = options.knockedOutPath.map { inputs.paths[$0] }
    Steps.with(years: years) { steps in
      for draw in 0..<draws {
        let course = follow(draw, options, without: knockedOut, steps)
        for year in 0..<years {
          result[year * draws + draw] = steps.operatingResult[year]
          cashAtEnd[year * draws + draw] = steps.cash[year]
        }
        legacyContribution[draw] = course.legacyRevenue * course.row.margin
        fixedCost[draw] = course.fixedCost
        grants[draw] = course.grants
        if course.isBacked { keptByParent[draw] = course.kept }
        guard course.isValid else { continue }

        let breakEven = steps.breakEvenYear(cashOut: course.cashOutYear)
        breakEvenYear[draw] = breakEven
        cashOutYear[draw] = course.cashOutYear
        if let months = course.cashOutMonths { runwayMonths[draw] = months }
        if breakEven != nil {
          states[draw] = .brokeEven
        } else if course.cashOutYear == nil {
          states[draw] = .stillLosing
        } else {
          states[draw] = course.row.sale < course.row.soldShare ? .sold : .cashedOut
        }
      }
    }
    return OutcomeDraws(
      states: states, breakEvenYear: breakEvenYear, cashOutYear: cashOutYear,
      runwayMonths: runwayMonths, censoredAt: censoredAt,
      operatingResult: YearlyDraws(values: result, draws: draws),
      cash: YearlyDraws(values: cashAtEnd, draws: draws),
      legacyContribution: legacyContribution, fixedCost: fixedCost, grants: grants,
      keptByParent: keptByParent)
  }

  /// The share of draws in which break-even comes first: the same as `run` gives, and nothing else
  /// of it.
  package func probabilityOfBreakingEven(
    _ options: OutcomeOptions = OutcomeOptions()
  ) -> EventProbability {
    let knockedOut = options.knockedOutPath.map { inputs.paths[$0] }
    var (events, known) = (0, 0)
    Steps.with(years: inputs.years) { steps in
      for draw in 0..<inputs.draws {
        let course = follow(draw, options, without: knockedOut, steps)
        guard course.isValid else { continue }
        known += 1
        if steps.breakEvenYear(cashOut: course.cashOutYear) != nil { events += 1 }
      }
    }
    return EventProbability(events: events, draws: known)
  }

  /// The months from the as-of day to the horizon's end.
  private var censoredAt: Double { 12 * (Double(inputs.years) - inputs.elapsedShare) }

  /// The values of one draw, year by year; its room is used again for the next draw.
  private struct Steps {
    let operatingResult: UnsafeMutableBufferPointer<Double>
    let cash: UnsafeMutableBufferPointer<Double>
    /// The figure that must not be negative for break-even.
    let judged: UnsafeMutableBufferPointer<Double>

    /// Gives room for some years while `body` runs.
    static func with(years: Int, _ body: (Steps) -> Void) {
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * years) { room in
        room.initialize(repeating: 0)
        func part(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
          UnsafeMutableBufferPointer(rebasing: room[number * years..<(number + 1) * years])
        }
        body(Steps(operatingResult: part(0), cash: part(1), judged: part(2)))
      }
    }

    func breakEvenYear(cashOut: Int?) -> Int? {
      BreakEven.year(years: judged.count, cashOut: cashOut) { judged[$0] }
    }
  }

  /// Follows one draw through the years.
  @inline(__always)
  private func follow(
    _ draw: Int, _ options: OutcomeOptions, without knockedOut: OutcomePath?, _ steps: Steps
  ) -> OutcomeCourse {
    let draws = inputs.draws
    let years = inputs.years
    let left = 1 - inputs.elapsedShare
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
      steps.operatingResult[year] = course.operatingResult
      steps.cash[year] = course.cash
      steps.judged[year] = options.basis == .cash ? course.cashFlow : course.operatingResult
    }
    return course
  }
}
