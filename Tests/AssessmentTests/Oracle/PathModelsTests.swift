import Evaluation
import Foundation
import RunRecord
import TestSupport
import Testing

/// The path models against `Tests/Oracle/path_models.py`, a NumPy program written by hand from their
/// listings: every input a plain number, every variable and output of every year to 1e-9.
@Suite struct PathModelsTests {
  /// One point of a path as `path_models.json` holds it.
  struct Point: Decodable, Sendable {
    let inputs: [String: Double]
    /// The value of each variable by year.
    let variables: [String: [String: Double]]
  }

  static let points = Result {
    try JSONDecoder().decode(
      [String: [Point]].self,
      from: Data(contentsOf: URL(filePath: Repository.oracle("path_models.json"))))
  }

  @Test(arguments: [
    "chat-advertising", "education-devices", "enterprise-projects", "medical-ai", "on-device",
  ])
  func everyVariable(_ path: String) throws {
    let points = try #require(try Self.points.get()[path])
    #expect(points.count == 4)
    for point in points {
      let request = ModelRunRequest(
        model: path,
        overrides: point.inputs.sorted { $0.key < $1.key }.map {
          InputOverride(name: $0.key, text: "\($0.value)")
        }, draws: 2)
      let found = try ShippedStudy.run(request).variables
      // A difference of large numbers is judged against what it is a difference of.
      let size = point.variables["revenue"]?.values.map { abs($0) }.max() ?? 0
      for (name, years) in point.variables {
        let variable = try #require(found[name], "\(path) has no \(name)")
        for (year, value) in years {
          // What is the same in all years is kept once.
          let kept = try #require(
            variable.years[year] ?? variable.years["all"], "\(name) of \(year)")
          let scale = max(abs(value), name == "contribution" ? size : 0)
          #expect(
            abs(kept.mean - value) <= 1e-9 * scale,
            "\(path), \(name) of \(year): \(kept.mean), not \(value)")
        }
      }
    }
  }
}
