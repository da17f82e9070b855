internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
internal import Simulation
internal import Study
internal import Threads

/// Finds by how much inputs have to move for a computed variable of a company to have a median.
struct DriverSearch {
  let bench: ChangeBench
  /// The changes that hold besides.
  let others: [StudyChange]

  /// The farthest that an input is moved, in its unit: logarithms, or shares.
  private static let reach = 2.0
  private static let steps = 24

  /// The change as one of inputs.
  ///
  /// - Throws: `Diagnostic` where no move of the inputs gives that median.
  func resolved(
    _ change: StudyChange, _ driver: DriverChange, companies: [Company]
  ) throws -> StudyChange {
    guard driver.company != nil || !companies.isEmpty else {
      throw Diagnostic(
        "\"\(driver.variable)\" is computed for each company: whose?",
        help: "say COMPANY.\(driver.variable)=…")
    }
    let ids = driver.company.map { [$0] } ?? companies.map(\.id)
    let found = try bench.crew.map(ids.count) { try search(driver, of: ids[$0]) }
    var resolved = change
    resolved.effect = .inputs(
      zip(ids, found).flatMap { driver.overrides(of: $0, by: $1.offset) })
    if found.count == 1 {
      resolved.record.base = NumberNotation.print(rounded(found[0].base))
      resolved.record.new = NumberNotation.print(rounded(found[0].target))
    }
    return resolved
  }

  private struct Found: Sendable {
    var base: Double
    var target: Double
    var offset: Double
  }

  /// Secant steps within a bracket that closes in from both sides.
  private func search(_ driver: DriverChange, of id: String) throws -> Found {
    guard let company = try bench.companies([id]).first else {
      throw Diagnostic("there is no company \"\(id)\"", category: .missing)
    }
    let world = try median(of: driver, company)
    let base = try world(0)
    let target = driver.target(from: base)
    guard target.isFinite else {
      let typed = driver.operation.rawValue + NumberNotation.print(driver.number)
      throw Diagnostic(
        "\(id).\(driver.variable)\(typed) comes to more than a number can be",
        help: "it is \(NumberNotation.print(rounded(base)))")
    }
    let tolerance = 1e-6 * max(1, abs(target))
    var (low, high) = (
      (at: -Self.reach, value: try world(-Self.reach)),
      (at: Self.reach, value: try world(Self.reach))
    )
    guard (low.value - target) * (high.value - target) <= 0 else {
      let ends = [low.value, high.value].sorted().map { NumberNotation.print(rounded($0)) }
      throw Diagnostic(
        "\(id).\(driver.variable) can't come to \(NumberNotation.print(rounded(target)))",
        help: "it lies between \(ends[0]) and \(ends[1]) however far "
          + driver.inputs.joined(separator: " and ")
          + (driver.inputs.count == 1 ? " is moved" : " are moved"))
    }
    var last = (at: 0.0, value: base)
    for _ in 0..<Self.steps {
      if abs(last.value - target) <= tolerance { break }
      if (last.value - target) * (low.value - target) > 0 { low = last } else { high = last }
      let secant =
        low.at + (target - low.value) * (high.at - low.at) / (high.value - low.value)
      let middle = (low.at + high.at) / 2
      // A secant near an end closes in from one side alone: then the middle does better.
      let isInside = min(secant - low.at, high.at - secant) > 0.05 * (high.at - low.at)
      let at = isInside ? secant : middle
      last = (at, try world(at))
    }
    // What is said to be before is so before any change.
    let before =
      others.isEmpty
      ? base : try DriverSearch(bench: bench, others: []).median(of: driver, company)(0)
    return Found(base: before, target: target, offset: last.at)
  }

  /// The median of the variable in the last year, by the offset of its inputs.
  private func median(
    of driver: DriverChange, _ company: Company
  ) throws -> (Double) throws -> Double {
    let changed = try bench.changed(by: others)
    // A change may be of its facts.
    let company = changed.company(company)
    let planned = try changed.run.planner.plan(company)
    let draws = bench.base.draws
    let paths = try planned.plan.evaluate(over: draws).compactMap(\.self)
    return { offset in
      var moved = others
      moved.append(
        StudyChange(
          effect: .inputs(driver.overrides(of: company.id, by: offset)), paths: ["company"],
          record: ChangeRecord(text: "", kind: .input, name: driver.variable, new: "")))
      let run = try bench.changed(by: moved).run
      guard case .success(let plan) = try run.planner.plan(company).outcome else {
        throw Diagnostic(
          "too little is known of \(company.id) for its \(driver.variable)", category: .missing)
      }
      let course = try plan.course(
        paths: paths, in: nil, over: draws, run.policy.rules, kept: .outputs)
      let values = course.column(driver.variable, year: course.years.count - 1)
      return Summary(values).p50 ?? .nan
    }
  }

  /// To four decimals; of large numbers there is nothing to round.
  private func rounded(_ value: Double) -> Double {
    value.magnitude < 1e11 ? (1e4 * value).rounded() / 1e4 : value
  }
}
