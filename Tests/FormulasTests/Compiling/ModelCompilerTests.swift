import Formulas
import Testing

@Suite struct ModelCompilerTests {
  /// A formula, its unit, and its value in base units in 2027, worked out by hand; the horizon is
  /// 2025 to 2030, `a` is 3, `flow` 10, 20, 30, … CNY/year, and `stock` 1, 2, 4, ….
  static let values: [(formula: String, unit: String, value: Double)] = [
    ("1 + 2 * 3 - 4 / 8", "1", 6.5), ("2 ^ 3 ^ 2", "1", 512), ("-2 ^ 2", "1", -4),
    ("2 ^ -1", "1", 0.5), ("(-2) ^ 3", "1", -8), ("3.98亿", "1", 398_000_000), ("35%", "1", 0.35),
    ("a ^ 2", "1", 9), ("a * 2 [CNY/million_token]", "CNY/token", 6e-6),
    ("12 [query/user/month]", "query/user/year", 144), ("(2 [CNY]) ^ 2", "CNY^2", 4),
    ("(2 [year]) ^ -1", "1/year", 0.5), ("sqrt(9 [CNY^2/year^2])", "CNY/year", 3),
    ("1 < 2", "1", 1), ("2 <= 1", "1", 0), ("2 > 1", "1", 1), ("1 >= 2", "1", 0),
    ("1 == 1", "1", 1), ("1 != 1", "1", 0), ("not 0", "1", 1), ("not 7", "1", 0),
    ("2 and 3", "1", 1), ("2 and 0", "1", 0), ("0 or 5", "1", 1), ("0 or 0", "1", 0),
    ("1 < 2 and not 3 < 2", "1", 1), ("12 [month] == 1 [year]", "1", 1),
    ("365 [day] == step", "1", 1), ("if(year >= 2027, a, 0)", "1", 3),
    ("if(year > 2027, a, 0)", "1", 0), ("year", "1", 2027), ("step", "year", 1),
    ("min(3, 1, 2)", "1", 1), ("max(3, 1, 2)", "1", 3), ("clamp(5, 0, 1)", "1", 1),
    ("clamp(-5, 0, 1)", "1", 0), ("clamp(0.5, 0, 1)", "1", 0.5), ("abs(-3 [CNY])", "CNY", 3),
    ("floor(-0.5)", "1", -1), ("ceil(-0.5)", "1", 0), ("round(-2.5)", "1", -3),
    ("round(2.4)", "1", 2), ("exp(0) + ln(1) + log10(100)", "1", 3),
    ("flow", "CNY/year", 30), ("previous(flow)", "CNY/year", 20),
    ("previous(previous(flow))", "CNY/year", 10),
    ("previous(previous(previous(flow)))", "CNY/year", 10),
    ("previous(flow * year)", "CNY/year", 20 * 2026), ("cumulative(flow)", "CNY", 60),
    ("previous(cumulative(flow))", "CNY", 30), ("cumulative(previous(flow))", "CNY", 40),
    ("previous(flow, 7 [CNY/year])", "CNY/year", 20),
    ("at(previous(flow, 7 [CNY/year]), 2025)", "CNY/year", 7),
    ("cumulative(previous(flow, 7 [CNY/year]))", "CNY", 37),
    ("previous(previous(flow, 7 [CNY/year]), 1 [CNY/year])", "CNY/year", 10),
    ("at(previous(previous(flow, 7 [CNY/year]), 1 [CNY/year]), 2026)", "CNY/year", 7),
    ("first_year", "1", 2025), ("last_year", "1", 2030), ("chain", "1", 3),
    // exp(-2ab/s²) for a 8, b 6, s 3 is 2.3309101e-5 (table of the method, C8); ends first.
    ("round(touches_zero(8, 6, 3) * 1e9) / 1e9", "1", 2.3309e-5),
    ("touches_zero(8, -1, 3)", "1", 1), ("touches_zero(-8, 1, 3)", "1", 0),
    ("touches_zero(1e300, 1e300, 0)", "1", 0), ("touches_zero(0 [CNY], 1 [CNY], 2 [CNY])", "1", 0),
    ("cumulative(cumulative(flow))", "CNY*year", 100), ("at(flow, 2030)", "CNY/year", 60),
    ("at(previous(flow), 2030)", "CNY/year", 50), ("previous(at(flow, 2026))", "CNY/year", 20),
    ("cumulative(at(flow, 2026))", "CNY", 60), ("at(cumulative(flow), 2026)", "CNY", 30),
    ("stock", "1", 4), ("previous(stock)", "1", 2), ("first", "1", 2025), ("growth", "1", 6),
    ("s_curve(1 [CNY], 3 [CNY], 2027, a)", "CNY", 2),
  ]

  private static let model = """
    input a [1]
    input flow [CNY/year] by year
    stock [1] := 1 ; previous * 2
    first [1] := year ; previous
    chain [1] = previous(chain, 0) + 1
    growth [1] := a ; previous + previous(growth) * (year - 2026)

    """

  @Test(arguments: values)
  func computesByHand(formula: String, unit: String, value: Double) throws {
    let compiled = try TestModel(Self.model + "x [\(unit)] = \(formula)").compile()
    let results = ScalarMachine.run(compiled) { name, year in
      year.map { Double($0 - 2024) * 10 } ?? 3
    }
    #expect(results["x[2027]"] ?? results["x"] == value)
  }

  /// `growth` above, by hand: 2025: 3; 2026: 3 + 3 * 0; 2027: 3 + 3 * 1 = 6.
  @Test func aStockMayReadItselfWithPrevious() throws {
    let results = ScalarMachine.run(try TestModel(Self.model).compile()) { _, _ in 3 }
    #expect(results["growth[2026]"] == 3)
    #expect(results["growth[2027]"] == 6)
  }

  @Test func tellsWhatVariesDependsAndComesOut() throws {
    let model = try TestModel(
      """
      input a [1]
      input b [1] by year
      input spare [1]
      late [1] = early * b + a * early
      early [1] = a + a
      kept [1] := late ; previous
      frozen [1] = at(late, 2027)
      stock [1] := early ; previous + previous(stock) * a
      output late [1] = late
      output twice [1] = 2 * frozen + kept
      """
    ).compile()
    let rows = model.variables.map {
      "\($0.orderOfComputation) \($0.name) \($0.variesByYear) \($0.isOutput) \($0.dependencies)"
    }
    #expect(
      rows == [
        #"1 late true true ["early", "b", "a"]"#,
        #"0 early false false ["a"]"#,
        #"2 kept false false ["late"]"#,
        #"3 frozen false false ["late"]"#,
        #"4 stock true false ["early", "a"]"#,
        #"5 twice false true ["frozen", "kept"]"#,
      ])
    #expect(model.unusedInputs == ["spare"])
    #expect(model.program.inputs.map(\.input) == [0, 1, 1, 1, 1, 1, 1])
    #expect(model.program.outputs.filter { $0.variable == 1 }.map(\.year) == [nil])
    #expect(model.program.outputs.filter { $0.variable == 0 }.map(\.year) == [0, 1, 2, 3, 4, 5])
  }

  @Test func oneYearIsAHorizon() throws {
    let model = try TestModel("x [1] = year\ny [1] = 2", years: 2025...2025).compile()
    #expect(ScalarMachine.run(model) { _, _ in .nan } == ["x[2025]": 2025, "y": 2])
  }

  /// Random models: the program and a walk over the trees agree to the last bit, in every year.
  @Test(arguments: 0..<200)
  func agreesWithTheTreeInterpreter(seed: UInt64) throws {
    let text = FormulaGenerator.model(seed: seed)
    let model = try TestModel(text, years: 2025...2028)
    let compiled = try model.compile()
    for point in 0..<3 {
      let input: (String, Int?) -> Double = { name, year in
        [0.5, -2, 3][(name.utf8.first.map { Int($0) } ?? 0) % 3] * Double(point)
          + Double((year ?? 2025) - 2025)
      }
      let results = ScalarMachine.run(compiled, input: input)
      let tree = TreeInterpreter(model, input: input)
      for variable in compiled.variables {
        for year in compiled.years {
          let expected = try tree.value(variable.name, in: year)
          let found = results["\(variable.name)[\(year)]"] ?? results[variable.name] ?? 0.123
          #expect(
            found == expected || !found.isFinite && !expected.isFinite,
            "seed \(seed), point \(point): \(variable.name) in \(year)\n\(text)")
        }
      }
    }
  }
}
