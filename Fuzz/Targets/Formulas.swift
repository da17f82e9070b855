import Diagnostics
@testable import Formulas
import FuzzSupport
@testable import Simulation
@testable import Units

/// Reads formulas, a semicolon between them: of a variable, and the start and next value of a stock.
///
/// What was read prints as a text that reads back as the same tree and gives the same program, which
/// all kernels run to the same bits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let texts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  guard texts.count <= 3 else { return isOfNoUse }
  let sources = texts.map { FormulaSource($0, at: place, sourceLine: $0) }
  var printed: [FormulaSource] = []
  for source in sources {
    do {
      let tree = try FormulaExpression.parse(source)
      let again = try FormulaExpression.parse(FormulaSource(tree.description))
      require(again == tree, "\(source.text) prints as \(tree)")
      printed.append(FormulaSource(tree.description))
    } catch {
      requireTold(error, in: lines(of: source.text))
    }
  }
  do {
    let model = try compile(sources)
    require(printed.count == sources.count, "compiled, and not read: \(text)")
    let again = try compile(printed)
    require(again.program == model.program, "\(text): another program when printed")
    require(again.optimized == model.optimized, "\(text): another optimized one when printed")
    run(model)
  } catch {
    requireTold(error, in: nil)
  }
  return isDone
}

private let place = SourceLocation(file: "input", line: 1, column: 1)

private func lines(of text: String) -> [String] {
  text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
}

private let units: UnitRegistry = {
  do {
    return try UnitRegistry([
      UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "user", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "year", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "day", meaning: .scaled(factor: 1.0 / 365, of: "year")),
    ])
  } catch {
    fatalError("\(error)")
  }
}()

private func unit(_ text: String) -> UnitExpression {
  do {
    return try units.parse(text)
  } catch {
    fatalError("\(error)")
  }
}

private let inputs = [
  InputDeclaration(name: "a", unit: .one), InputDeclaration(name: "b", unit: .one),
  InputDeclaration(name: "c", unit: .one, variesByYear: true),
  InputDeclaration(name: "users", unit: unit("user")),
  InputDeclaration(name: "price", unit: unit("CNY/user/year"), variesByYear: true),
  InputDeclaration(name: "cost", unit: unit("CNY/year")),
]

private func compile(_ sources: [FormulaSource]) throws -> CompiledModel {
  var variables = [VariableDeclaration(name: "v", unit: .one, rule: .formula(sources[0]))]
  if sources.count > 1 {
    variables.append(
      VariableDeclaration(
        name: "s", unit: .one,
        rule: .stock(start: sources[1], next: sources.count > 2 ? sources[2] : sources[0])))
  }
  return try ModelCompiler(units: units).compile(
    ModelSource(inputs: inputs, variables: variables, outputs: [], years: [2026, 2027, 2028]))
}

/// Runs the program on ordinary values and on those at the ends; a result may be infinite, but is
/// the same by all kernels.
private func run(_ model: CompiledModel) {
  let values = [
    0, 1, -1, 0.5, 2, 1e-15, 1e22, 1e308, -1e308, 5e-324, 3, 7.25, -0.0, 100, 0.999999, 1e9,
  ]
  for program in [model.program, model.optimized] {
    let columns = program.inputs.indices.map { index in
      Column.values(values.indices.map { values[($0 * (index + 1) + index) % values.count] })
    }
    let best = BlockMachine(program: program).run(inputs: columns, draws: values.count)
    let plain = BlockMachine(program: program, level: .swift).run(
      inputs: columns, draws: values.count)
    for (left, right) in zip(best, plain) {
      require(
        zip(left, right).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN },
        "kernels differ: \(left) \(right)")
    }
  }
}
