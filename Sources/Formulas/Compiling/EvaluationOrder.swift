import Diagnostics

/// The order in which the parts of all formulas can be computed, in all years, and the cycles
/// that make it impossible.
///
/// A cell is one node of a formula in one year. The search goes depth first with a stack of its
/// own: a chain of variables through all years of a horizon may be as long as it likes.
struct EvaluationOrder {
  /// A node in a year.
  struct Cell: Hashable {
    var node: Int
    var year: Int
  }

  /// Every cell that is needed, after those that it needs.
  private(set) var cells: [Cell] = []
  /// One diagnostic a cycle; a variable is told about once.
  private(set) var cycles: [Diagnostic] = []

  private let model: BoundModel
  private let formulaOfNode: [Int]
  private var states: [State]
  private var variablesInCycles: Set<Int> = []

  private enum State: UInt8 {
    case unseen, open, done
  }

  init(_ model: BoundModel) {
    self.model = model
    formulaOfNode = model.formulaOfNode()
    states = [State](repeating: .unseen, count: model.nodeCount * model.years.count)
    for year in model.years.indices {
      for variable in model.rules.indices {
        if let root = model.root(of: variable, year: year) {
          visit(Cell(node: root, year: year))
        }
      }
    }
  }

  /// A place for each cell in arrays.
  func index(_ cell: Cell) -> Int { cell.node * model.years.count + cell.year }

  func operation(_ node: Int) -> BoundFormula.Operation {
    let formula = formulaOfNode[node]
    return model.formulas[formula].nodes[node - model.firstNodes[formula]].operation
  }

  /// The cells that a cell is computed from, in order of its operands.
  func needs(of cell: Cell) -> [Cell] {
    let first = model.firstNodes[formulaOfNode[cell.node]]
    func operand(_ index: Int, year: Int) -> Cell { Cell(node: first + index, year: year) }
    func variable(_ index: Int, year: Int) -> [Cell] {
      model.root(of: index, year: year).map { [Cell(node: $0, year: year)] } ?? []
    }
    let operation = operation(cell.node)
    switch operation {
    case .variable(let index):
      return variable(index, year: cell.year)
    case .ownPrevious:
      return variable(model.owners[formulaOfNode[cell.node]], year: cell.year - 1)
    case .earlier(let index, let first):
      if cell.year > 0 { return [operand(index, year: cell.year - 1)] }
      return [operand(first ?? index, year: 0)]
    case .sum(let index):
      let now = operand(index, year: cell.year)
      return cell.year == 0 ? [now] : [Cell(node: cell.node, year: cell.year - 1), now]
    case .moment(let index, let year):
      return [operand(index, year: year)]
    default:
      return operation.operands.map { operand($0, year: cell.year) }
    }
  }
}

extension EvaluationOrder {
  private mutating func visit(_ start: Cell) {
    guard states[index(start)] == .unseen else { return }
    states[index(start)] = .open
    var path = [(cell: start, needs: needs(of: start), next: 0)]
    while let (cell, needs, next) = path.last {
      guard next < needs.count else {
        states[index(cell)] = .done
        cells.append(cell)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let needed = needs[next]
      switch states[index(needed)] {
      case .done: break
      case .unseen:
        states[index(needed)] = .open
        path.append((needed, self.needs(of: needed), 0))
      case .open:
        let start = path.lastIndex { $0.cell == needed } ?? 0
        reportCycle(path[start...].map(\.cell))
      }
    }
  }

  private mutating func reportCycle(_ cells: [Cell]) {
    // Only steps into a variable say something to the author; what lies between is in formulas.
    var reads = cells.compactMap { cell -> Read? in
      guard let variable = needs(of: cell).first.map({ owner(of: $0.node) }) else { return nil }
      switch operation(cell.node) {
      case .variable, .ownPrevious: return Read(node: cell.node, of: variable)
      default: return nil
      }
    }
    guard variablesInCycles.isDisjoint(with: reads.map(\.variable)) else { return }
    variablesInCycles.formUnion(reads.map(\.variable))
    reads = shortened(reads)
    let isInFirstYear = cells.contains { cell in
      if case .earlier = operation(cell.node) { cell.year == 0 } else { false }
    }
    cycles.append(diagnostic(reads, isInFirstYear: isInFirstYear))
  }

  /// The cycle as its author sees it: from the variable that is declared first, without steps of
  /// a stock to itself through the years, and only until it is back.
  private func shortened(_ reads: [Read]) -> [Read] {
    let others = reads.filter { owner(of: $0.node) != $0.variable }
    let owners = others.map { owner(of: $0.node) }
    guard let start = owners.min(), let first = owners.firstIndex(of: start) else {
      return Array(reads.prefix(1))
    }
    let rotated = Array(others[first...] + others[..<first])
    let end = rotated.firstIndex { $0.variable == start } ?? rotated.count - 1
    return Array(rotated[...end])
  }

  /// A place where a formula reads a variable.
  private struct Read {
    var node: Int
    var variable: Int

    init(node: Int, of variable: Int) {
      self.node = node
      self.variable = variable
    }
  }

  private func owner(of node: Int) -> Int { model.owners[formulaOfNode[node]] }

  private func diagnostic(_ reads: [Read], isInFirstYear: Bool) -> Diagnostic {
    func name(_ variable: Int) -> String { model.names.variables[variable].name }
    guard let first = reads.first else { return Diagnostic("a formula needs its own value") }
    let start = name(owner(of: first.node))
    // A ring of a thousand variables is understood from its first ones.
    let shown = reads.count > 12 ? Array(reads.prefix(10)) : reads
    var steps = [start] + shown.map { name($0.variable) }
    var help = shown.map { read in
      let location = place(of: read.node).location.map { " at \($0)" } ?? ""
      return "\(name(owner(of: read.node))) reads \(name(read.variable))\(location)"
    }
    if shown.count < reads.count {
      steps += ["…", start]
      help.append("and \(reads.count - shown.count) more")
    }
    let cycle = steps.joined(separator: " → ")
    help.append(
      isInFirstYear
        ? "in the first year previous(x) is x in that year; say what it is then with "
          + "previous(x, first), or make it a stock with start and next"
        : "read one of them a year earlier with previous(…), or make it a stock")
    let (location, line) = place(of: first.node)
    return Diagnostic(
      "\"\(start)\" needs its own value\(isInFirstYear ? " in the first year" : ""): \(cycle)",
      at: location, sourceLine: line, help: help.joined(separator: "\n        "))
  }

  private func place(of node: Int) -> (location: SourceLocation?, line: String?) {
    let formula = model.formulas[formulaOfNode[node]]
    let index = node - model.firstNodes[formulaOfNode[node]]
    return formula.source.place(at: formula.expression.nodes[index].place)
  }
}
