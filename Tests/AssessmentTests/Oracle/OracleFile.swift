import Foundation
import TestSupport

/// What an oracle's JSON holds; Tests/Oracle/README.md says how it was made.
struct OracleFile: Decodable {
  /// Values without randomness, by the point's letter.
  let fixedPoints: [String: FixedPoint]
  /// The number of plain draws behind `variables`.
  let draws: Int?
  /// Statistics by variable.
  let variables: [String: Variable]?
  let plainDraws: Sample?
  let scrambledSobol: Sample?

  struct FixedPoint: Decodable {
    /// The level of each input.
    let uniforms: [String: Double]
    /// The value of each input, in its own unit, by year or under `all`.
    let inputs: [String: [String: Double]]
    /// The value of each variable likewise; nil where it is flagged.
    let variables: [String: [String: Double?]]
  }

  struct Variable: Decodable {
    let unit: String
    let years: [String: [String: Double?]]
  }

  /// Statistics of some variables by year.
  struct Sample: Decodable {
    let variables: [String: [String: [String: Double]]]
  }

  /// Reads a file of Tests/Oracle.
  static func read(_ name: String) throws -> OracleFile {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      OracleFile.self, from: Data(contentsOf: URL(filePath: Repository.oracle(name))))
  }
}
