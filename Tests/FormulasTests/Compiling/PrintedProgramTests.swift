import Formulas
import Testing

/// The program as text: what is shared, folded and left alone, and the registers it takes.
@Suite struct PrintedProgramTests {
  static let programs: [(what: String, model: String, program: String)] = [
    (
      "common parts are computed once, in either order of operands",
      "input a [1]\ninput b [1]\nx [1] = a * b + 1\ny [1] = (b * a) ^ 2",
      """
      r0 = a * b
      r1 = r0 + 1  → x
      r1 = r0 * r0  → y
      registers: 2
      """
    ),
    (
      "constants are folded, exponentials and powers left to the machine",
      "input a [1]\nx [1] = a * (2 * 3 + 1) + exp(1 - 1)\ny [1] = 2 ^ 3",
      """
      r0 = a * 7
      r1 = exp(0)
      r2 = r0 + r1  → x
      r2 = 2 ^ 3  → y
      registers: 3
      """
    ),
    (
      "what doesn't change from year to year is computed once; conditions on the year vanish",
      "input a [1]\nx [1] = sqrt(a) * if(year >= 2026, a, 1 / 0)",
      """
      r0 = sqrt(a)
      r1 = 1 / 0
      r2 = r0 * r1  → x[2025]
      r2 = a * r0  → x[2026], x[2027]
      registers: 3
      """
    ),
    (
      "x * 1, x / 1 and x - 0 are x; x + 0 and x * 0 are not theirs to drop",
      "input a [1]\nx [1] = a * 1 / 1 - 0\ny [1] = a + 0\nz [1] = 0 * a\nw [1] = -(-a)",
      """
      r0 = a + 0  → y
      r0 = a * 0  → z
      x = a
      w = a
      registers: 1
      """
    ),
    (
      "a stock is a chain through the years, reusing registers",
      "input start [1]\ninput growth [1] by year\nx [1] := start ; previous * (1 + growth)",
      """
      r0 = 1 + growth[2026]
      r1 = start * r0  → x[2026]
      r0 = 1 + growth[2027]
      r2 = r1 * r0  → x[2027]
      x[2025] = start
      registers: 3
      """
    ),
    (
      "greater is less the other way round; only needed inputs have slots",
      "input a [1]\ninput b [1]\ninput c [1]\nx [1] = if(a > b or a >= b, a, if(year > 2030, c, b))",
      """
      r0 = b < a
      r1 = b <= a
      r2 = r0 or r1
      r0 = if(r2, a, b)  → x[2025], x[2026], x[2027]
      registers: 3
      """
    ),
    (
      "cumulative is a running sum",
      "input a [1/year] by year\nx [1] = cumulative(a)",
      """
      r0 = a[2025] + a[2026]  → x[2026]
      r1 = r0 + a[2027]  → x[2027]
      x[2025] = a[2025]
      registers: 2
      """
    ),
  ]

  @Test(arguments: programs)
  func printsAs(what: String, model: String, program: String) throws {
    let compiled = try TestModel(model, years: 2025...2027).compile()
    #expect(compiled.printedProgram == program, "\(what)")
  }

  /// Every instruction reads what has been written before and is still there, and none writes a
  /// register that it reads.
  @Test(arguments: 0..<200)
  func registersHoldWhatIsRead(seed: UInt64) throws {
    let model = try TestModel(FormulaGenerator.model(seed: seed), years: 2025...2028).compile()
    var written: Set<Int> = []
    for (index, instruction) in model.program.instructions.enumerated() {
      for operand in [instruction.a, instruction.b, instruction.c] {
        guard case .register(let register) = operand else { continue }
        #expect(written.contains(register), "seed \(seed), instruction \(index)")
        #expect(register != instruction.destination, "seed \(seed), instruction \(index)")
      }
      #expect(instruction.destination < model.program.registerCount)
      written.insert(instruction.destination)
    }
    for output in model.program.outputs {
      guard let defining = output.definedBy else { continue }
      #expect(output.source == .register(model.program.instructions[defining].destination))
    }
  }
}
