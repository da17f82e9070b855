import Formulas
import Foundation
import Testing

/// The examples of the language guide give what it says.
@Suite struct FormulaFunctionTests {
  @Test(arguments: FormulaFunction.all)
  func theExampleGivesTheResult(function: FormulaFunction) throws {
    let bracket = function.result.split(separator: "[", maxSplits: 1)
    let unit = bracket.count == 2 ? String(bracket[1].dropLast()) : "1"
    let number = bracket[0].split(separator: " ").joined()
    let model = try TestModel("x [\(unit)] = \(function.example)").compile()
    let results = ScalarMachine.run(model) { _, _ in .nan }
    let value = results["x"] ?? results["x[2030]"]
    #expect(value == NumberNotation.parse(number), "\(function.example)")
    #expect(function.example.contains(function.name + "("))
  }

  @Test(arguments: FormulaFunction.all)
  func theGuideNamesIt(function: FormulaFunction) throws {
    let guide = URL(filePath: #filePath).appending(path: "../../../../docs/language.md")
    let text = try String(contentsOf: guide.standardized, encoding: .utf8)
    #expect(text.contains("`\(function.name)("))
  }

  @Test func namesAreUnique() {
    #expect(Set(FormulaFunction.all.map(\.name)).count == FormulaFunction.all.count)
    #expect(FormulaFunction.named("clamp")?.signature == "clamp(x, low, high)")
    #expect(FormulaFunction.named("max")?.signature == "max(a, b, …)")
  }

  /// F(t) for p 0.03, q 0.38 from the closed form in Bass (1969), to six digits.
  @Test(arguments: [(1, 0.035758), (5, 0.331199), (10, 0.812803)])
  func bassIsThePublishedCurve(time: Int, share: Double) throws {
    let model = try TestModel("x [1] = bass(0.03 [1/year], 0.38 [1/year], \(time) [year])")
      .compile()
    let value = ScalarMachine.run(model) { _, _ in .nan }["x"] ?? .nan
    #expect(abs(value - share) < 5e-7)
  }

  /// The peak of adoption is at ln(q/p)/(p + q) = 6.192619, where (1 - p/q)/2 = 0.460526 have
  /// adopted and (p + q)²/4q = 0.110592 adopt a year (Bass 1969).
  @Test func bassPeaksWhereTheClosedFormSays() throws {
    func share(_ time: Double) throws -> Double {
      let model = try TestModel("x [1] = bass(0.03 [1/year], 0.38 [1/year], \(time) [year])")
        .compile()
      return ScalarMachine.run(model) { _, _ in .nan }["x"] ?? .nan
    }
    let (peak, step) = (6.192619, 0.005)
    let (before, at, after) = (try share(peak - step), try share(peak), try share(peak + step))
    #expect(abs(at - 0.460526) < 1e-6)
    #expect(abs((after - before) / (2 * step) - 0.110592) < 1e-6)
    // The curve turns there: it is as steep on either side.
    #expect(abs((after - at) - (at - before)) < 1e-9)
  }

  /// By construction a tenth, half and nine tenths of the way.
  @Test func sCurveSpansTenToNinetyPercent() throws {
    let model = try TestModel("x [1] = s_curve(0, 1, 2028, 4)", years: 2026...2030).compile()
    let results = ScalarMachine.run(model) { _, _ in .nan }
    for (year, share) in [(2026, 0.1), (2028, 0.5), (2030, 0.9)] {
      #expect(abs((results["x[\(year)]"] ?? .nan) - share) < 1e-15)
    }
  }
}
