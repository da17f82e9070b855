import Diagnostics
import Formulas
import Testing
import Units

/// Holds the two functions of series: what they read, in which unit, and what is said otherwise.
@Suite struct SeriesFunctionTests {
  /// A model with the series `users`, its trend, and the plain input `price`.
  private func compile(_ formula: String, unit: String) throws -> CompiledModel {
    let units = try UnitRegistry(TestModel.declarations)
    return try ModelCompiler(units: units).compile(
      ModelSource(
        inputs: [
          InputDeclaration(name: "users", unit: try units.parse("user"), series: .level),
          InputDeclaration(
            name: "users.trend", unit: try units.parse("1/year"), series: .trend(of: "users")),
          InputDeclaration(name: "price", unit: try units.parse("CNY/user")),
          InputDeclaration(name: "trend", unit: try units.parse("1")),
        ],
        variables: [
          VariableDeclaration(
            name: "y", unit: try units.parse("user"), rule: .formula(FormulaSource("users"))),
          VariableDeclaration(
            name: "x", unit: try units.parse(unit), rule: .formula(FormulaSource(formula))),
        ], outputs: [], years: [2026, 2027]))
  }

  private func mistake(_ formula: String, unit: String = "user") -> String {
    do {
      _ = try compile(formula, unit: unit)
      return ""
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message); \($0.help ?? "")" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// By hand: 100 users with a trend of 0.3 are 100 e^0.3 a year later.
  @Test func readLevelAndTrend() throws {
    let model = try compile("level(users) * exp(trend(users) * step) + 0 * users", unit: "user")
    let values = ScalarMachine.run(model) { name, _ in
      ["users": 100, "users.trend": 0.3, "price": 1, "trend": 7][name] ?? .nan
    }
    #expect(abs((values["x"] ?? .nan) - 134.98588075760033) < 1e-12)
    #expect(model.variables.last?.dependencies == ["users", "users.trend"])
  }

  @Test func eachReadsNoMoreThanItsOwn() throws {
    let growth = try compile("trend(users)", unit: "1/year")
    #expect(growth.variables.last?.dependencies == ["users.trend"])
    // The words are words before a parenthesis alone.
    #expect(try compile("trend * 2", unit: "1").variables.last?.dependencies == ["trend"])
  }

  @Test func mistakesTeach() {
    #expect(
      mistake("level(price)") == """
        "level" needs a series, and "price" isn't one; write price alone, or give the input \
        "series: METRIC"
        """)
    #expect(
      mistake("trend(price)") == """
        "trend" needs a series, and "price" isn't one; give the input "series: METRIC", so that its \
        trend comes from all facts of a metric
        """)
    #expect(
      mistake("level(y)") == """
        "level" needs a series, and "y" isn't one; a variable has no facts: name an input that has \
        "series:"
        """)
    #expect(
      mistake("level(users * 2)") == """
        "level" needs the name of a series; write level(x), with x an input that has "series:"
        """)
    #expect(
      mistake("users * (1 + trend(users))") == """
        "+" needs the same unit on both sides: "1" is in [1], "trend(users)" is in [1/year]; \
        multiply "trend(users)" by step
        """)
    #expect(
      mistake("trend(user)") == "unknown name \"user\"; did you mean \"users\"?")
    #expect(mistake("level(users, 2)") == "\"level\" takes 1 argument, found 2; write level(input)")
  }
}
