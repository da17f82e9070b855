internal import Diagnostics
internal import Facts
internal import Formulas
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Units

/// The values of the inputs that the evaluator gives: the state of today, the company's standing,
/// variables of its paths.
struct GivenColumns {
  let state: Nowcast
  let standing: CompanyStanding
  let timeline: CompanyTimeline
  let subject: Subject
  let relativeFile: String
  /// The quantities in whose place a number was set: what is set is known.
  let set: Set<NowcastQuantity>

  /// Years without a round, where none is known.
  private static let noRound = 100.0

  /// Returns true if a number was set in place of an input.
  func isSet(_ name: String) -> Bool {
    subject.isSet(name, in: "company")
  }

  /// An input with its values, of which sums over paths begin as nothing.
  ///
  /// `variables` are those of the company's paths, by path and name.
  func column(
    _ input: GivenInput, variables: [String: [String: YearlyDraws]], draws: Draws
  ) throws -> RecordedInput {
    let changed = subject.override(of: input.name, in: "company")
    guard let changed else { return given(input, variables, draws) }
    try checkCalendar(input, changed)
    switch changed.value {
    case .set(let distribution):
      return try overridden(input, by: distribution, because: changed.because, draws)
    case .adjusted(let change, let other):
      var given =
        try other.map { try overridden(input, by: $0, because: changed.because, draws) }
        ?? given(input, variables, draws)
      let before = given.drawn
      given.drawn.input.adjustment = change
      given.drawn = given.drawn.adjusted(by: change)
      try check(
        input, before, given.drawn, change.notation(of: "(\(given.record.distribution))"), draws)
      given.record.adjust(by: change, because: changed.because)
      return given
    }
  }

  /// Throws where a change leads too much of an input out of its domain.
  private func check(
    _ input: GivenInput, _ before: DrawnValues, _ after: DrawnValues, _ text: String, _ draws: Draws
  ) throws {
    var most = 0
    for (own, changed) in zip(before.columns, after.columns) {
      let left = (0..<draws.count).count { draw in
        input.domain.contains(own.value(in: draw))
          && !input.domain.contains(changed.value(in: draw))
      }
      most = max(most, left)
    }
    let share = Double(most) / Double(draws.count)
    guard share > ValueDomain.mostOutside else { return }
    throw DiagnosticError(
      OutsideDomain(domain: input.domain, share: share).mistake(of: input.name, text))
  }

  /// Throws where something else is set than the calendar says.
  ///
  /// The years that are computed and their lengths would stay as they are: nothing would fit together.
  private func checkCalendar(_ input: GivenInput, _ changed: InputOverrideValue) throws {
    guard case .nowcast(let quantity) = input.origin, quantity.isOfCalendar else { return }
    let own = number(quantity)
    if case .set(.constant(let value)) = changed.value, value * input.unit.scale == own { return }
    let said = own.isNaN ? "" : ": \(NumberNotation.print(own / input.unit.scale))"
    throw DiagnosticError(
      Diagnostic(
        "\(input.name) can't be set, since the calendar gives it\(said)",
        help: "choose another day with as_of, or another last year with horizon"))
  }

  private func given(
    _ input: GivenInput, _ variables: [String: [String: YearlyDraws]], _ draws: Draws
  ) -> RecordedInput {
    let scale = input.unit.scale
    switch input.origin {
    case .nowcast(let quantity):
      let columns = values(of: quantity, draws)
      var given = self.input(
        input, columns, as: quantity.rawValue,
        because: Reason(.fromNowcast, ["name": .text(quantity.rawValue)]))
      given.record.byYear = byYear(columns, scale: scale)
      return given
    case .paths(let formula):
      let nothing = timeline.years.map { _ in Column.constant(0) }
      return self.input(
        input, nothing, as: formula.text, because: Reason(.summedOverPaths))
    case .path(let id, let variable, let otherwise):
      let name = "\(id).\(variable)"
      guard let values = variables[id]?[variable] else {
        return self.input(
          input, [.constant(otherwise * scale)], as: name,
          because: Reason(.ofPathNotPursued, ["path": .text(id)]))
      }
      let columns = (0..<values.years).map { year in values[year: year].map { $0 * scale } }
      return self.input(
        input, padded(columns), as: name,
        because: Reason(.ofPath, ["name": .text(variable), "path": .text(id)]))
    }
  }

  /// The numbers of the years that are shown, where each has one for all draws.
  private func byYear(_ columns: [Column], scale: Double) -> [Int: String]? {
    guard columns.count > 1 else { return nil }
    var texts: [Int: String] = [:]
    for (year, column) in zip(timeline.years, columns) where year >= timeline.asOfYear {
      guard case .constant(let value) = column else { return nil }
      texts[year] = NumberNotation.print(value / scale)
    }
    return texts
  }

  /// Columns of the study's years with nothing in the years before.
  func padded(_ columns: [[Double]]) -> [Column] {
    let before = (0..<timeline.before).map { _ in Column.constant(0) }
    return before + columns.map { .values($0) }
  }

  /// `notation` says in the language of models what can't be told as one number.
  private func input(
    _ input: GivenInput, _ columns: [Column], as notation: String, because: Reason
  ) -> RecordedInput {
    let scale = input.unit.scale
    var text = notation
    if columns.count == 1, case .constant(let value) = columns[0] {
      text = NumberNotation.print(value / scale)
    }
    let planned = PlannedInput(
      name: input.name, series: .none, scale: scale, block: "", dimension: 0, isShared: false)
    return RecordedInput(
      drawn: DrawnValues(input: planned, uniforms: nil, columns: columns),
      record: record(input, text, kind: .estimate, because: [because]))
  }

  private func overridden(
    _ input: GivenInput, by distribution: DistributionSpec, because: Reason, _ draws: Draws
  ) throws -> RecordedInput {
    let planned = PlannedInput(
      name: input.name, series: try confined(input, distribution), scale: input.unit.scale,
      block: "path company company \(subject.company) \(input.name)", dimension: 0,
      isShared: false)
    return RecordedInput(
      drawn: try planned.drawn(years: timeline.years, from: draws),
      record: record(
        input, distribution.description, kind: .override,
        because: [because]
          + input.domain.remarks(
            onSetting: input.name, to: distribution.description, [distribution],
            scale: input.unit.scale)))
  }

  /// What is set in place of a quantity, within the quantity's domain.
  private func confined(
    _ input: GivenInput, _ distribution: DistributionSpec
  ) throws -> DistributionSeries {
    do {
      return try DistributionSeries.always(distribution).confined(
        to: input.domain, of: input.name, scale: input.unit.scale)
    } catch let mistake as Diagnostic {
      throw DiagnosticError(mistake)
    }
  }

  private func record(
    _ input: GivenInput, _ distribution: String, kind: InputKind, because: [Reason]
  ) -> InputRecord {
    InputRecord(
      name: input.name, title: input.title, unit: UnitName(input.unit.text), kind: kind,
      scope: .company, distribution: distribution, byYear: nil, values: .byYear([:]),
      because: because, sources: [], facts: [], place: "\(relativeFile):\(input.location.line)")
  }
}

extension GivenColumns {
  /// The columns of a quantity, in base units: US dollars, years, plain numbers.
  private func values(of quantity: NowcastQuantity, _ draws: Draws) -> [Column] {
    switch quantity {
    case .length: timeline.lengths.map { .constant($0) }
    case .shift: timeline.shifts.map { .constant($0) }
    case .promised: promised(draws)
    default: [.constant(number(quantity))]
    }
  }

  private func number(_ quantity: NowcastQuantity) -> Double {
    let trend = state.state
    switch quantity {
    case .level: return trend.level
    // Rounding may leave the covariance a little short of positive.
    case .levelDeviation: return (trend.levelVariance + 1e-12).squareRoot()
    case .trend: return trend.trend
    case .trendDeviation: return (trend.trendVariance + 1e-12).squareRoot()
    case .trendCorrelation:
      let product = (trend.levelVariance + 1e-12) * (trend.trendVariance + 1e-12)
      return trend.covariance / product.squareRoot()
    case .growth: return state.growth
    case .baseLevel:
      return state.base.map { Elementary.log($0.amount * state.usdRate) } ?? trend.level
    case .knowsCosts:
      return state.costRatio != nil || set.isSuperset(of: [.costRatioLow, .costRatioHigh]) ? 1 : 0
    case .costRatioLow: return state.costRatio?.low ?? 0
    case .costRatioHigh: return state.costRatio?.high ?? 0
    case .costRatioDeviation: return state.costRatio?.deviation ?? 0
    case .isLosing: return state.isLosing ? 1 : 0
    case .knowsGap: return state.gap != nil || set.contains(.gap) ? 1 : 0
    case .gap: return state.gap?.value ?? 0
    default: return money(quantity)
    }
  }

  private func money(_ quantity: NowcastQuantity) -> Double {
    switch quantity {
    case .knowsCash: state.cash != nil || set.contains(.cash) ? 1 : 0
    case .cash: state.cash?.balance ?? 0
    case .cashDeviation: state.cash?.deviation ?? 0
    case .cashAge: state.cash.map { (state.asOf - $0.at) / 12 } ?? 0
    case .money: state.cash?.moneySince ?? 0
    case .debt: state.cash?.debt ?? 0
    case .knowsWorth: state.worth != nil || set.contains(.worth) ? 1 : 0
    case .worth: state.worth ?? 0
    case .year: Double(timeline.asOfYear)
    case .elapsed: timeline.elapsed
    case .isInChina: standing.isInChina ? 1 : 0
    case .isListed: standing.isListed ? 1 : 0
    case .isStateLinked: standing.isStateLinked ? 1 : 0
    case .isParentBacked: standing.isParentBacked ? 1 : 0
    case .parentCashFlow: standing.parentCashFlow ?? 0
    case .roundAge: standing.lastRound.map { (state.asOf - $0) / 12 } ?? Self.noRound
    default: .nan
    }
  }

  /// Promised money in the year in which it is due, in the draws in which it comes.
  private func promised(_ draws: Draws) -> [Column] {
    var columns = timeline.years.map { _ in Column.constant(0) }
    for (index, commitment) in standing.commitments.enumerated() {
      guard commitment.paidBy > state.asOf,
        let year = timeline.years.firstIndex(where: { Double(12 * ($0 + 1)) >= commitment.paidBy })
      else { continue }
      let uniforms = draws.uniforms(
        block: "path company company \(subject.company) commitments", dimension: index)
      let so = columns[year]
      columns[year] = .values(
        uniforms.enumerated().map { draw, uniform in
          so.value(in: draw) + (uniform < commitment.probability ? commitment.amount : 0)
        })
    }
    return columns
  }
}
