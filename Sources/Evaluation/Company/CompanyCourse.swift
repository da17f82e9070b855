internal import Plan
package import RunRecord
internal import Scoring
internal import Formulas

/// The results of the company model for one company: its years, its outcome, and the tree behind
/// both.
package struct CompanyCourse: Sendable {
  /// The state of one draw at the end; the first thing that happens decides.
  package enum State: UInt8, Hashable, Sendable, CaseIterable {
    /// Nothing happened up to the last year.
    case stillLosing
    /// The operating result was not below zero for two years running, or in the last year.
    case brokeEven
    /// Cash ran out, or the parent stopped the unit.
    case outOfCash
    /// Sold: taken over, or instead of running out.
    case sold

    /// The output that is 1 from the year on in which it happened.
    var output: String? {
      switch self {
      case .stillLosing: nil
      case .brokeEven: "broke_even"
      case .outOfCash: "out_of_cash"
      case .sold: "sold"
      }
    }
  }

  /// The years from that of the as-of day to the horizon.
  package let years: [Int]
  private let run: ProgramRun
  private let file: ModelFile
  private let records: [InputRecord]
  private let draws: Draws
  private let kept: CompanyModel.Kept

  init(
    _ run: ProgramRun, file: ModelFile, records: [InputRecord], draws: Draws,
    kept: CompanyModel.Kept
  ) {
    self.run = run
    years = run.years
    self.file = file
    self.records = records
    self.draws = draws
    self.kept = kept
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

  /// The state of each draw at the horizon and the year in which it came about, 0 for none; nil
  /// where nobody knows the cash, since then nobody can say.
  package var outcome: (states: [State], happened: [Int])? {
    guard let known = self["can_say"], known.values.allSatisfy({ $0 != 0 }) else { return nil }
    var states = [State](repeating: .stillLosing, count: draws.count)
    var happened = [Int](repeating: 0, count: draws.count)
    for state in State.allCases {
      guard let name = state.output, let values = self[name] else { continue }
      for (index, year) in years.enumerated() {
        for draw in 0..<draws.count where happened[draw] == 0 && values[index, draw] != 0 {
          states[draw] = state
          happened[draw] = year
        }
      }
    }
    return (states, happened)
  }

  /// The share of draws with a state.
  package func share(_ state: State) -> Double? {
    outcome.map { found in
      Double(found.states.count { $0 == state }) / Double(found.states.count)
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
