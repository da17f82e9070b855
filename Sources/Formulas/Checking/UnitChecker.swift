import Diagnostics
import Units

/// Computes the dimension of every part of a formula and finds what doesn't fit together.
///
/// A part whose dimension can't be known, because something in it is a mistake, fits with
/// everything, so that one mistake is told once.
struct UnitChecker {
  let formula: BoundFormula
  /// The unit of bare `previous`.
  let own: UnitExpression
  /// One step: the dimension of time.
  let step: UnitDimension
  private(set) var dimensions: [UnitDimension?] = []
  private(set) var mistakes: [FormulaMistake] = []

  init(_ formula: BoundFormula, own: UnitExpression, step: UnitDimension) {
    self.formula = formula
    self.own = own
    self.step = step
  }

  /// Checks all nodes, operands first, then the whole against what was declared.
  mutating func check(against declaration: String) {
    dimensions.reserveCapacity(formula.nodes.count)
    for index in formula.nodes.indices { dimensions.append(dimension(of: index)) }
    guard let found = dimensions[formula.root], found != own.dimension else { return }
    report(
      "\(declaration) gives [\(found)], but it is declared in \(Self.written(own))",
      at: formula.expression.nodes[formula.root].range.lowerBound,
      help: yearHelp(from: found, to: own.dimension, what: "it"))
  }

  private mutating func dimension(of index: Int) -> UnitDimension? {
    let node = formula.nodes[index]
    return switch node.operation {
    case .constant, .input, .variable, .year: node.unit?.dimension
    case .ownPrevious: own.dimension
    case .unknown: nil
    case .moment(let operand, _): dimensions[operand]
    case .earlier(let operand, let first):
      first.map { same([operand, $0], for: "previous", at: index) } ?? dimensions[operand]
    case .sum(let operand): dimensions[operand].map { $0 * step }
    case .unary(.negate, let operand): dimensions[operand]
    case .unary(.not, let operand): plain([operand], for: "not", at: index)
    case .binary(let symbol, let left, let right): dimension(of: symbol, left, right, at: index)
    case .call(let function, let arguments): dimension(of: function, arguments, at: index)
    }
  }

  private mutating func dimension(
    of symbol: BinaryOperator, _ left: Int, _ right: Int, at index: Int
  ) -> UnitDimension? {
    switch symbol {
    case .add, .subtract:
      return same([left, right], for: symbol.rawValue, at: index)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      _ = same([left, right], for: symbol.rawValue, at: index)
      return UnitDimension.none
    case .and, .or:
      return plain([left, right], for: symbol.rawValue, at: index)
    case .multiply, .divide:
      guard let first = dimensions[left], let second = dimensions[right] else { return nil }
      return symbol == .multiply ? first * second : first / second
    case .power:
      return power(left, right, at: index)
    }
  }

  /// A plain number to a plain number, or a unit to an integer that is written out.
  private mutating func power(_ base: Int, _ exponent: Int, at index: Int) -> UnitDimension? {
    guard let baseDimension = dimensions[base], let exponentDimension = dimensions[exponent] else {
      return nil
    }
    let place = formula.expression.nodes[index].place
    guard exponentDimension.isNone else {
      report("the exponent must be a plain number, but \(described(exponent))", at: place)
      return nil
    }
    if baseDimension.isNone { return baseDimension }
    guard let integer = writtenInteger(exponent) else {
      report(
        "only a plain number can be raised to such a power, but \(described(base))", at: place,
        help: "a quantity with a unit takes an integer power that is written out, as in x ^ 2")
      return nil
    }
    guard let result = baseDimension.power(integer) else {
      report("the power of [\(baseDimension)] is too large", at: place)
      return nil
    }
    return result
  }

  private func writtenInteger(_ index: Int) -> Int? {
    switch formula.nodes[index].operation {
    case .constant(let value): Int(exactly: value)
    case .unary(.negate, let operand): writtenInteger(operand).map { -$0 }
    default: nil
    }
  }
}

extension UnitChecker {
  private mutating func dimension(
    of function: FormulaFunction, _ arguments: [Int], at index: Int
  ) -> UnitDimension? {
    let name = function.name
    switch function.units {
    case .plain:
      return plain(arguments, for: name, at: index)
    case .same:
      return same(arguments, for: name, at: index)
    case .choice:
      _ = plain([arguments[0]], for: name, at: index)
      return same(Array(arguments[1...]), for: name, at: index)
    case .squareRoot:
      guard let argument = dimensions[arguments[0]] else { return nil }
      if let root = argument.root(2) { return root }
      report(
        "[\(argument)] has no square root: \(described(arguments[0]))",
        at: formula.expression.nodes[index].place)
      return nil
    case .sCurve:
      _ = plain(Array(arguments[2...]), for: name, at: index)
      return same(Array(arguments[..<2]), for: name, at: index)
    case .ratio:
      _ = same(arguments, for: name, at: index)
      return UnitDimension.none
    case .rates:
      guard let rate = same(Array(arguments[..<2]), for: name, at: index),
        let time = dimensions[arguments[2]]
      else { return UnitDimension.none }
      if !(rate * time).isNone {
        report(
          "\"\(name)\" needs t in one over the unit of p and q: "
            + "\(described(arguments[0])), \(described(arguments[2]))",
          at: formula.expression.nodes[index].place)
      }
      return UnitDimension.none
    case .unchanged, .timesYear, .trend:
      return dimensions[arguments[0]]
    }
  }

  /// The dimension that all operands have, or nil with a report if they differ.
  private mutating func same(_ operands: [Int], for name: String, at index: Int) -> UnitDimension? {
    let known = operands.filter { dimensions[$0] != nil }
    guard let first = known.first, let dimension = dimensions[first] else { return nil }
    guard let other = known.first(where: { dimensions[$0] != dimension }) else {
      return dimension
    }
    let sides = operands.count == 2 && FormulaFunction.named(name) == nil
    report(
      "\"\(name)\" needs the same unit \(sides ? "on both sides" : "in all its arguments"): "
        + "\(described(first)), \(described(other))",
      at: formula.expression.nodes[index].place, help: sameHelp(first, other))
    return nil
  }

  /// Plain numbers, or a report of the first operand that isn't one.
  private mutating func plain(_ operands: [Int], for name: String, at index: Int) -> UnitDimension {
    if let other = operands.first(where: { dimensions[$0].map { !$0.isNone } ?? false }) {
      let what = name == "if" ? "a condition" : "plain numbers"
      report(
        "\"\(name)\" needs \(what), but \(described(other))",
        at: formula.expression.nodes[index].place, help: plainHelp(other, for: name))
    }
    return .none
  }

  private func sameHelp(_ first: Int, _ second: Int) -> String? {
    guard let a = dimensions[first], let b = dimensions[second] else { return nil }
    for (literal, unit, other, own) in [(first, b, second, a), (second, a, first, b)] {
      if case .number(let value, unit: nil) = formula.expression.nodes[literal].kind {
        // 1 + growth wants growth * step, not 1 [1/year].
        if value != 0, let help = yearHelp(from: unit, to: own, what: quoted(other)) {
          return help
        }
        return "write \(NumberNotation.print(value)) [\(unit)]"
      }
    }
    return yearHelp(from: b, to: a, what: quoted(second))
  }

  private func plainHelp(_ operand: Int, for name: String) -> String? {
    switch name {
    case "if", "and", "or", "not": "compare it with something, e.g. > 0 [unit]"
    default: dimensions[operand].map { "divide it by a quantity in [\($0)]" }
    }
  }

  /// The advice for a quantity that is off by exactly one year.
  private func yearHelp(
    from found: UnitDimension, to wanted: UnitDimension, what: String
  ) -> String? {
    if found * step == wanted { return "multiply \(what) by step" }
    if found == wanted * step { return "divide \(what) by step" }
    return nil
  }

  /// `"cash" is in [CNY]`.
  private func described(_ index: Int) -> String {
    let unit: String
    if let written = formula.nodes[index].unit {
      unit = Self.written(written)
    } else if case .ownPrevious = formula.nodes[index].operation {
      unit = Self.written(own)
    } else {
      unit = dimensions[index].map { "[\($0)]" } ?? "unknown"
    }
    return "\(quoted(index)) is in \(unit)"
  }

  private func quoted(_ index: Int) -> String {
    "\"\(formula.source.excerpt(formula.expression.nodes[index].range))\""
  }

  /// A unit as it was written, and what that is in base units if it has another size.
  static func written(_ unit: UnitExpression) -> String {
    unit.scale == 1 ? "[\(unit)]" : "[\(unit)], that is [\(unit.dimension)]"
  }

  private mutating func report(_ message: String, at offset: Int, help: String? = nil) {
    mistakes.append(FormulaMistake(message, at: offset, help: help))
  }
}
