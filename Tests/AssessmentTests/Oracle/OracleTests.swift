import RunRecord
import TestSupport
import Testing

/// Models against values computed without the engine; Tests/Oracle/README.md says how.
@Suite struct OracleTests {
  /// Every construct of the language against 4,000,000 plain draws in NumPy, within three
  /// combined standard errors.
  ///
  /// The oracle's error e at n draws is e √(n / m) at m: both together e √(1 + n / m). Sobol points
  /// stay far within; of plain draws with other seeds a few in a thousand pass three errors, as
  /// they must.
  @Test(arguments: DrawSampler.allCases)
  func everyConstruct(sampler: DrawSampler) throws {
    let draws = 4096
    let oracle = try OracleFile.read("every_construct.json")
    let result = try ShippedStudy.run(
      ModelRunRequest(
        model: Repository.oracle("every_construct.yaml"), draws: draws, sampler: sampler))
    let expected = try #require(oracle.variables)
    #expect(Set(result.variables.keys) == Set(expected.keys))
    let factor = (1 + Double(try #require(oracle.draws)) / Double(draws)).squareRoot()
    var counted = 0
    for (name, variable) in expected {
      let own = try #require(result.variables[name])
      #expect(own.unit == variable.unit)
      for (year, statistics) in variable.years {
        let place = Comment(rawValue: "\(name) \(year)")
        let pairs: [(String, Double)]
        if let dropped = own.withheld?[year] ?? own.withheld?["all"] {
          // Where many draws have no number none is said; how many is.
          pairs = [("flagged", Double(dropped) / Double(draws))]
        } else {
          let found = try #require(own.years[year] ?? own.years["all"], place)
          pairs = [
            ("mean", found.mean), ("p5", found.p5), ("p50", found.p50), ("p95", found.p95),
            ("flagged", Double(found.flagged) / Double(draws)),
          ]
        }
        for (key, value) in pairs {
          guard let wanted = statistics[key] ?? nil, let error = statistics["\(key)_se"] ?? nil
          else { continue }
          let distance = abs(value - wanted) - 1e-9 * abs(wanted)
          #expect(
            distance <= 3 * factor * error, "\(name) \(year) \(key): \(value), not \(wanted)")
          counted += 1
        }
      }
    }
    #expect(counted > 1000)
  }

  /// The reference model's probabilities and means against ten runs of 10^7 plain draws and
  /// sixteen scrambles of 2^18 Sobol points: within four of the engine's own standard errors,
  /// beside which those are small.
  @Test func referenceModel() throws {
    let draws = 16384
    let oracle = try OracleFile.read("reference_model.json")
    let result = try ShippedStudy.run(
      ModelRunRequest(model: Repository.oracle("reference_model.yaml"), draws: draws))
    var counted = 0
    for sample in [oracle.plainDraws, oracle.scrambledSobol].compactMap({ $0 }) {
      for (name, years) in sample.variables {
        for (year, statistics) in years {
          guard let mean = statistics["mean"], let error = statistics["mean_se"] else { continue }
          let own = try #require(result.variables[name]?.years[year], "\(name) \(year)")
          let combined = (own.standardError * own.standardError + error * error).squareRoot()
          #expect(abs(own.mean - mean) <= 4 * combined, "\(name) \(year): \(own.mean), not \(mean)")
          counted += 1
        }
      }
    }
    #expect(counted == 7)
  }
}
