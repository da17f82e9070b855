import Formulas
import Testing

/// The program as text: what is shared, folded and left alone.
@Suite struct PrintedProgramTests {
  static let programs: [(what: String, model: String, program: String)] = [
    (
      "common parts are computed once, in either order of operands",
      "input a [1]\ninput b [1]\nx [1] = a * b + 1\ny [1] = (b * a) ^ 2",
      """
      v0 = a * b
      v1 = v0 + 1  → x
      v2 = v0 * v0  → y
      """
    ),
    (
      "constants are folded, exponentials and powers left to the machine",
      "input a [1]\nx [1] = a * (2 * 3 + 1) + exp(1 - 1)\ny [1] = 2 ^ 3",
      """
      v0 = a * 7
      v1 = exp(0)
      v2 = v0 + v1  → x
      v3 = 2 ^ 3  → y
      """
    ),
    (
      "what doesn't change from year to year is computed once; conditions on the year vanish",
      "input a [1]\nx [1] = sqrt(a) * if(year >= 2026, a, 1 / 0)",
      """
      v0 = sqrt(a)
      v1 = 1 / 0
      v2 = v0 * v1  → x[2025]
      v3 = a * v0  → x[2026], x[2027]
      """
    ),
    (
      "x * 1, x / 1 and x - 0 are x; x + 0 and x * 0 are not theirs to drop",
      "input a [1]\nx [1] = a * 1 / 1 - 0\ny [1] = a + 0\nz [1] = 0 * a\nw [1] = -(-a)",
      """
      v0 = a + 0  → y
      v1 = a * 0  → z
      x = a
      w = a
      """
    ),
    (
      "a stock is a chain through the years",
      "input start [1]\ninput growth [1] by year\nx [1] := start ; previous * (1 + growth)",
      """
      v0 = 1 + growth[2026]
      v1 = start * v0  → x[2026]
      v2 = 1 + growth[2027]
      v3 = v1 * v2  → x[2027]
      x[2025] = start
      """
    ),
    (
      "greater is less the other way round; only needed inputs have slots",
      "input a [1]\ninput b [1]\ninput c [1]\nx [1] = if(a > b or a >= b, a, if(year > 2030, c, b))",
      """
      v0 = b < a
      v1 = b <= a
      v2 = v0 or v1
      v3 = if(v2, a, b)  → x[2025], x[2026], x[2027]
      """
    ),
    (
      "cumulative is a running sum",
      "input a [1/year] by year\nx [1] = cumulative(a)",
      """
      v0 = a[2025] + a[2026]  → x[2026]
      v1 = v0 + a[2027]  → x[2027]
      x[2025] = a[2025]
      """
    ),
  ]

  @Test(arguments: programs)
  func printsAs(what: String, model: String, program: String) throws {
    let compiled = try TestModel(model, years: 2025...2027).compile()
    #expect(compiled.printed(compiled.program) == program, "\(what)")
  }

  /// Every instruction reads what stands before it, and each is needed for a result.
  @Test(arguments: 0..<200)
  func everyInstructionIsOfUse(seed: UInt64) throws {
    let model = try TestModel(FormulaGenerator.model(seed: seed), years: 2025...2028).compile()
    for program in [model.program, model.optimized] {
      var used: Set<Int> = []
      for (index, instruction) in program.instructions.enumerated() {
        for case .value(let value) in [instruction.a, instruction.b, instruction.c] {
          #expect(value < index, "seed \(seed), instruction \(index)")
          used.insert(value)
        }
      }
      for case .value(let value) in program.outputs.map(\.source) { used.insert(value) }
      #expect(used == Set(program.instructions.indices), "seed \(seed)")
    }
  }
}
