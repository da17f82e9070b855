import Formulas
import Simulation

/// The oracle's fixed points: every formula and every inverse distribution function, without luck.
struct FixedPointCheck {
  let model: ReferenceModel
  let oracle: Oracle

  /// The levels of each fixed point, in the order of the oracle.
  private static let levels: [@Sendable (Int) -> Double] = [
    { _ in 0.5 }, { Double($0 + 1) / 25 }, { 1 - Double($0 + 1) / 25 },
  ]
  /// More draws than the engine does at a time, all the same.
  private static let draws = 300

  private typealias Distances = [(name: String, distance: Double)]

  /// The inverse distribution functions, then the model at every level of this processor.
  func agreements() throws -> [Agreement] {
    var inverse: Distances = []
    var tabulated: Distances = []
    for (point, level) in zip(oracle.fixedPoints, FixedPointCheck.levels) {
      for (input, spec) in model.distributions(company: 0).enumerated() {
        let name = model.names[input]
        let value = try Distribution(spec).quantile(level(input))
        let expected = point.inputs[name] ?? .nan
        if case .pert(let low, _, let high) = spec {
          tabulated.append((name, (value - expected).magnitude / (high - low)))
        } else {
          inverse.append((name, relativeDistance(value, expected)))
        }
      }
    }
    return [
      Agreement("inverse distribution functions", allowed: 1e-9, inverse),
      Agreement("tabulated ones, shares of the range", allowed: 1e-7, tabulated),
    ]
      + (try KernelLevel.available.flatMap { level in
        let (exact, tabulated) = try engineDistances(level)
        return [
          Agreement("engine, \(level.rawValue), model", allowed: 1e-12, exact),
          Agreement("engine, \(level.rawValue), from levels", allowed: 1e-6, tabulated),
        ]
      })
  }

  /// From the oracle's inputs, and from their levels.
  private func engineDistances(
    _ kernels: KernelLevel
  ) throws -> (exact: Distances, tabulated: Distances) {
    let machine = BlockMachine(
      program: model.compiled.optimized, literal: model.compiled.program, level: kernels)
    let places = model.places(of: ReferenceModel.outputs)
    func run(_ inputs: [Column], at point: Oracle.FixedPoint) -> Distances {
      let slots = model.compiled.program.inputs.map { inputs[$0.input] }
      let columns = machine.run(inputs: slots, draws: FixedPointCheck.draws)
      return distances(places.map { columns[$0] }, at: point)
    }
    var exact: Distances = []
    var tabulated: Distances = []
    for (point, level) in zip(oracle.fixedPoints, FixedPointCheck.levels) {
      let values = model.baseUnits(model.names.map { point.inputs[$0] ?? .nan })
      exact += run(values.map { .values(FixedPointCheck.column($0)) }, at: point)
      let inputs = try model.distributionsInBaseUnits(company: 0).enumerated().map { input, spec in
        let levels = QuantileLevels(FixedPointCheck.column(level(input)))
        guard let values = try Distribution(spec).transform?.values(at: levels, level: kernels)
        else { preconditionFailure("every input of the reference model has a transform") }
        return Column.values(values)
      }
      tabulated += run(inputs, at: point)
    }
    return (exact, tabulated)
  }

  private static func column(_ value: Double) -> [Double] {
    Array(repeating: value, count: draws)
  }

  private func distances(_ columns: [[Double]], at point: Oracle.FixedPoint) -> Distances {
    zip(ReferenceModel.outputs, columns).flatMap { output, column in
      column.map { value in
        (
          "\(output.name) at \(point.levels)",
          relativeDistance(value, point.outputs[output.name] ?? .nan)
        )
      }
    }
  }
}
