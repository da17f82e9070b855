import Diagnostics
import Formulas
import Testing
import Units

/// Hostile models end in a message.
@Suite struct LimitTests {
  @Test func tooManyVariables() throws {
    let text = (0...2_000).map { "v\($0) [1] = 1" }.joined(separator: "\n")
    #expect(
      try TestModel(text).mistakes()
        == "error: the model has 2001 variables and outputs, more than 2000")
  }

  @Test func tooManyPartsOverAllYears() throws {
    let sum = "year" + String(repeating: "+year", count: 3_000)
    let model = try TestModel("x [1] = \(sum)", years: 1000...1999)
    #expect(model.mistakes().hasPrefix("error: the model is too large: more than 200000 steps"))
  }

  @Test func tooManyInstructions() throws {
    let sum = "a" + String(repeating: "*a", count: 900)
    let text = "input a [1]\n" + (0..<300).map { "v\($0) [1] = a + \($0) * \(sum)" }.joined(separator: "\n")
    let model = try TestModel(text, years: 2025...2026)
    #expect(model.mistakes().hasPrefix("error: the model is too large"))
  }

  @Test(arguments: [[], [2025, 2027], [2026, 2025], [0], [Int.max]])
  func horizonsThatAreNone(years: [Int]) throws {
    let model = try TestModel("x [1] = 1")
    var source = model.source
    source.years = years
    #expect(throws: DiagnosticError.self) { try ModelCompiler(units: model.units).compile(source) }
  }

  /// A chain of 2,000 variables, each reading the one before, over a hundred years.
  @Test func longChainsAreNoDanger() throws {
    let chain = (1..<2_000).map { "v\($0) [1] = v\($0 - 1)" }.reversed().joined(separator: "\n")
    let model = try TestModel(chain + "\nv0 [1] := 1 ; previous + 1", years: 1950...2049).compile()
    #expect(ScalarMachine.run(model) { _, _ in .nan }["v1999[2049]"] == 100)
  }

  /// A chain of stocks back through a thousand years, entered at its end.
  @Test func longHorizonsAreNoDanger() throws {
    let text = "x [1] = at(y, 2999)\ny [1] := 1 ; previous + 1"
    let model = try TestModel(text, years: 2000...2999).compile()
    #expect(ScalarMachine.run(model) { _, _ in .nan }["x"] == 1000)
  }

  @Test func longCyclesAreNoDanger() throws {
    let ring = (0..<2_000).map { "v\($0) [1] = v\(($0 + 1) % 2_000)" }.joined(separator: "\n")
    let printed = try TestModel(ring).mistakes()
    #expect(printed.hasPrefix("model:1:10: error: \"v0\" needs its own value: v0 → v1 → v2"))
  }
}
