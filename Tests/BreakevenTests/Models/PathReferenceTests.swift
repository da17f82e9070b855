import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing

/// Paths at fixed inputs against `Tests/Oracle/paths.py`, which computes them with NumPy from the text
/// of the method and reads no model file.
@Suite struct PathReferenceTests {
  private struct Point: Decodable {
    let inputs: [String: Double]
    let variables: [String: [String: Double]]
  }

  private static let points = Result {
    try JSONDecoder().decode(
      [String: [String: Point]].self,
      from: Data(contentsOf: URL(filePath: Repository.oracle("paths.json"))))
  }

  /// What changes from year to year stands in a layer of its own over the study's market inputs.
  private static let folders = [Repository.models, Repository.oracle("paths")]

  @Test(arguments: ["consumer-subscriptions", "model-api"], ["A", "B", "C"])
  func everyYearIsTheReferences(path: String, letter: String) throws {
    let point = try #require(try Self.points.get()[path]?[letter])
    let result = try Workspace(models: Self.folders).runModel(
      ModelRunRequest(
        model: path, asOf: CalendarDay(year: 2026, month: 9, day: 30),
        overrides: point.inputs.sorted { $0.key < $1.key }
          .map { InputOverride(name: $0.key, text: "\($0.value)") },
        draws: 2, threads: 1))
    for (name, years) in point.variables {
      let found = try #require(result.variables[name], "\(name)")
      #expect(years.count == 5)
      for (year, value) in years {
        let own = try #require(found.years[year] ?? found.years["all"], "\(name) \(year)")
        // A difference is judged against the revenue that it is left of.
        let size = name == "contribution" ? try #require(point.variables["revenue"]?[year]) : value
        #expect(
          abs(own.mean - value) <= 1e-9 * max(abs(value), abs(size)),
          "\(name) of \(year): \(own.mean), not \(value)")
      }
    }
  }

  /// The points reach the corners of the formulas: a path that free chat has closed and one that it
  /// hasn't, free users charged and not, growth at its bounds.
  @Test func thePointsReachTheCorners() throws {
    let points = try #require(try Self.points.get()["consumer-subscriptions"])
    let closed = try points.values.map { try #require($0.variables["closed"]?["2030"]) }
    #expect(Set(closed) == [0, 1])
    let free = try points.values.map { try #require($0.variables["free_inference"]?["2030"]) }
    #expect(free.contains(0) && free.contains { $0 > 0 })
    let required = try #require(points["B"]?.variables["required_share"]?["2030"])
    #expect(required == 1)
  }
}
