import Diagnostics
import Units

/// Looks up the names, units and years of a formula.
struct Binder {
  /// The role of a formula for its variable.
  enum Role {
    case formula, start, next
  }

  let names: Names
  let units: UnitRegistry
  let years: [Int]
  /// One step in base units: 1 [year].
  let step: UnitExpression

  private let known: [String]

  init(names: Names, units: UnitRegistry, years: [Int], step: UnitExpression) {
    self.names = names
    self.units = units
    self.years = years
    self.step = step
    known = names.known
  }

  /// The formula with its names looked up; nil when its syntax is wrong.
  func bind(
    _ source: FormulaSource, as role: Role, reportingTo mistakes: inout DiagnosticCollector
  ) -> BoundFormula? {
    let expression: FormulaExpression
    do {
      expression = try FormulaExpression.parse(source)
    } catch {
      mistakes.report(error)
      return nil
    }
    var formula = BoundFormula(source: source, expression: expression, nodes: [])
    formula.nodes.reserveCapacity(expression.nodes.count)
    let isInTime = Self.insideTimeFunctions(expression)
    var unknownNames: Set<String> = []
    for (index, node) in expression.nodes.enumerated() {
      do throws(FormulaMistake) {
        if case .previous = node.kind {
          try checkPrevious(at: node.place, as: role, isInTime: isInTime[index])
        }
        formula.nodes.append(try bind(node, in: expression))
      } catch {
        if isNew(node, among: &unknownNames) { mistakes.report(source.diagnostic(error)) }
        formula.nodes.append(BoundFormula.Node(operation: .unknown))
      }
      if case .number(let value, let unit?) = node.kind {
        formula.nodes[index] = literal(value, unit, at: node.place, source, &mistakes)
      }
      // What the call reads is its own: the name in it would be read besides.
      if case .call(let function, let arguments) = node.kind, function.isOfSeries {
        formula.nodes[arguments[0]].operation = .unknown
      }
    }
    return formula
  }

  /// A name that is misspelt ten times is one mistake; a hundred unknown names are enough.
  private func isNew(_ node: FormulaExpression.Node, among unknown: inout Set<String>) -> Bool {
    guard case .name(let name) = node.kind else { return true }
    return unknown.count < 100 && unknown.insert(name).inserted
  }

  private func bind(
    _ node: FormulaExpression.Node, in expression: FormulaExpression
  ) throws(FormulaMistake) -> BoundFormula.Node {
    switch node.kind {
    case .number(let value, _): .init(operation: .constant(value), unit: .one)
    case .name("year"): .init(operation: .year, unit: .one)
    case .name("first_year"): .init(operation: .constant(Double(years[0])), unit: .one)
    case .name("last_year"):
      .init(operation: .constant(Double(years[years.count - 1])), unit: .one)
    case .name("step"): .init(operation: .constant(step.scale), unit: step)
    case .name(let name): try bind(name: name, at: node.place)
    case .previous: .init(operation: .ownPrevious)
    case .unary(let symbol, let operand): .init(operation: .unary(symbol, operand))
    case .binary(let symbol, let left, let right): .init(operation: .binary(symbol, left, right))
    case .call(let function, let arguments):
      switch function.meaning {
      case .level, .trend: try bind(function, ofSeries: expression.nodes[arguments[0]])
      default: .init(operation: try bind(function, arguments, in: expression))
      }
    }
  }

  private func bind(name: String, at place: Int) throws(FormulaMistake) -> BoundFormula.Node {
    guard let meaning = names.meaning(of: name) else {
      throw FormulaMistake(
        "unknown name \"\(name)\"", at: place,
        help: Suggestion.help(for: name, among: known)
          ?? "declare it among the inputs or variables")
    }
    let unit = names.unit(of: meaning)
    return switch meaning {
    case .input(let index): .init(operation: .input(index), unit: unit)
    case .variable(let index): .init(operation: .variable(index), unit: unit)
    }
  }

  private func bind(
    _ function: FormulaFunction, _ arguments: [Int], in expression: FormulaExpression
  ) throws(FormulaMistake) -> BoundFormula.Operation {
    switch function.meaning {
    case .pointwise, .pointwiseInYear: .call(function, arguments)
    case .earlier: .earlier(arguments[0], first: arguments.count > 1 ? arguments[1] : nil)
    case .sum: .sum(arguments[0])
    case .moment: .moment(arguments[0], year: try yearIndex(of: expression.nodes[arguments[1]]))
    case .level, .trend: preconditionFailure("the functions of series read inputs")
    }
  }

  /// The level or trend of a series, which an argument must name.
  private func bind(
    _ function: FormulaFunction, ofSeries argument: FormulaExpression.Node
  ) throws(FormulaMistake) -> BoundFormula.Node {
    guard case .name(let name) = argument.kind else {
      throw FormulaMistake(
        "\"\(function.name)\" needs the name of a series", at: argument.range.lowerBound,
        help: "write \(function.name)(x), with x an input that has \"series:\"")
    }
    // A name that nobody declared is a mistake of its own.
    guard let level = names.meaning(of: name) else { return .init(operation: .unknown) }
    guard names.isSeries(level) else {
      throw FormulaMistake(
        "\"\(function.name)\" needs a series, and \"\(name)\" isn't one",
        at: argument.range.lowerBound, help: help(for: level, name, in: function))
    }
    let meaning: Names.Meaning
    if case .level = function.meaning {
      meaning = level
    } else if let trend = names.trend(of: name) {
      meaning = trend
    } else {
      return .init(operation: .unknown)
    }
    guard case .input(let index) = meaning else { return .init(operation: .unknown) }
    return .init(operation: .input(index), unit: names.unit(of: meaning))
  }

  private func help(
    for meaning: Names.Meaning, _ name: String, in function: FormulaFunction
  ) -> String {
    if case .variable = meaning {
      return "a variable has no facts: name an input that has \"series:\""
    }
    if case .level = function.meaning {
      return "write \(name) alone, or give the input \"series: METRIC\""
    }
    return "give the input \"series: METRIC\", so that its trend comes from all facts of a metric"
  }

  /// The year that the second argument of `at` writes, as an index from the first.
  private func yearIndex(of node: FormulaExpression.Node) throws(FormulaMistake) -> Int {
    guard case .number(let value, unit: nil) = node.kind else {
      throw FormulaMistake(
        "the year of \"at\" must be written as a number", at: node.range.lowerBound,
        help: "write e.g. at(x, \(years[0]))")
    }
    guard let index = years.firstIndex(where: { Double($0) == value }) else {
      throw FormulaMistake(
        "\(NumberNotation.print(value)) is outside the horizon, "
          + "which is \(years[0]) to \(years[years.count - 1])", at: node.range.lowerBound)
    }
    return index
  }

  private func literal(
    _ value: Double, _ unit: String, at offset: Int, _ source: FormulaSource,
    _ mistakes: inout DiagnosticCollector
  ) -> BoundFormula.Node {
    let (location, line) = source.place(at: offset)
    do {
      let unit = try units.parse(unit, at: location, sourceLine: line)
      return .init(operation: .constant(unit.toBase(value)), unit: unit)
    } catch {
      mistakes.report(error)
      return .init(operation: .constant(value))
    }
  }

  private func checkPrevious(
    at place: Int, as role: Role, isInTime: Bool
  ) throws(FormulaMistake) {
    guard role == .next else {
      throw FormulaMistake(
        "\"previous\" alone only means something in the \"next\" of a stock", at: place,
        help: "write previous(x) for the value of x a year earlier")
    }
    guard !isInTime else {
      throw FormulaMistake(
        "\"previous\" alone can't stand inside previous(…), cumulative(…) or at(…)", at: place)
    }
  }

  /// For every node, whether a function over time is around it.
  private static func insideTimeFunctions(_ expression: FormulaExpression) -> [Bool] {
    var inside = [Bool](repeating: false, count: expression.nodes.count)
    for (index, node) in expression.nodes.enumerated().reversed() {
      var isInside = inside[index]
      if case .call(let function, _) = node.kind {
        switch function.meaning {
        case .earlier, .sum, .moment: isInside = true
        case .pointwise, .pointwiseInYear, .level, .trend: break
        }
      }
      for operand in node.kind.operands { inside[operand] = isInside }
    }
    return inside
  }
}
