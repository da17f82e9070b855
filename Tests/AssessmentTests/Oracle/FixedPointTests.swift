import Assessment
import Evaluation
import Facts
import Formulas
import Plan
import RunRecord
import Simulation
import Study
import TestSupport
import Testing
import Units

/// Values without randomness: every input at its own quantile, every variable by hand in Python.
@Suite struct FixedPointTests {
  @Test(arguments: [
    ("every_construct", ["A", "B", "C", "D", "E"]), ("reference_model", ["A", "B", "C"]),
  ])
  func everyVariableIsTheOracles(model: String, points: [String]) throws {
    let oracle = try OracleFile.read("\(model).json")
    #expect(oracle.fixedPoints.keys.sorted() == points)
    let run = try FixedPointRun(file: Repository.oracle("\(model).yaml"), oracle: oracle)
    #expect(run.values.keys.sorted() == points)
    for (letter, point) in oracle.fixedPoints {
      let found = try #require(run.values[letter])
      // The file of the reference model gives some of the variables, the other all of them.
      #expect(Set(found.keys).isSuperset(of: point.variables.keys))
      for (name, expected) in point.variables {
        // Rounding of a difference is judged against what is subtracted.
        let size = run.terms[name] ?? []
        for (year, value) in expected {
          let own = try #require(found[name]?[year] ?? found[name]?["all"], "\(name) \(year)")
          let place = Comment(rawValue: "\(letter) \(name) \(year): \(own)")
          guard let value else {
            #expect(!own.isFinite, place)
            continue
          }
          let scale = size.reduce(abs(value)) { max($0, abs(found[$1]?[year] ?? 0)) }
          #expect(abs(own - value) <= (run.isTabulated(name) ? 1e-6 : 1e-9) * scale, place)
        }
      }
    }
  }

  @Test(arguments: ["every_construct", "reference_model"])
  func everyInputIsTheOracles(model: String) throws {
    let oracle = try OracleFile.read("\(model).json")
    let run = try FixedPointRun(file: Repository.oracle("\(model).yaml"), oracle: oracle)
    for (letter, point) in oracle.fixedPoints {
      for (name, expected) in point.inputs {
        for (year, value) in expected {
          let own = try #require(run.inputs[letter]?[name]?[year], "\(name) \(year)")
          #expect(
            abs(own - value) <= (run.isTabulated(name) ? 1e-6 : 1e-9) * abs(value),
            "\(letter) \(name) \(year): \(own)")
        }
      }
    }
  }
}

/// A compiled model run over the oracle's uniforms, one draw a point.
private struct FixedPointRun {
  /// By point, variable and year, in declared units.
  var values: [String: [String: [String: Double]]] = [:]
  /// The same of the inputs.
  var inputs: [String: [String: [String: Double]]] = [:]
  /// Variables that add up others of the same unit: what they are computed from.
  var terms: [String: [String]] = [:]
  private var dependencies: [String: [String]] = [:]
  private var tabulated: Set<String> = []

  init(file: String, oracle: OracleFile) throws {
    let loaded = try ShippedStudy.loaded.get()
    let model = try ModelFinder(folders: [Repository.models]).model(file, loaded: { loaded })
    let years = try #require(model.years)
    let preparation = try ShippedStudy.preparation(EvaluationRequest(draws: 2))
    let context = try preparation.context().0
    let resolved = try InputResolver(
      subject: Subject(company: nil, context: context), inputs: model.inputSet
    ).resolve()
    let varying = Set(resolved.indices.filter { resolved[$0].planned.series.variesByYear })
    let compiled = try ModelEvaluator(model, units: loaded.units)
      .compile(years: years, varying: varying)
    let letters = oracle.fixedPoints.keys.sorted()
    let draws = try preparation.draws()
    let columns = try resolved.map { input in
      let uniforms = try letters.map {
        try #require(oracle.fixedPoints[$0]?.uniforms[input.planned.name])
      }
      return try input.planned.drawn(
        years: years, from: draws, at: input.planned.isConstant ? nil : uniforms,
        isCorrelated: true)
    }
    let results = BlockMachine(program: compiled.program).run(
      inputs: compiled.program.inputs.map { columns[$0.input].columns[$0.year ?? 0] },
      draws: letters.count)
    for (place, letter) in letters.enumerated() {
      for (input, draws) in zip(resolved, columns) {
        for (index, column) in draws.columns.enumerated() {
          let year = draws.variesByYear ? String(years[index]) : "all"
          inputs[letter, default: [:]][input.planned.name, default: [:]][year] =
            column.value(in: place) / input.planned.scale
        }
      }
      for (output, column) in zip(compiled.program.outputs, results) {
        let variable = compiled.variables[output.variable]
        let year = output.year.map { String(years[$0]) } ?? "all"
        values[letter, default: [:]][variable.name, default: [:]][year] =
          column[place] / variable.unit.scale
      }
    }
    for variable in compiled.variables {
      dependencies[variable.name] = variable.dependencies
      terms[variable.name] = variable.dependencies.filter { name in
        compiled.variables.contains {
          $0.name == name && $0.unit.dimension == variable.unit.dimension
        }
      }
    }
    for input in model.inputs {
      guard case .assumption(let assumption) = input.scope else { continue }
      let isTabulated = assumption.revisions.contains { revision in
        revision.series.anchors.contains {
          switch $0.distribution {
          case .pert, .beta: true
          default: false
          }
        }
      }
      if isTabulated { tabulated.insert(input.name) }
    }
  }

  /// Whether a variable, or what it is computed from, is drawn from pert or beta.
  func isTabulated(_ name: String) -> Bool {
    var open = [name]
    var seen: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if tabulated.contains(next) { return true }
      open += dependencies[next] ?? []
    }
    return false
  }
}
