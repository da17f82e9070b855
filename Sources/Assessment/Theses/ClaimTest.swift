internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Units

/// A claim on a day with some of its hinges in their neutral places.
struct ClaimVariant: Hashable, Sendable {
  var day: Day
  /// The positions of the hinges among the claim's.
  var hinges: [Int]
}

/// What is wanted of companies for a measure in a variant.
struct MeasureNeed: Sendable {
  var setting: ClaimSetting
  var request: ValueRequest

  init(_ measure: Measure, of claim: Claim, in variant: ClaimVariant, horizon: Int) {
    setting = ClaimSetting(
      variant.day, hinges: variant.hinges.map { claim.hinges[$0] }, set: measure.set)
    request = ValueRequest(measure, horizon: horizon)
  }
}

/// A claim tested in one variant.
struct ClaimTest {
  /// A measure over the companies that have a value.
  struct Tested {
    var companies: [String]
    var leftOut: [String: Reason]
    /// One number a draw; nothing where no company has a value.
    var column: [Double]
  }

  let claim: Claim
  let measures: [Tested]
  private let units: UnitRegistry
  private let quantities: Quantities
  private let year: Int

  /// Takes the values of the companies together; `value` gives what was computed of one.
  init(
    _ claim: Claim, companies: [String], quantities: Quantities, units: UnitRegistry, year: Int,
    value: (Measure, String) -> CompanyValue?
  ) {
    self.claim = claim
    self.units = units
    self.quantities = quantities
    self.year = year
    measures = claim.measures.map { measure in
      let (ids, isNamed) = measure.members(of: companies)
      var tested = Tested(companies: [], leftOut: [:], column: [])
      var columns: [[Double]] = []
      for id in ids.sorted() {
        switch value(measure, id) {
        case .values(let values):
          tested.companies.append(id)
          columns.append(values)
        case .unknown(let reason):
          if isNamed { tested.leftOut[id] = reason }
        case nil: break
        }
      }
      if !columns.isEmpty {
        tested.column = measure.take.together(columns)
        if measure.isChance { tested.column = Self.averaged(tested.column) }
      }
      return tested
    }
  }

  /// The share of draws in which a formula of the claim holds, or why there is none.
  func chance(of formula: FormulaSource) throws -> Quantity {
    if let empty = measures.first(where: \.column.isEmpty) {
      let reasons = empty.leftOut.sorted { $0.key < $1.key }.map(\.value)
      let unique = reasons.enumerated().filter { reasons.firstIndex(of: $1) == $0 }.map(\.element)
      return .unknown(
        Reason(
          .notEnoughEvidence,
          [
            "reason": .statements(unique.isEmpty ? [Reason(.claimWithoutCompany)] : unique)
          ]))
    }
    let compiled = try ClaimFormula(formula, of: claim, year: year, units: units)
    var columns: [String: Column] = [:]
    for (measure, tested) in zip(claim.measures, measures) {
      let scale = try measure.unit(units).scale
      columns[measure.name] = .values(tested.column.map { $0 * scale })
    }
    let holds = compiled.values(of: columns, draws: quantities.draws)
    let dropped = holds.count { !$0.isFinite }
    if let reason = quantities.withheld(dropped) { return .unknown(reason) }
    return quantities.probability(EventProbability(holds.map { $0.isFinite ? $0 != 0 : nil }))
  }

  /// A measure's number over all draws.
  func quantity(of index: Int) -> Quantity {
    let (measure, tested) = (claim.measures[index], measures[index])
    guard !tested.column.isEmpty else { return .unknown(Reason(.noDraw)) }
    let unit: UnitName =
      switch measure.take {
      case .any, .all, .none, .share: .fraction
      case .count: .companies
      case .sum, .mean, .median, .value: UnitName(measure.unit.text)
      }
    return Summary(tested.column).quantity(unit: unit)
  }

  /// The mean of the draws that have a number, in every draw.
  private static func averaged(_ column: [Double]) -> [Double] {
    let known = column.filter(\.isFinite)
    let mean = known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
    return Array(repeating: mean, count: column.count)
  }
}

extension Measure {
  /// The ids of its companies, of those of the study, and whether they were named.
  func members(of study: [String]) -> (ids: [String], isNamed: Bool) {
    switch companies {
    case .named(let ids): (ids, true)
    case .study, .atRisk: (study, false)
    }
  }
}

extension Measure.Take {
  /// The companies' values as one number a draw; no number where one of them has none.
  func together(_ columns: [[Double]]) -> [Double] {
    let count = Double(columns.count)
    return columns[0].indices.map { draw in
      let values = columns.map { $0[draw] }
      guard values.allSatisfy(\.isFinite) else { return .nan }
      let events = Double(values.count { $0 != 0 })
      return switch self {
      case .any: events > 0 ? 1 : 0
      case .all: events == count ? 1 : 0
      case .none: events == 0 ? 1 : 0
      case .count: events
      case .share: events / count
      case .sum, .value: values.reduce(0, +)
      case .mean: values.reduce(0, +) / count
      case .median: Self.median(values)
      }
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
