import Diagnostics
import Formulas
import Units

/// A model written in lines, so that tests read like the models they are about.
///
///     input users [user]
///     input price [CNY/user] by year
///     paying [user] = users * 0.2
///     base [user] := users ; previous * 1.1
///     output revenue [CNY] = paying * price
struct TestModel {
  static let declarations: [UnitDeclaration] =
    ["CNY", "USD"].map { UnitDeclaration(name: $0, meaning: .base(isCurrency: true)) }
    + [
      "year", "user", "query", "ad", "token", "hospital", "record", "claim", "encounter", "device",
      "programme", "seat",
    ].map { UnitDeclaration(name: $0, meaning: .base(isCurrency: false)) } + [
      UnitDeclaration(name: "month", meaning: .scaled(factor: 1.0 / 12, of: "year")),
      UnitDeclaration(name: "day", meaning: .scaled(factor: 1.0 / 365, of: "year")),
      UnitDeclaration(name: "million_token", meaning: .scaled(factor: 1e6, of: "token")),
    ]

  let units: UnitRegistry
  let source: ModelSource

  init(_ text: String, years: ClosedRange<Int> = 2025...2030) throws {
    units = try UnitRegistry(Self.declarations)
    var source = ModelSource(inputs: [], variables: [], outputs: [], years: Array(years))
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let reader = Line(text: String(line), number: number + 1)
      let unit = try units.parse(reader.unit)
      let location = reader.location(column: 1)
      if reader.kind == "input" {
        source.inputs.append(
          InputDeclaration(
            name: reader.name, unit: unit, variesByYear: line.hasSuffix("by year"),
            location: location, sourceLine: reader.text))
      } else {
        let variable = VariableDeclaration(
          name: reader.name, unit: unit, rule: reader.rule, location: location,
          sourceLine: reader.text)
        if reader.kind == "output" {
          source.outputs.append(variable)
        } else {
          source.variables.append(variable)
        }
      }
    }
    self.source = source
  }

  func compile() throws -> CompiledModel { try ModelCompiler(units: units).compile(source) }

  /// The text of all mistakes, as they print.
  func mistakes() -> String {
    do {
      _ = try compile()
      return ""
    } catch {
      return "\(error)"
    }
  }

  /// One line and its parts.
  private struct Line {
    let text: String
    let number: Int

    /// What stands before the bracket of the unit.
    private var head: [Substring] { text.prefix { $0 != "[" }.split(separator: " ") }
    var kind: String { head.count == 2 ? String(head[0]) : "variable" }
    var name: String { head.last.map { String($0) } ?? "" }
    var unit: String { String(text.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }) }

    var rule: VariableDeclaration.Rule {
      let afterUnit = text.drop { $0 != "]" }
      let formula = afterUnit.drop { $0 != "=" }.dropFirst()
      guard afterUnit.hasPrefix("] :="), let semicolon = formula.firstIndex(of: ";") else {
        return .formula(source(formula))
      }
      return .stock(
        start: source(formula[..<semicolon]), next: source(formula[semicolon...].dropFirst()))
    }

    func location(column: Int) -> SourceLocation {
      SourceLocation(file: "model", line: number, column: column)
    }

    private func source(_ part: Substring) -> FormulaSource {
      let start = part.firstIndex { $0 != " " } ?? part.startIndex
      var formula = String(part[start...])
      while formula.last == " " { formula.removeLast() }
      let column = text[..<start].unicodeScalars.count + 1
      return FormulaSource(formula, at: location(column: column), sourceLine: text)
    }
  }
}
