internal import Diagnostics
internal import Formulas
internal import Plan
internal import Scoring
package import Simulation
internal import Units

/// The reliability of the evidence for a path.
package enum PathEvidence: String, Hashable, Sendable, CaseIterable {
  /// Little is known.
  case thin
  /// Something is known.
  case fair
  /// Much is known.
  case solid
}

/// What one path brings, as the company model's sums read it.
package struct CompanyPath: Sendable {
  /// The path's id.
  package var path: String
  /// The reliability of the evidence.
  package var evidence: PathEvidence
  /// Revenue a year, in US dollars; years of the study, the first first.
  package var revenue: ScaledFlow
  /// Contribution a year, in US dollars.
  package var contribution: ScaledFlow
  /// Investment a year, in US dollars.
  package var investment: ScaledFlow
  /// Contribution less investment in the base window, in US dollars a year, one value a draw, of a
  /// line that the accounts of that window hold; 0 for one that they don't.
  package var base: [Double]
}

extension CompanyPath {
  /// A path with flows that are scaled already.
  init(
    path: String, evidence: PathEvidence, revenue: YearlyDraws, contribution: YearlyDraws,
    investment: YearlyDraws, base: [Double]
  ) {
    self.init(
      path: path, evidence: evidence, revenue: ScaledFlow(revenue),
      contribution: ScaledFlow(contribution), investment: ScaledFlow(investment), base: base)
  }
}

/// A path's flow by year and draw that is scaled when it is read: scaled flows of all paths would take as
/// much memory as the flows themselves.
package struct ScaledFlow: Sendable {
  private let flow: YearlyDraws
  private let rate: Double
  private let factor: [Double]?

  /// A flow times a rate, and in each draw times a factor; one that isn't a number scales by 1, since a
  /// draw without revenue in the first year has nothing to be scaled by.
  package init(_ flow: YearlyDraws, times rate: Double = 1, _ factor: [Double]? = nil) {
    self.flow = flow
    self.rate = rate
    self.factor = factor
  }

  /// The number of years.
  package var years: Int { flow.years }

  /// All years, one behind the other.
  package var values: YearlyDraws {
    YearlyDraws(values: (0..<years).flatMap { self[year: $0] }, draws: flow.draws)
  }

  /// All draws of a year, counted from 0.
  package subscript(year year: Int) -> [Double] {
    guard let factor else {
      return rate == 1 ? Array(flow[year: year]) : flow[year: year].map { $0 * rate }
    }
    return zip(flow[year: year], factor).map { value, factor in
      value * (rate * (factor.isFinite ? factor : 1))
    }
  }
}

/// Evaluates `sum_over_paths`: a formula that is computed for each path and added up.
///
/// In it `revenue`, `contribution`, `investment` and `base` are the path's, `thin`, `fair` and
/// `solid` are 1 for its evidence, and the file's own uncertain inputs may be named.
struct PathSums {
  /// The names that a sum knows of a path.
  static let names = ["revenue", "contribution", "investment", "base"]

  private let formula: GivenInput
  private let source: FormulaSource
  private let drawn: [ModelInput]
  private let units: UnitRegistry

  init(_ formula: GivenInput, _ source: FormulaSource, drawn: [ModelInput], units: UnitRegistry) {
    self.formula = formula
    self.source = source
    let own = Self.names + PathEvidence.allCases.map(\.rawValue)
    self.drawn = drawn.filter { !own.contains($0.name) }
    self.units = units
  }

  /// The sum, compiled for some years, with the names of the drawn inputs that vary by year.
  ///
  /// - Throws: `DiagnosticError` for mistakes in the formula.
  func compile(years: [Int], varying: Set<String>) throws -> CompiledSum {
    let money = try units.parse("USD/year", at: formula.location, sourceLine: formula.sourceLine)
    let plain = try units.parse("1", at: formula.location, sourceLine: formula.sourceLine)
    let inputs =
      Self.names.map { InputDeclaration(name: $0, unit: money, variesByYear: $0 != "base") }
      + PathEvidence.allCases.map { InputDeclaration(name: $0.rawValue, unit: plain) }
      + drawn.map {
        InputDeclaration(name: $0.name, unit: $0.unit, variesByYear: varying.contains($0.name))
      }
    let model = try ModelCompiler(units: units).compile(
      ModelSource(
        inputs: inputs,
        variables: [
          VariableDeclaration(
            name: "\(formula.name)_of_a_path", unit: formula.unit, rule: .formula(source),
            location: source.location, sourceLine: source.sourceLine)
        ], outputs: [], years: years))
    return CompiledSum(
      model: model, machine: BlockMachine(program: model.optimized, literal: model.program))
  }
}

/// A sum over paths that is ready to run.
struct CompiledSum {
  let model: CompiledModel
  let machine: BlockMachine

  /// The sum year by year, in base units.
  ///
  /// - Parameters:
  ///   - paths: What the paths bring, by years of the study.
  ///   - years: The years of the study.
  ///   - drawn: The file's uncertain inputs by name, in base units; by year from `before` years
  ///     earlier where they vary.
  ///   - before: How many years before the study's the columns begin.
  ///   - draws: The number of draws.
  /// - Returns: One column a year.
  func columns(
    _ paths: [CompanyPath], years: [Int], drawn: [String: [Column]], before: Int, draws: Int
  ) -> [[Double]] {
    var sums = years.map { _ in [Double](repeating: 0, count: draws) }
    for path in paths {
      let slots = model.program.inputs.map { slot in
        let name = model.inputs[slot.input]
        let year = slot.year ?? 0
        if let own = column(name, of: path, year: year) { return own }
        guard let columns = drawn[name] else { return Column.constant(.nan) }
        return columns.count == 1 ? columns[0] : columns[before + year]
      }
      let results = machine.run(inputs: slots, draws: draws)
      for (slot, column) in zip(model.program.outputs, results) {
        let into = slot.year.map { [$0] } ?? Array(years.indices)
        for year in into { Self.add(column, to: &sums[year]) }
      }
    }
    return sums
  }

  private static func add(_ column: [Double], to sum: inout [Double]) {
    sum.withUnsafeMutableBufferPointer { sum in
      column.withUnsafeBufferPointer { column in
        for draw in 0..<min(sum.count, column.count) { sum[draw] += column[draw] }
      }
    }
  }

  private func column(_ name: String, of path: CompanyPath, year: Int) -> Column? {
    switch name {
    case "revenue": .values(path.revenue[year: year])
    case "contribution": .values(path.contribution[year: year])
    case "investment": .values(path.investment[year: year])
    case "base": .values(path.base)
    default: PathEvidence(rawValue: name).map { .constant($0 == path.evidence ? 1 : 0) }
    }
  }
}
