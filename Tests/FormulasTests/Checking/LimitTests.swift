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

  @Test func tooMuchText() throws {
    let sum = "1" + String(repeating: "+1", count: 9_000)
    let text = (0..<60).map { "v\($0) [1] = \(sum)" }.joined(separator: "\n")
    #expect(
      try TestModel(text).mistakes()
        == "error: the model has more than 1000000 characters of formulas")
  }

  /// Every suggestion is a search through all names, so their number is bounded.
  @Test func tooManyMistakes() throws {
    let sum = (0..<500).map { "a\($0)_b\($0)" }.joined(separator: "+")
    let text = (0..<50).map { "v\($0) [1] = \(sum)" }.joined(separator: "\n")
    let model = try TestModel(text)
    let error = #expect(throws: DiagnosticError.self) { try model.compile() }
    #expect(error?.diagnostics.count == 500)
  }

  @Test func longNames() throws {
    let name = String(repeating: "a", count: 101)
    #expect(try TestModel("\(name) [1] = 1").mistakes().contains("can't be a name"))
  }

  @Test func tooManyPartsOverAllYears() throws {
    let sum = "year" + String(repeating: "+year", count: 3_000)
    let model = try TestModel("x [1] = \(sum)", years: 1000...1999)
    #expect(model.mistakes().hasPrefix("error: the model is too large: more than 200000 steps"))
  }

  @Test func tooManyInstructions() throws {
    let product = "year" + String(repeating: " * a", count: 999)
    let model = try TestModel("input a [1]\nx [1] = \(product)", years: 2000...2250)
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
    #expect(
      printed.hasPrefix(
        "model:1:10: error: \"v0\" needs its own value: "
          + "v0 → v1 → v2 → v3 → v4 → v5 → v6 → v7 → v8 → v9 → v10 → … → v0\n"))
    #expect(printed.contains("and 1990 more"))
  }
}
