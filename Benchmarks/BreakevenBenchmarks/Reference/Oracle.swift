import Foundation

/// What the reference model must give, computed by other programs: `Benchmarks/oracle.json`.
struct Oracle: Decodable {
  /// Every input at a level of its distribution, and the outputs of that one draw.
  struct FixedPoint: Decodable {
    var levels: String
    var inputs: [String: Double]
    var outputs: [String: Double]
  }

  /// A run of plain draws.
  struct Plain: Decodable {
    struct Output: Decodable {
      var mean: Estimate
      var sd: Double
      var p5: Estimate
      var p50: Estimate
      var p95: Estimate
    }

    var draws: Int
    var generator: String
    var outputs: [String: Output]
    var probabilities: [String: Estimate]
  }

  /// A value and its standard error.
  struct Estimate: Decodable {
    var value: Double
    var standardError: Double

    init(value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      value = try pair.decode(Double.self)
      standardError = try pair.decode(Double.self)
    }
  }

  var fixedPoints: [FixedPoint]
  /// Two runs of 10^7 plain draws.
  var plain: [Plain]
  /// Probabilities from ten such runs.
  var pooled: [String: Estimate]
  /// From 16 scrambles of 2^18 Sobol points.
  var sobol: [String: Estimate]

  static func read(_ file: String = "Benchmarks/oracle.json") throws -> Oracle {
    try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: URL(filePath: file)))
  }
}
