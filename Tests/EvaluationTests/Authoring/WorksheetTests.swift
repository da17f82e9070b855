import Diagnostics
import Evaluation
import Facts
import Formulas
import RunRecord
import Testing

@Suite struct WorksheetTests {
  private static let inputs: [EvaluatorInput] = [
    .company("users", unit: "user"),
    .company(
      "price", metrics: ["price", "old_price"], unit: "CNY/user/month",
      otherwise: .init("8 to 30", because: "list prices")),
    .market("shipments", unit: "device/month"),
    .assumption("growth", unit: "1/year", "10% to 60%", because: "early markets"),
    .assumption(
      "share", unit: "1", .byYear([2025: "0.1", 2027: "0.4"]), because: "it spreads"),
  ]

  private func sheet(
    _ inputs: [EvaluatorInput] = inputs, overrides: [String: InputOverrideValue] = [:],
    draws: Int = 16
  ) throws -> Worksheet {
    let market = try HandMade.market(
      "china", "  shipments: {unit: device/year, assume: 12, because: a count}")
    let users = try HandMade.fact("users", "2024-12-31", 1000, unit: "user")
    let company = HandMade.company([
      users, try HandMade.fact("old_price", "FY2024", 240, unit: "CNY/user/year"),
    ])
    let context = try HandMade.context(
      company, markets: ["china": market], overrides: overrides)
    return try Worksheet(
      inputs, path: "toys", subject: Subject(company: company, context: context),
      draws: Draws(count: draws, seed: 7))
  }

  /// Values are in the unit of the declaration: 240 a year are 20 a month, 12 a year 1 a month.
  @Test func inputsAreInTheirDeclaredUnits() throws {
    let sheet = try sheet()
    #expect(try sheet["users"][3] == 1000)
    #expect(try abs(sheet["price"][3] - 20) < 1e-12)
    #expect(try abs(sheet["shipments"][0, 3] - 1) < 1e-12)
  }

  /// From 0.1 to 0.4 in two years at an even rate: 0.2 between them, 0.4 after them.
  @Test func valuesByYear() throws {
    let share = try sheet()["share"]
    let expected = [0.1, 0.2, 0.4, 0.4, 0.4, 0.4]
    for (year, value) in expected.enumerated() { #expect(abs(share[year, 0] - value) < 1e-12) }
  }

  /// The draws are those of a model file with the same inputs in the same order.
  @Test func drawsAreThoseOfAModelFile() throws {
    let model = try HandMade.model(
      inputs: """
          first:
            unit: "1"
            assume: 1 to 2
            because: a guess
          second:
            unit: "1"
            assume: normal(0, 1)
            because: a guess
        """, revenue: "(first + second) * 1 [CNY/year]")
    let company = HandMade.company()
    let subject = Subject(company: company, context: try HandMade.context(company))
    let draws = Draws(count: 16, seed: 7)
    let evaluator = try ModelEvaluator(model, units: HandMade.units())
    let projection = try evaluator.project(subject, over: draws)
    let sheet = try Worksheet(
      [
        .assumption("first", unit: "1", "1 to 2", because: "a guess"),
        .assumption("second", unit: "1", "normal(0, 1)", because: "a guess"),
      ], path: "toys", subject: subject, draws: draws)
    let (first, second) = (try sheet["first"], try sheet["second"])
    for draw in 0..<16 {
      #expect(projection.revenue[0, draw] == first[draw] + second[draw])
    }
  }

  @Test func requirements() {
    #expect(
      Self.inputs.requirements == [
        .companyFact(metric: "users"), .marketInput(name: "shipments"),
      ])
  }

  @Test func projectionKeepsTheTrace() throws {
    var sheet = try sheet(draws: 4)
    let users = try sheet["users"]
    sheet.record("revenue", unit: "CNY/year", formula: "users", from: ["users"]) { users[$0, $1] }
    sheet.record("contribution", unit: "CNY/year", formula: "1 / 0", from: ["revenue"]) { _, draw in
      draw == 2 ? .nan : 5
    }
    sheet.record("investment", unit: "CNY/year", formula: "0", from: []) { _, _ in 0 }
    let projection = try sheet.projection(metrics: ["revenue"])
    #expect(projection.years == [2025, 2026, 2027, 2028, 2029, 2030])
    #expect(projection.revenue == YearlyDraws(repeating: 1000, years: 6, draws: 4))
    #expect(projection.metrics.keys.sorted() == ["revenue"])
    #expect(
      projection.trace.map(\.name) == [
        "revenue", "contribution", "investment", "users", "price", "shipments", "growth", "share",
      ])
    let contribution = projection.trace[1]
    #expect(contribution.flagged?[2025] == 1)
    #expect(contribution.values[2025]?.value == 5)
    #expect(contribution.place?.hasPrefix("EvaluationTests/WorksheetTests.swift:") == true)
    #expect(projection.inputs.map(\.record.kind).prefix(2) == [.fact, .fact])
    #expect(projection.inputs[4].record.byYear == [2025: "0.1", 2027: "0.4"])
  }

  @Test func overridesHold() throws {
    let set = InputOverrideValue(distribution: .constant(3), because: .written("to try"))
    let sheet = try sheet(overrides: ["toys.growth": set])
    #expect(try sheet["growth"][0] == 3)
  }

  @Test func unknownInput() throws {
    let sheet = try sheet()
    let error = try #require(#expect(throws: DiagnosticError.self) { try sheet["grwoth"] })
    #expect(
      error.description == """
        error: the evaluator declares no input "grwoth"
          help: did you mean "growth"?
        """)
  }

  /// All mistakes of all declarations at once, each with its place in the source.
  @Test func wrongDeclarations() throws {
    let wrong: [EvaluatorInput] = [
      .assumption(
        "a", unit: "usser", "1 to 2", because: "", file: "Mine.swift", line: 3, column: 5),
      .assumption("b", unit: "1", "2 to 1", because: "", file: "Mine.swift", line: 4, column: 5),
      .assumption("b", unit: "1", "1", because: "", file: "Mine.swift", line: 5, column: 5),
    ]
    let error = try #require(#expect(throws: DiagnosticError.self) { try sheet(wrong) })
    #expect(
      error.description == """
        Mine.swift:3:5: error: unknown unit "usser"
          help: did you mean "user"?
        Mine.swift:4:5: error: the 5th percentile is above the 95th percentile
         4 |     2 to 1
           |     ^
          help: write 1 to 2
        Mine.swift:5:5: error: the input "b" is declared twice
        """)
  }

  @Test func incompleteCalculation() throws {
    var sheet = try sheet()
    sheet.record("revenue", unit: "CNY/year", formula: "?", from: ["user"]) { _, _ in 0 }
    sheet.record("investment", unit: "CNY/year", formula: "0", from: []) { _, _ in 0 }
    sheet.record("investment", unit: "CNY/year", formula: "0", from: []) { _, _ in 0 }
    let error = try #require(#expect(throws: DiagnosticError.self) { try sheet.projection() })
    #expect(
      error.description == """
        error: the evaluator recorded no "contribution"
          help: record it before asking for the projection
        error: "revenue" is said to come from "user", which is neither an input nor an earlier step
          help: did you mean "users"?
        error: "investment" stands for two things
        """)
  }
}
