import Formulas
import Testing

@Suite struct OptimizerTests {
  /// What an analyst writes for growth, a curve and a power in every year.
  static let series: [(what: String, model: String, program: String)] = [
    (
      "exponentials of time are a running product; the first year's is 1",
      "input g [1]\nx [1] = exp(g * (year - 2025))",
      """
      v0 = exp(g)  → x[2026]
      v1 = v0 * v0  → x[2027]
      v2 = v0 * v1  → x[2028]
      x[2025] = 1
      """
    ),
    (
      "an s-curve has two exponentials, whatever the number of years",
      "input m [1]\nx [1] = s_curve(0, 1, m, 4)",
      ""
    ),
    (
      "whole powers are products that share what they can",
      "input g [1]\nx [1] = (1 - g) ^ (year - 2025)",
      """
      v0 = 1 - g  → x[2026]
      v1 = v0 * v0  → x[2027]
      v2 = v0 * v1  → x[2028]
      x[2025] = 1
      """
    ),
    (
      "factors that stay the same are multiplied once, and a division is by no number",
      "input a [1]\ninput b [1]\ninput c [1] by year\nx [1] = a * c * b / 8",
      """
      v0 = a * b
      v1 = v0 * 0.125
      v2 = c[2025] * v1  → x[2025]
      v3 = v1 * c[2026]  → x[2026]
      v4 = v1 * c[2027]  → x[2027]
      v5 = v1 * c[2028]  → x[2028]
      """
    ),
  ]

  @Test(arguments: [0, 2, 3])
  func printsAs(index: Int) throws {
    let (what, model, program) = Self.series[index]
    let compiled = try TestModel(model, years: 2025...2028).compile()
    #expect(compiled.printed(compiled.optimized) == program, "\(what)")
  }

  @Test func computesAnSCurveFromTwoExponentials() throws {
    let compiled = try TestModel(Self.series[1].model, years: 2025...2040).compile()
    let exponentials = compiled.optimized.instructions.filter { $0.opcode == .exponential }
    #expect(exponentials.count == 2)
    #expect(compiled.program.instructions.count { $0.opcode == .exponential } == 16)
    // The first and the ratio must be of an ordinary size for their products to be right.
    #expect(compiled.optimized.guards.count == 2)
    for midpoint in [2020.0, 2030, 2047.5] {
      let literal = ScalarMachine.run(compiled) { _, _ in midpoint }
      let (optimized, isGuarded) = ScalarMachine.run(compiled, compiled.optimized) { _, _ in
        midpoint
      }
      #expect(isGuarded)
      for (name, value) in literal {
        #expect(abs((optimized[name] ?? .nan) - value) <= 1e-14 * abs(value), "\(name)")
      }
    }
  }

  @Test func guardsWhatCouldOverflow() throws {
    // e^(600 k) isn't a number of ordinary size, though e^(600 - 300 (year - 2025)) soon is.
    let compiled = try TestModel(
      "input k [1]\nx [1] = exp(k - k / 2 * (year - 2025))", years: 2025...2030
    ).compile()
    #expect(ScalarMachine.run(compiled, compiled.optimized) { _, _ in 10 }.isGuarded)
    #expect(!ScalarMachine.run(compiled, compiled.optimized) { _, _ in 800 }.isGuarded)
    #expect(!ScalarMachine.run(compiled, compiled.optimized) { _, _ in -800 }.isGuarded)
  }

  /// Random models at random values: where the guards hold, both programs agree.
  @Test(arguments: 0..<300)
  func equalsTheLiteralProgram(seed: UInt64) throws {
    let model = try TestModel(FormulaGenerator.model(seed: seed), years: 2025...2028).compile()
    #expect(model.optimized.inputs == model.program.inputs)
    var random = SplitMix(seed: seed &+ 1_000)
    for _ in 0..<4 {
      var values: [String: Double] = [:]
      func input(_ name: String, _ year: Int?) -> Double {
        let key = "\(name) \(year ?? 0)"
        if let known = values[key] { return known }
        let value = Double(random.below(4_000)) / 1_000 + 0.1
        values[key] = value
        return value
      }
      let literal = ScalarMachine.run(model, input: input)
      let (optimized, isGuarded) = ScalarMachine.run(model, model.optimized, input: input)
      guard isGuarded else { continue }
      #expect(Set(optimized.keys) == Set(literal.keys))
      for (name, value) in literal {
        let own = optimized[name] ?? .nan
        // Differences of nearly equal numbers may lose digits; so do comparisons and roundings,
        // which is why few models of the generator's come out equal in every variable.
        if value.isFinite, own.isFinite, abs(own - value) > 1e-9 * max(1, abs(value)) {
          #expect(Self.isSensitive(model, to: input, name), "seed \(seed) \(name): \(own) \(value)")
        }
      }
    }
  }

  /// Whether a variable changes by more than rounding when an input changes by an ulp or two.
  private static func isSensitive(
    _ model: CompiledModel, to input: (String, Int?) -> Double, _ name: String
  ) -> Bool {
    let value = ScalarMachine.run(model, input: input)[name] ?? .nan
    return [1 + 4e-15, 1 - 4e-15].contains { factor in
      let moved = ScalarMachine.run(model) { input($0, $1) * factor }[name] ?? .nan
      return !(abs(moved - value) <= 1e-10 * max(1, abs(value)))
    }
  }
}
