import Diagnostics

/// A model whose formulas have been read and bound, with every node of every formula numbered.
struct BoundModel {
  enum Rule {
    case formula(Int)
    case stock(start: Int, next: Int)
    /// A formula of it is a mistake that has been reported.
    case unknown

    /// The indices of its formulas.
    var formulas: [Int] {
      switch self {
      case .formula(let index): [index]
      case .stock(let start, let next): [start, next]
      case .unknown: []
      }
    }
  }

  let names: Names
  let years: [Int]
  let formulas: [BoundFormula]
  /// The variable that each formula belongs to.
  let owners: [Int]
  /// One for each variable of `names`.
  let rules: [Rule]
  /// The number of the first node of each formula, and of all nodes at the end.
  let firstNodes: [Int]

  init(names: Names, years: [Int], formulas: [BoundFormula], owners: [Int], rules: [Rule]) {
    self.names = names
    self.years = years
    self.formulas = formulas
    self.owners = owners
    self.rules = rules
    firstNodes = formulas.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.nodes.count) }
  }

  var nodeCount: Int { firstNodes.last ?? 0 }

  /// The node that gives a variable its value in a year; nil for one that is a mistake.
  func root(of variable: Int, year: Int) -> Int? {
    let formula: Int
    switch rules[variable] {
    case .formula(let index): formula = index
    case .stock(let start, let next): formula = year == 0 ? start : next
    case .unknown: return nil
    }
    return firstNodes[formula] + formulas[formula].root
  }

  /// The formula that a node belongs to, for every node.
  func formulaOfNode() -> [Int] {
    formulas.indices.flatMap { [Int](repeating: $0, count: formulas[$0].nodes.count) }
  }

  /// The names that a variable's formulas use, in order of first use, without its own.
  func dependencies(of variable: Int) -> [Names.Meaning] {
    var found: [Names.Meaning] = []
    var seen: Set<Names.Meaning> = [.variable(variable)]
    for formula in rules[variable].formulas {
      for node in formulas[formula].nodes {
        guard let meaning = node.operation.meaning, seen.insert(meaning).inserted else { continue }
        found.append(meaning)
      }
    }
    return found
  }
}

extension BoundFormula.Operation {
  /// The input or variable that it reads.
  var meaning: Names.Meaning? {
    switch self {
    case .input(let index): .input(index)
    case .variable(let index): .variable(index)
    default: nil
    }
  }
}
