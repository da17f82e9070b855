import Foundation
import Formulas
import Units

/// A second, slow implementation of the language for one draw: walks the trees and shares nothing
/// with the compiler but the parser.
final class TreeInterpreter {
  private let model: TestModel
  private let input: (String, Int?) -> Double
  private var memo: [String: Double] = [:]
  private var trees: [FormulaSource: FormulaExpression] = [:]
  /// 4 ln 3 = 4.39444915467243876… (Abramowitz and Stegun, table 4.2: ln 3 = 1.09861228866810969…).
  private let lnOf81 = 4.394449154672439

  init(_ model: TestModel, input: @escaping (_ name: String, _ year: Int?) -> Double) {
    self.model = model
    self.input = input
  }

  /// The value of a variable or input in a calendar year, in base units.
  func value(_ name: String, in year: Int) throws -> Double {
    if let declared = model.source.inputs.first(where: { $0.name == name }) {
      return checked(input(name, declared.variesByYear ? year : nil))
    }
    let key = "\(name)[\(year)]"
    if let known = memo[key] { return known }
    let all = model.source.variables + model.source.outputs
    guard let variable = all.first(where: { $0.name == name }) else { return .nan }
    let source: FormulaSource
    switch variable.rule {
    case .formula(let formula): source = formula
    case .stock(let start, let next): source = year == firstYear ? start : next
    }
    let expression = try trees[source] ?? FormulaExpression.parse(source)
    trees[source] = expression
    let result = try value(of: expression, at: expression.root, in: year, of: name)
    memo[key] = result
    return result
  }

  private var firstYear: Int { model.source.years[0] }

  private func value(
    of expression: FormulaExpression, at index: Int, in year: Int, of owner: String
  ) throws -> Double {
    func operand(_ index: Int, in other: Int? = nil) throws -> Double {
      try value(of: expression, at: index, in: other ?? year, of: owner)
    }
    switch expression.nodes[index].kind {
    case .number(let number, let unit):
      return try number * (unit.map { try model.units.parse($0).scale } ?? 1)
    case .name("year"): return Double(year)
    case .name("step"): return 1
    case .name("first_year"): return Double(firstYear)
    case .name("last_year"): return Double(model.source.years.last ?? 0)
    case .name(let name): return try value(name, in: year)
    case .previous: return try value(owner, in: year - 1)
    case .unary(.negate, let inner): return checked(-(try operand(inner)))
    case .unary(.not, let inner): return truth([try operand(inner)]) { $0[0] == 0 }
    case .binary(let symbol, let left, let right):
      return result(of: symbol, try operand(left), try operand(right))
    case .call(let function, let arguments):
      switch function.name {
      case "previous":
        if year == firstYear, arguments.count > 1 { return try operand(arguments[1]) }
        return try operand(arguments[0], in: max(year - 1, firstYear))
      case "cumulative":
        return try (firstYear...year).reduce(0) { checked(try $0 + operand(arguments[0], in: $1)) }
      case "at":
        guard case .number(let moment, _) = expression.nodes[arguments[1]].kind else { return .nan }
        return try operand(arguments[0], in: Int(moment))
      case "if":
        let condition = try operand(arguments[0])
        guard condition.isFinite else { return .nan }
        return try operand(arguments[condition != 0 ? 1 : 2])
      default:
        return result(of: function.name, try arguments.map { try operand($0) }, Double(year))
      }
    }
  }

  private func result(of symbol: BinaryOperator, _ a: Double, _ b: Double) -> Double {
    switch symbol {
    case .add: checked(a + b)
    case .subtract: checked(a - b)
    case .multiply: checked(a * b)
    case .divide: checked(a / b)
    case .power: b == 2 ? checked(a * a) : a.isFinite && b.isFinite ? checked(pow(a, b)) : .nan
    case .less: truth([a, b]) { $0[0] < $0[1] }
    case .lessOrEqual: truth([a, b]) { $0[0] <= $0[1] }
    case .greater: truth([a, b]) { $0[0] > $0[1] }
    case .greaterOrEqual: truth([a, b]) { $0[0] >= $0[1] }
    case .equal: truth([a, b]) { $0[0] == $0[1] }
    case .notEqual: truth([a, b]) { $0[0] != $0[1] }
    case .and: truth([a, b]) { $0[0] != 0 && $0[1] != 0 }
    case .or: truth([a, b]) { $0[0] != 0 || $0[1] != 0 }
    }
  }

  private func result(of name: String, _ x: [Double], _ year: Double) -> Double {
    guard x.allSatisfy(\.isFinite) else { return .nan }
    switch name {
    case "min": return x.min() ?? .nan
    case "max": return x.max() ?? .nan
    case "clamp": return min(max(x[0], x[1]), x[2])
    case "abs": return abs(x[0])
    case "sqrt": return checked(x[0].squareRoot())
    case "exp": return checked(exp(x[0]))
    case "ln": return checked(log(x[0]))
    case "log10": return checked(log10(x[0]))
    case "floor": return x[0].rounded(.down)
    case "ceil": return x[0].rounded(.up)
    case "round": return x[0].rounded(.toNearestOrAwayFromZero)
    case "s_curve":
      let decay = checked(exp(checked(-lnOf81 * (year - x[2]) / x[3])))
      return checked(x[0] + checked(x[1] - x[0]) / (1 + decay))
    case "bass":
      let decay = checked(exp(checked(-(x[0] + x[1]) * x[2])))
      return checked((1 - decay) / checked(1 + checked(x[1] / x[0]) * decay))
    case "touches_zero":
      if x[1] < 0 { return 1 }
      guard x[2] > 0, x[0] > 0 else { return 0 }
      return checked(exp(min(-2 * checked(checked(x[0] / x[2]) * checked(x[1] / x[2])), 0)))
    default: return .nan
    }
  }

  private func truth(_ values: [Double], _ condition: ([Double]) -> Bool) -> Double {
    values.allSatisfy(\.isFinite) ? (condition(values) ? 1 : 0) : .nan
  }

  /// A draw that goes out of range stays undefined.
  private func checked(_ value: Double) -> Double { value.isFinite ? value : .nan }
}
