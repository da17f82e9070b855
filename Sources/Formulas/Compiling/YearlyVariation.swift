/// Finds the variables whose value depends on the year.
///
/// Judged by how they are written, not by what comes out: `year - year` varies. So a variable
/// keeps its shape in results whatever the horizon.
enum YearlyVariation {
  /// One answer for each variable.
  static func of(_ model: BoundModel) -> [Bool] {
    var varies = [Bool](repeating: false, count: model.rules.count)
    var readers = [[Int]](repeating: [], count: model.rules.count)
    var pending: [Int] = []

    func mark(_ variable: Int) {
      guard !varies[variable] else { return }
      varies[variable] = true
      pending.append(variable)
    }

    for (variable, rule) in model.rules.enumerated() {
      if case .stock(_, let next) = rule {
        // `next: previous` keeps the value of the first year.
        if !model.formulas[next].isOwnPrevious { mark(variable) }
        continue
      }
      for index in rule.formulas {
        let formula = model.formulas[index]
        for (node, isFixed) in zip(formula.nodes, formula.fixedInTime) where !isFixed {
          switch node.operation {
          case .variable(let other): readers[other].append(variable)
          case let operation where operation.varies(in: model): mark(variable)
          default: break
          }
        }
      }
    }
    while let variable = pending.popLast() {
      for reader in readers[variable] { mark(reader) }
    }
    return varies
  }
}

extension BoundFormula {
  /// True if the formula is `previous` and nothing else.
  fileprivate var isOwnPrevious: Bool {
    if case .ownPrevious = nodes[root].operation { true } else { false }
  }
}

extension BoundFormula.Operation {
  /// Returns true if it depends on the year by itself, whatever its operands.
  fileprivate func varies(in model: BoundModel) -> Bool {
    switch self {
    case .input(let index): model.names.inputs[index].variesByYear
    case .year, .sum: true
    case .earlier(_, let first): first != nil
    case .call(let function, _):
      if case .pointwiseInYear = function.meaning { true } else { false }
    default: false
    }
  }
}
