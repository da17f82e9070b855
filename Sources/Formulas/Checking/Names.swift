import Diagnostics
import Units

/// The one namespace of a model: what each name stands for.
struct Names {
  enum Meaning: Hashable {
    case input(Int)
    case variable(Int)
  }

  /// Words that mean something in every formula.
  static let reserved: Set<String> =
    Set(FormulaFunction.all.map(\.name)).union([
      "year", "step", "first_year", "last_year", "and", "or", "not", "previous",
    ])

  /// Longer names are mistakes, so that comparing names stays cheap.
  static let longestName = 100

  private(set) var inputs: [InputDeclaration]
  /// Variables, then outputs that aren't variables themselves.
  private(set) var variables: [VariableDeclaration]
  /// The variables that are given out.
  private(set) var outputs: Set<Int> = []
  private var meanings: [String: Meaning] = [:]
  /// The inputs that are trends, by the names of their series.
  private var trends: [String: Int] = [:]

  /// Names are looked up by the first declaration; later ones of the same name are mistakes.
  init(_ source: ModelSource, reportingTo mistakes: inout DiagnosticCollector) {
    inputs = source.inputs
    variables = source.variables
    for (index, input) in inputs.enumerated() {
      if case .trend(let series) = input.series {
        trends[series] = index
        continue
      }
      let place = Place(input.name, input.location, input.sourceLine)
      declare(place, as: .input(index), &mistakes)
    }
    for (index, variable) in variables.enumerated() {
      declare(Place(variable), as: .variable(index), &mistakes)
    }
    for output in source.outputs {
      if case .variable(let index) = meanings[output.name], index < source.variables.count {
        adopt(output, as: index, &mistakes)
      } else {
        outputs.insert(variables.count)
        declare(Place(output), as: .variable(variables.count), &mistakes)
        variables.append(output)
      }
    }
  }

  func meaning(of name: String) -> Meaning? { meanings[name] }

  /// The input that is the trend of a series.
  func trend(of series: String) -> Meaning? { trends[series].map { .input($0) } }

  /// True for an input that is a series.
  func isSeries(_ meaning: Meaning) -> Bool {
    guard case .input(let index) = meaning else { return false }
    return inputs[index].series == .level
  }

  /// Everything that a formula may name, for suggestions.
  var known: [String] {
    meanings.keys.sorted() + ["year", "step", "first_year", "last_year", "previous"]
  }

  /// The unit that a name was declared with.
  func unit(of meaning: Meaning) -> UnitExpression {
    switch meaning {
    case .input(let index): inputs[index].unit
    case .variable(let index): variables[index].unit
    }
  }

  func name(of meaning: Meaning) -> String {
    switch meaning {
    case .input(let index): inputs[index].name
    case .variable(let index): variables[index].name
    }
  }

  /// An output with the name of a variable, which it has to be: `revenue: revenue`.
  private mutating func adopt(
    _ output: VariableDeclaration, as index: Int, _ mistakes: inout DiagnosticCollector
  ) {
    guard case .formula(let source) = output.rule, Self.isName(source.text, output.name) else {
      return mistakes.report(
        Place(output).diagnostic(
          "the output \"\(output.name)\" has the name of a variable, but is something else",
          help: "write \"\(output.name): \(output.name)\", or give one of them another name"))
    }
    guard output.unit.dimension == variables[index].unit.dimension else {
      return mistakes.report(
        Place(output).diagnostic(
          "the output \"\(output.name)\" should be in [\(output.unit)], "
            + "but the variable is in [\(variables[index].unit)]"))
    }
    if !outputs.insert(index).inserted { mistakes.report(Place(output).twice) }
  }

  private static func isName(_ text: String, _ name: String) -> Bool {
    text.split { $0.isWhitespace }.map { String($0) } == [name]
  }

  private mutating func declare(
    _ place: Place, as meaning: Meaning, _ mistakes: inout DiagnosticCollector
  ) {
    let name = place.name
    if Self.reserved.contains(name) {
      mistakes.report(
        place.diagnostic(
          "\"\(name)\" is a word of the language and can't be a name",
          help: "choose another name, e.g. \(name)_value"))
    } else if !Self.isSnakeCase(name) {
      mistakes.report(
        place.diagnostic(
          "\"\(name)\" can't be a name",
          help: "names are in snake_case: the letters a-z, digits and \"_\", a letter first"))
    } else if meanings[name] != nil {
      mistakes.report(place.twice)
    } else {
      meanings[name] = meaning
    }
  }

  private static func isSnakeCase(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, ("a"..."z").contains(first), scalars.count <= longestName
    else { return false }
    return scalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
  }

  /// The position of a name's declaration.
  private struct Place {
    var name: String
    var location: SourceLocation?
    var sourceLine: String?

    init(_ name: String, _ location: SourceLocation?, _ sourceLine: String?) {
      self.name = name
      self.location = location
      self.sourceLine = sourceLine
    }

    init(_ variable: VariableDeclaration) {
      self.init(variable.name, variable.location, variable.sourceLine)
    }

    func diagnostic(_ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(message, at: location, sourceLine: sourceLine, help: help)
    }

    var twice: Diagnostic { diagnostic("the name \"\(name)\" is declared twice") }
  }
}
