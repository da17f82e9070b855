import Formulas
import Simulation

/// The oracle's fixed points: every formula and every inverse distribution function, without luck.
struct FixedPointCheck {
  let model: ReferenceModel
  let oracle: Oracle

  /// The levels of each fixed point, in the order of the oracle.
  static let levels: [@Sendable (Int) -> Double] = [
    { _ in 0.5 }, { Double($0 + 1) / 25 }, { 1 - Double($0 + 1) / 25 },
  ]
  /// As many draws as every vector of the processor holds, all the same.
  private static let draws = 8

  func agreements() throws -> [Agreement] {
    var inverse: [(String, Double)] = []
    var tabulated: [(String, Double)] = []
    var outputs: [(String, Double)] = []
    for (point, level) in zip(oracle.fixedPoints, FixedPointCheck.levels) {
      let specs = model.distributions(company: 0)
      for (input, spec) in specs.enumerated() {
        let name = model.names[input]
        let value = try Distribution(spec).quantile(level(input))
        let distance = relativeDistance(value, point.inputs[name] ?? .nan)
        if case .pert(let low, _, let high) = spec {
          tabulated.append(
            (name, (value - (point.inputs[name] ?? .nan)).magnitude / (high - low)))
        } else {
          inverse.append((name, distance))
        }
      }
      // The oracle's inputs go in, so that nothing but the model is looked at.
      let engine = Engine(model, draws: FixedPointCheck.draws, levels: [])
      let columns = engine.outputs(
        zip(model.names, model.scales).map { name, scale in
          .values(
            Array(repeating: (point.inputs[name] ?? .nan) * scale, count: FixedPointCheck.draws))
        })
      outputs += distances(columns, at: point)
    }
    return [
      Agreement("inverse distribution functions", allowed: 1e-9, inverse),
      Agreement("tabulated ones, shares of the range", allowed: 1e-7, tabulated),
      Agreement("model", allowed: 1e-12, outputs),
    ]
  }

  /// The kernel written by hand, at every level of this processor.
  func handFusedAgreements() throws -> [Agreement] {
    try HandFusedKernel.Level.allCases.filter(\.isAvailable).flatMap { level in
      let (exact, tabulated) = try handFusedDistances(level)
      return [
        Agreement("by hand, \(level.rawValue)", allowed: 1e-12, exact),
        Agreement("by hand, \(level.rawValue), PERT by table", allowed: 1e-6, tabulated),
      ]
    }
  }

  private func handFusedDistances(
    _ kernelLevel: HandFusedKernel.Level
  ) throws -> (exact: [(String, Double)], tabulated: [(String, Double)]) {
    var exact: [(String, Double)] = []
    var tabulated: [(String, Double)] = []
    let specs = model.distributions(company: 0)
    for (point, level) in zip(oracle.fixedPoints, FixedPointCheck.levels) {
      let basis = HandFusedKernel.basis(
        specs.indices.map { Array(repeating: level($0), count: FixedPointCheck.draws) }, for: specs)
      let shares = zip(model.names, specs).compactMap { name, spec -> PERTTable? in
        guard case .pert(let low, _, let high) = spec, let value = point.inputs[name] else {
          return nil
        }
        return PERTTable(constant: (value - low) / (high - low))
      }
      func run(_ kernel: HandFusedKernel) -> [(String, Double)] {
        let outputs = AlignedColumns(
          count: ReferenceModel.outputs.count, draws: FixedPointCheck.draws)
        kernel.run(kernelLevel, basis: basis, into: outputs)
        return distances((0..<outputs.count).map(outputs.values), at: point)
      }
      exact += run(try HandFusedKernel(specs, tables: shares))
      tabulated += run(try HandFusedKernel(specs))
    }
    return (exact, tabulated)
  }

  private func distances(
    _ columns: [[Double]], at point: Oracle.FixedPoint
  ) -> [(String, Double)] {
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
