internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// A company in one of two runs that are held against each other.
struct CompanySide: Sendable {
  let run: RunContext
  let company: Company
  /// The last year that both runs have, of which numbers are told: a change of the horizon is no
  /// change of them.
  private(set) var year: Int
  let planned: PlannedCompany
  let result: CompanyResult
  /// True if its plan is that of the side before, and so is every number of it.
  let isAsBefore: Bool

  /// Plans and evaluates a company; `anchors` say what the accounts made of paths whose inputs are
  /// changed.
  init(
    _ company: Company, in run: RunContext, through year: Int,
    anchors: [String: PathLine.Anchor] = [:]
  ) throws {
    self.run = run
    self.company = company
    self.year = year
    planned = try run.planner.plan(company)
    result = try planned.evaluate(over: run.draws, anchors: anchors, by: run.crew)
    isAsBefore = false
  }

  /// Plans the company of another side in a run with changes, and evaluates it if its plan is another:
  /// most changes touch few companies.
  init(
    _ company: Company, in run: RunContext, through year: Int, unlike base: CompanySide,
    anchors: [String: PathLine.Anchor] = [:]
  ) throws {
    self.run = run
    self.company = company
    self.year = year
    planned = try run.planner.plan(company)
    isAsBefore =
      if run.draws.sampling == base.run.draws.sampling,
        run.evaluation.asOf == base.run.evaluation.asOf, let own = try planned.identity()
      {
        own == (try base.planned.identity())
      } else {
        false
      }
    result =
      isAsBefore
      ? base.result : try planned.evaluate(over: run.draws, anchors: anchors, by: run.crew)
  }

  /// The same, of which numbers of another year are told.
  func told(of year: Int) -> CompanySide {
    var side = self
    side.year = year
    return side
  }

  /// A number that may move.
  struct Number {
    struct Key: Hashable {
      var stage: MovedRecord.Stage
      var path: String?
      var name: String
    }

    var key: Key
    var title: LocalizedText?
    var unit: UnitName
    var year: Int?
    /// True if it is an input with a distribution that research could narrow: neither computed nor
    /// chance.
    var isUncertain = false
    /// True if companies of one market share it.
    var isOfMarket = false
    /// True if the accounts give it: no share of anything, whatever its size.
    var isReported = false
    /// Its draws, in its unit.
    var values: () -> [Double]
  }

  /// What the accounts make of some paths.
  func anchors(of paths: Set<String>) -> [String: PathLine.Anchor] {
    let lines = (result.outcome?.lines ?? []).filter { paths.contains($0.path) }
    return Dictionary(lines.map { ($0.path, $0.anchor) }, uniquingKeysWith: { $1 })
  }

  /// The numbers that may move, in the order in which changes travel.
  var numbers: [Number] { pathInputs + ownInputs + lines + course }

  private var plan: OutcomePlan? { try? planned.outcome.get() }
  private var count: Int { run.draws.count }

  /// Where the year stands among others.
  private func place(in years: [Int]) -> Int { years.firstIndex(of: year) ?? years.count - 1 }

  // MARK: Standing

  /// What becomes of the company.
  var standing: StandingRecord {
    guard let plan, let outcome = result.outcome else {
      return StandingRecord(reason: planned.missingReason)
    }
    return StandingRecord(
      plan, outcome.course, outcome.course.outcome(), in: run, through: year)
  }

  /// The state of each draw; nothing without odds.
  var states: [OutcomeState?] { outcome?.states ?? [] }

  /// What becomes of it in each draw; nil of one of which nobody asks, or nothing can be said.
  var outcome: OutcomeDraws? {
    guard let plan, !plan.state.isEarning, let outcome = result.outcome,
      run.quantities.withheld(outcome.flagged) == nil
    else { return nil }
    return outcome.draws
  }

  /// The criteria that it is ranked by; nil without odds.
  var criteria: CriterionDraws? {
    guard let plan, !plan.state.isEarning, let outcome = result.outcome,
      run.quantities.withheld(outcome.flagged) == nil
    else { return nil }
    return outcome.exposure.criteria
  }

  /// A column of the company's course in a year, the last one that both runs have; money in the
  /// study's currency.
  func course(_ name: String) -> [Double]? {
    guard let plan, let course = result.outcome?.course, let declared = course.declared(name)
    else { return nil }
    let values = course.column(name, year: place(in: course.years))
    return declared.unit.rawValue.contains("USD") ? values.map { $0 / plan.usdRate } : values
  }

  // MARK: Inputs

  private var pathInputs: [Number] {
    var records: [String: [InputRecord]] = [:]
    for case .planned(let path) in planned.paths {
      guard case .records(_, let found) = path.evidence else { continue }
      records[path.evaluator.description.record.id] = found
    }
    return result.paths.compactMap(\.self).flatMap { path -> [Number] in
      guard let run = path.run, let found = records[path.path] else { return [] }
      return zip(run.inputs, found).map { input, record in
        let column = input.columns[input.variesByYear ? place(in: run.years) : 0]
        let scale = 1 / input.input.scale
        return Number(
          key: Number.Key(stage: .input, path: path.path, name: record.name), title: record.title,
          unit: record.unit, year: input.variesByYear ? year : nil,
          isUncertain: input.input.isDistributed && record.kind != .calculation,
          isOfMarket: record.scope == .market,
          values: { [count] in (0..<count).map { column.value(in: $0) * scale } })
      }
    }
  }

  private var ownInputs: [Number] {
    guard let plan, let course = result.outcome?.course else { return [] }
    let drawn = Set(
      plan.model.formulas.inputs.compactMap { input -> String? in
        guard case .drawn(let input) = input, !input.isChance, !input.isEachYear else { return nil }
        return input.name
      })
    let reported = Set(
      plan.model.formulas.inputs.compactMap { input -> String? in
        guard case .given(let input) = input, case .nowcast = input.origin else { return nil }
        return input.name
      })
    return course.inputRecords.filter { !$0.isSummedOverPaths }.map { record in
      Number(
        key: Number.Key(stage: .input, path: nil, name: record.name), title: record.title,
        unit: record.unit, year: nil, isUncertain: drawn.contains(record.name),
        isReported: reported.contains(record.name),
        values: { course.input(record.name)?.last ?? [] })
    }
  }

  // MARK: Lines

  private var lines: [Number] {
    let money = UnitName.perYear(UnitName(run.evaluation.currency))
    let flows: [(String, KeyPath<PathFlows, YearlyDraws>)] = [
      ("revenue", \.revenue), ("contribution", \.contribution), ("investment", \.investment),
    ]
    return result.paths.compactMap(\.self).flatMap { path in
      flows.map { name, flow in
        Number(
          key: Number.Key(stage: .line, path: path.path, name: name), title: nil, unit: money,
          year: year,
          values: {
            Array(path.flows[keyPath: flow][year: place(in: run.evaluation.years)])
          })
      }
    }
  }

  // MARK: Course and money

  private var course: [Number] {
    guard let plan, let outcome = result.outcome else { return [] }
    let course = outcome.course
    let last = place(in: course.years)
    let drivers = plan.model.formulas.drivers.map(\.variable)
    let money = plan.state.isEarning ? [] : ["cash_today", "raised", "money_lasts"]
    return (drivers + ["revenue", "cost", "result"] + money).compactMap { name in
      guard let declared = course.declared(name) else { return nil }
      let isMoney = declared.unit.rawValue.contains("USD")
      let unit = UnitName(
        declared.unit.rawValue.replacing("USD", with: run.evaluation.currency))
      return Number(
        key: Number.Key(stage: money.contains(name) ? .money : .course, path: nil, name: name),
        title: declared.title, unit: unit,
        year: name == "cash_today" || drivers.contains(name) ? nil : year,
        values: {
          let values = course.column(name, year: name == "cash_today" ? 0 : last)
          return isMoney ? values.map { $0 / plan.usdRate } : values
        })
    }
  }
}

extension InputRecord {
  /// True for what the evaluator sums over the company's paths: their lines say it already.
  fileprivate var isSummedOverPaths: Bool {
    because.contains { $0.kind == .summedOverPaths }
  }
}

extension PlannedInput {
  /// True if it is drawn from a distribution, once for all years, and isn't chance by nature.
  fileprivate var isDistributed: Bool {
    guard case .distribution = origin else { return false }
    return !isChance && !isConstant && !series.isEachYear
  }
}

extension StateProbabilities {
  /// The shares of the draws; nil where none has an outcome.
  init?(_ outcome: OutcomeDraws) {
    self.init(states: outcome.states)
  }

  /// The shares of the draws; nil where none has an outcome.
  init?(states: [OutcomeState?]) {
    guard let shares = StateShares(states) else { return nil }
    let known = Double(states.count { $0 != nil })
    func estimate(_ value: Double) -> Estimate {
      Quantities.share(value, standardError: (value * (1 - value) / known).squareRoot())
    }
    self.init(
      brokeEven: estimate(shares.brokeEven), stillLosing: estimate(shares.stillLosing),
      sold: estimate(shares.sold), cashedOut: estimate(shares.cashedOut))
  }
}
