import Foundation
import Formulas
import HandFused
import Simulation

/// The reference model as a C function written by hand, ready for a company.
struct HandFusedKernel {
  enum Level: String, CaseIterable {
    case baseline, avx2, avx512

    fileprivate var inC: HandFusedLevel {
      switch self {
      case .baseline: HAND_FUSED_BASELINE
      case .avx2: HAND_FUSED_AVX2
      case .avx512: HAND_FUSED_AVX512
      }
    }

    /// Whether this processor has it.
    var isAvailable: Bool { hand_fused_has(inC) != 0 }

    /// The highest one that this processor has.
    static var best: Level { allCases.last(where: \.isAvailable) ?? .baseline }
  }

  private var parameters: [HandFusedInput]
  private var tables: [PERTTable]

  /// Takes the parameters of a company's inputs; `tables` overrides those of its PERT inputs.
  init(_ distributions: [DistributionSpec], tables: [PERTTable]? = nil) throws {
    precondition(distributions.count == HAND_FUSED_INPUTS, "the kernel has 24 inputs")
    parameters = distributions.map(HandFusedInput.init)
    self.tables =
      try tables
      ?? distributions.compactMap { spec in
        guard case .pert(let low, let mode, let high) = spec else { return nil }
        return try PERTTable(low: low, mode: mode, high: high)
      }
    precondition(self.tables.count == HAND_FUSED_TABLES, "the kernel has 3 tables")
  }

  /// Takes the parameters of another company; shapes of PERT inputs stay.
  mutating func set(_ distributions: [DistributionSpec]) {
    parameters = distributions.map(HandFusedInput.init)
  }

  /// The columns that the kernel reads, from uniform numbers by input.
  static func basis(_ uniforms: [[Double]], for distributions: [DistributionSpec]) -> AlignedColumns
  {
    let columns = AlignedColumns(count: uniforms.count, draws: uniforms[0].count)
    for (input, (levels, spec)) in zip(uniforms, distributions).enumerated() {
      switch spec {
      case .uniform, .triangular: columns.set(input, to: levels)
      default: columns.set(input, to: Elementary.normalQuantiles(levels))
      }
    }
    return columns
  }

  /// Writes the twenty outputs of all draws.
  func run(_ level: Level, basis: AlignedColumns, into outputs: AlignedColumns) {
    let inputs = (0..<basis.count).map { UnsafePointer(basis[$0]) as UnsafePointer<Double>? }
    let results = (0..<outputs.count).map { outputs[$0] as UnsafeMutablePointer<Double>? }
    var model = HandFusedModel()
    model.cells_per_unit = PERTTable.cellsPerUnit
    withUnsafeMutableBytes(of: &model.inputs) { bytes in
      _ = bytes.bindMemory(to: HandFusedInput.self).update(fromContentsOf: parameters)
    }
    tables[0].coefficients.withUnsafeBufferPointer { first in
      tables[1].coefficients.withUnsafeBufferPointer { second in
        tables[2].coefficients.withUnsafeBufferPointer { third in
          model.tables = (first.baseAddress, second.baseAddress, third.baseAddress)
          hand_fused_run(level.inC, &model, inputs, results, basis.draws)
        }
      }
    }
  }
}

extension HandFusedInput {
  /// The parameters that the kernel takes of an input.
  fileprivate init(_ spec: DistributionSpec) {
    switch spec {
    case .lognormal(let p5, let p95):
      let z = 1.6448536269514722
      self.init(first: (log(p5) + log(p95)) / 2, second: (log(p95) - log(p5)) / (2 * z), third: 0)
    case .normal(let mean, let sd): self.init(first: mean, second: sd, third: 0)
    case .uniform(let low, let high): self.init(first: low, second: high, third: 0)
    case .triangular(let low, let mode, let high):
      self.init(first: low, second: mode, third: high)
    case .pert(let low, _, let high): self.init(first: low, second: high, third: 0)
    default: preconditionFailure("the reference model has no such input")
    }
  }
}
