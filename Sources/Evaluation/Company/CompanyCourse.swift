internal import Plan
package import RunRecord
package import Scoring
internal import Diagnostics
internal import Formulas
internal import Units
internal import Simulation

/// The results of the company model for one company: its years, its outcome, and the tree behind
/// both.
package struct CompanyCourse: Sendable {
  /// The years from that of the as-of day to the horizon.
  package let years: [Int]
  private var run: ProgramRun
  private let file: ModelFile
  private let records: [InputRecord]
  private let draws: Draws
  private let kept: CompanyModel.Kept
  /// The share of the first year that is over.
  private let elapsed: Double
  /// What lies between the years, where it was kept and the file has it.
  package let between: CourseBetween?

  init(
    _ run: ProgramRun, file: ModelFile, records: [InputRecord], draws: Draws,
    kept: CompanyModel.Kept, elapsed: Double, between: CourseBetween?
  ) {
    self.run = run
    years = run.years
    self.file = file
    self.records = records
    self.draws = draws
    self.kept = kept
    self.elapsed = elapsed
    self.between = between
  }

  /// An output, or any variable of a run that kept everything, in its declared unit.
  package subscript(_ name: String) -> YearlyDraws? {
    guard let position = run.position(of: name),
      kept == .everything || run.model.variables[position].isOutput
    else { return nil }
    return run.yearly(name, draws: draws.count)
  }

  /// An input of the model, in its declared unit: one column for all years, or one a year.
  package func input(_ name: String) -> [[Double]]? {
    guard let input = run.inputs.first(where: { $0.input.name == name }) else { return nil }
    return input.columns.map { column in
      (0..<draws.count).map { column.value(in: $0) / input.input.scale }
    }
  }

  /// The inputs as declared, in the order of the file, without what their draws say.
  package var inputRecords: [InputRecord] { records }

  /// The title and unit of a variable or output; nil where the file hasn't got it.
  package func declared(_ name: String) -> (title: LocalizedText?, unit: UnitName)? {
    (file.variables + file.outputs).first { $0.declaration.name == name }.map {
      ($0.title, UnitName($0.declaration.unit.text))
    }
  }

  /// True if the outcome can be told; false where nobody knows the cash.
  package var canSay: Bool { column("can_say", year: 0).allSatisfy { $0 != 0 } }

  /// The metrics by which accounts tell a variable: one that is the same in all years and is set by
  /// reported quantities alone; nil for one that no accounts tell.
  package func toldByAccounts(_ name: String, _ formulas: CompanyFormulas) -> [String]? {
    guard let position = run.position(of: name), !run.model.variables[position].variesByYear,
      let driver = formulas.drivers.first(where: { $0.variable == name }), !driver.inputs.isEmpty
    else { return nil }
    var metrics: [String] = []
    for input in formulas.inputs where driver.inputs.contains(input.name) {
      guard case .given(let given) = input, case .nowcast(let quantity) = given.origin,
        let metric = quantity.metric
      else { return nil }
      if !metrics.contains(metric) { metrics.append(metric) }
    }
    return metrics
  }

  /// An output in a year, counted from the first; nothing where the file hasn't got it.
  package func column(_ name: String, year: Int) -> [Double] {
    run.column(name, year: year) ?? []
  }

  /// The outcome of each draw: the first thing that happens decides.
  package func outcome() -> OutcomeDraws {
    let last = years.count - 1
    let results = years.indices.map { column("result", year: $0) }
    var cashOutYear = [UInt16?](repeating: nil, count: draws.count)
    for year in years.indices.reversed() {
      Self.mark(&cashOutYear, UInt16(year), where: column("is_gone", year: year))
    }
    var states = [OutcomeState?](repeating: .stillLosing, count: draws.count)
    var settledYear = [UInt16?](repeating: nil, count: draws.count)
    for (name, state) in Self.states {
      let columns = years.indices.map { column(name, year: $0) }
      Self.mark(&states, state, where: columns[last])
      // What has come about stays: where it has by the last year, the first such year is marked last.
      for year in years.indices.reversed() {
        Self.mark(&settledYear, UInt16(year), where: columns[year])
      }
    }
    // What isn't a number says nothing: neither that something happened nor that it didn't.
    for column in results + Self.states.map({ self.column($0.0, year: last) }) {
      Self.unmark(&states, whereNotFinite: column)
    }
    var breakEvenYear = [UInt16?](repeating: nil, count: draws.count)
    var isProvisional = [Bool](repeating: false, count: draws.count)
    for draw in states.indices {
      guard let state = states[draw] else {
        settledYear[draw] = nil
        continue
      }
      guard state == .brokeEven, let year = settledYear[draw].map(Int.init) else { continue }
      isProvisional[draw] = year == last && (year == 0 || results[year - 1][draw] < 0)
      breakEvenYear[draw] = UInt16(isProvisional[draw] ? year : max(year - 1, 0))
      settledYear[draw] = breakEvenYear[draw]
    }
    return OutcomeDraws(
      states: states, breakEvenYear: breakEvenYear, settledYear: settledYear,
      isProvisional: isProvisional,
      cashOutYear: cashOutYear, runwayMonths: column("money_lasts", year: last),
      censoredAt: 12 * (Double(years.count) - elapsed), years: years.count)
  }

  private static func mark<Mark>(_ marks: inout [Mark], _ mark: Mark, where column: [Double]) {
    marks.withUnsafeMutableBufferPointer { marks in
      column.withUnsafeBufferPointer { column in
        for draw in 0..<min(marks.count, column.count) where column[draw] != 0 {
          marks[draw] = mark
        }
      }
    }
  }

  private static func unmark<Mark>(_ marks: inout [Mark?], whereNotFinite column: [Double]) {
    marks.withUnsafeMutableBufferPointer { marks in
      column.withUnsafeBufferPointer { column in
        for draw in 0..<min(marks.count, column.count) where !column[draw].isFinite {
          marks[draw] = nil
        }
      }
    }
  }

  /// The outputs that an outcome is made of.
  private static let namesOfOutcome = Set(states.map(\.0) + ["result", "is_gone", "money_lasts"])

  /// Says by name and year, the years before the study's counted too, what is read of the outputs
  /// where only that is kept; nil where all are.
  static func isRead(
    of kept: CompanyModel.Kept, _ timeline: CompanyTimeline
  ) -> ((String, Int?) -> Bool)? {
    let (first, last) = (timeline.before, timeline.years.count - 1)
    switch kept {
    case .outputs, .between, .everything: return nil
    case .outcome: return { name, year in namesOfOutcome.contains(name) && year ?? last >= first }
    case .told:
      return { name, year in
        guard let year else { return true }
        switch name {
        case "cash": return false
        case "cost", "can_say", "cash_today", "cash_flow": return year == first
        case "revenue", "result", "raised", "cash_left", "is_gone", "broke_even", "out_of_cash",
          "sold":
          return year >= first
        default: return year == last
        }
      }
    }
  }

  /// The outputs that are 1 from the year on in which their state came about; in a draw only one
  /// of them ever is.
  private static let states: [(String, OutcomeState)] = [
    ("broke_even", .brokeEven), ("out_of_cash", .cashedOut), ("sold", .sold),
  ]

  /// The same without what only an outcome is made of, once that has been told.
  func withoutStates() -> CompanyCourse {
    var course = self
    course.run.letGo(of: Set(Self.states.map(\.0) + ["money_lasts"]))
    return course
  }

  /// What covers which cost in the last year, in US dollars; a path that doesn't count covers nothing.
  func horizonFlows(_ lines: [PathLine]) -> HorizonFlows {
    let last = years.count - 1
    func flows(_ flow: (CompanyPath) -> ScaledFlow) -> [[Double]] {
      lines.map { line in
        line.isWithheld
          ? [Double](repeating: 0, count: draws.count) : flow(line.flows)[year: last]
      }
    }
    return HorizonFlows(
      contributions: flows(\.contribution), investments: flows(\.investment),
      otherContribution: column("other_contribution", year: last),
      sharedCost: column("shared_cost", year: last))
  }

  /// The variables that the odds are explained by, with their draws in the last year.
  package func drivers(_ names: [String]) -> [ProjectedInput] {
    names.compactMap { name in
      guard let output = file.outputs.first(where: { $0.declaration.name == name }) else {
        return nil
      }
      let values = column(name, year: years.count - 1)
      let order = SortedOrder(of: values)
      let levels = order.levels
      let sorted = order.draws.map { values[Int($0)] }
      let unit = UnitName(output.declaration.unit.text)
      return ProjectedInput(
        record: InputRecord(
          name: name, title: output.title, unit: unit, kind: .calculation, scope: .company,
          distribution: output.declaration.formulaText, byYear: nil,
          values: Summary(values).estimate(unit: unit).map { .constant($0) } ?? .byYear([:]),
          because: [], sources: [], facts: [],
          place: output.declaration.location.map { "\(file.relativeFile):\($0.line)" }),
        uniforms: sorted.first == sorted.last ? nil : levels,
        valueAtUniform: { level in
          sorted[min(max(Int(level * Double(sorted.count)), 0), sorted.count - 1)]
        })
    }
  }

  /// The inputs with their draws, for the record and for sensitivity.
  package func inputs() -> [ProjectedInput] {
    ModelTrace(of: run, file: file, records: records, draws: draws).inputs()
  }

  /// The tree behind the outputs: one node a variable and input, children most telling first.
  ///
  /// - Precondition: The run kept everything.
  package func trace(inputs: [ProjectedInput]) -> [TraceNode] {
    precondition(kept == .everything, "a trace needs all variables")
    return ModelTrace(of: run, file: file, records: records, draws: draws).nodes(inputs: inputs)
  }
}
