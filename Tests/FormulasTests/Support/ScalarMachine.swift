import Foundation
import Formulas

/// Runs a program for one draw, as literally as its definition reads.
struct ScalarMachine {
  /// The kept results under names such as `revenue[2026]`.
  static func run(
    _ model: CompiledModel, input: (_ name: String, _ year: Int?) -> Double
  ) -> [String: Double] {
    run(model, model.program, input: input).results
  }

  /// The same of one of the model's programs, with whether its guards hold.
  static func run(
    _ model: CompiledModel, _ program: Program, input: (_ name: String, _ year: Int?) -> Double
  ) -> (results: [String: Double], isGuarded: Bool) {
    let slots = program.inputs.map { slot in
      input(model.inputs[slot.input], slot.year.map { model.years[$0] })
    }
    var values: [Double] = []
    func value(_ operand: Program.Operand) -> Double {
      switch operand {
      case .value(let index): values[index]
      case .input(let index): slots[index]
      case .constant(let index): program.constants[index]
      }
    }
    func name(_ output: Program.OutputSlot) -> String {
      let year = output.year.map { "[\(model.years[$0])]" } ?? ""
      return model.variables[output.variable].name + year
    }
    var results: [String: Double] = [:]
    var isGuarded = true
    let guards = Dictionary(program.guards.map { ($0.instruction, $0.mayBeZero) }) { $1 }
    for (index, step) in program.instructions.enumerated() {
      values.append(result(of: step.opcode, value(step.a), value(step.b), value(step.c)))
      if let mayBeZero = guards[index] {
        let size = values[index].magnitude
        isGuarded =
          isGuarded && ((size > 0x1p-900 && size < 0x1p900) || (mayBeZero && size == 0))
      }
    }
    for output in program.outputs { results[name(output)] = value(output.source) }
    return (results, isGuarded)
  }

  private static func result(
    of opcode: Program.Opcode, _ a: Double, _ b: Double, _ c: Double
  ) -> Double {
    let used =
      opcode == .select ? [a, a != 0 ? b : c] : Array([a, b, c].prefix(opcode.operandCount))
    guard used.allSatisfy(\.isFinite) else { return .nan }
    return switch opcode {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .negate: -a
    case .absolute: abs(a)
    case .squareRoot: a.squareRoot()
    case .exponential: exp(a)
    case .naturalLogarithm: log(a)
    case .decimalLogarithm: log10(a)
    case .floor: a.rounded(.down)
    case .ceiling: a.rounded(.up)
    case .round: a.rounded(.toNearestOrAwayFromZero)
    case .minimum: b < a ? b : a
    case .maximum: b > a ? b : a
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .not: a == 0 ? 1 : 0
    case .select: a != 0 ? b : c
    }
  }
}
