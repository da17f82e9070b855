/// Finds exponentials whose arguments rise by the same amount from one to the next.
struct ExponentialSeries {
  /// A member's place.
  struct Member {
    var series: Int
    /// The member before it, a node of the graph; nil for the first.
    var before: Int?
    /// True if it is e^0.
    var isOne: Bool
    /// True if the member before it is.
    var followsOne: Bool
  }

  /// A series' step from one argument to the next.
  struct Step {
    var sortedTerms: [(monomial: LinearForm.Monomial, coefficient: Double)]
  }

  /// Members by node.
  private(set) var members: [Int: Member] = [:]
  private(set) var steps: [Step] = []
  private(set) var startsWithOne: [Bool] = []
  /// The nodes that a product has as an operand.
  let factorsOfProducts: Set<Int>

  /// Fewer than this many are left as they are.
  private static let shortest = 3

  init(of graph: ValueGraph, needed: [Bool]) {
    var forms = [LinearForm?](repeating: nil, count: graph.nodes.count)
    var arguments: [(node: Int, form: LinearForm)] = []
    var factors: Set<Int> = []
    for index in graph.nodes.indices where needed[index] {
      forms[index] = ExponentialSeries.form(of: index, in: graph, forms)
      guard case .operation(let opcode, let a, let b, _) = graph.nodes[index] else { continue }
      if opcode == .multiply { factors.formUnion([a.index, b.index]) }
      if opcode == .divide, case .constant = graph.nodes[b.index] { factors.insert(a.index) }
      if opcode == .exponential, let form = forms[a.index], form.number == nil {
        arguments.append((index, form))
      }
    }
    factorsOfProducts = factors
    let families = Dictionary(grouping: arguments) { Set($0.form.terms.keys) }
    for family in families.values.sorted(by: { $0[0].node < $1[0].node }) {
      add(family)
    }
  }

  /// The linear form of a node, as far as sums and products go.
  private static func form(
    of index: Int, in graph: ValueGraph, _ forms: [LinearForm?]
  ) -> LinearForm? {
    let itself = LinearForm(value: index)
    switch graph.nodes[index] {
    case .constant(let bits): return LinearForm(number: Double(bitPattern: bits))
    case .input: return itself
    case .operation(let opcode, let a, let b, _):
      guard let first = forms[a.index], let second = forms[b.index] else { return itself }
      switch opcode {
      case .add: return first + second ?? itself
      case .subtract: return first - second ?? itself
      case .negate: return first.times(-1) ?? itself
      case .multiply: return first * second ?? itself
      case .divide:
        let inverse = second.number.map { LinearForm(number: 1 / $0) }
        return first * (inverse ?? LinearForm(inverseOf: b.index)) ?? itself
      default: return itself
      }
    }
  }

  /// Adds the longest runs of a family, in which neighbours differ by the same step.
  private mutating func add(_ family: [(node: Int, form: LinearForm)]) {
    guard family.count >= Self.shortest else { return }
    // The order of creation is the order of the years.
    var start = 0
    while start + 1 < family.count {
      let step = Self.difference(family[start + 1].form, family[start].form)
      var end = start + 1
      while end + 1 < family.count,
        Self.isSame(Self.difference(family[end + 1].form, family[end].form), step)
      {
        end += 1
      }
      if end - start + 1 >= Self.shortest { add(family[start...end], step) }
      start = end
    }
  }

  private mutating func add(
    _ run: ArraySlice<(node: Int, form: LinearForm)>, _ step: [LinearForm.Monomial: LongNumber]
  ) {
    // A node can end one run and begin the next: then it stays with the first.
    guard let first = run.first, members[first.node] == nil else { return }
    let terms = step.filter { $0.value.value != 0 }
      .sorted { $0.key.atoms.lexicographicallyPrecedes($1.key.atoms) }
      .map { (monomial: $0.key, coefficient: $0.value.value) }
    guard !terms.isEmpty else { return }
    steps.append(Step(sortedTerms: terms))
    startsWithOne.append(first.form.isZero)
    var before: Int?
    for (place, member) in run.enumerated() {
      members[member.node] = Member(
        series: steps.count - 1, before: before, isOne: place == 0 && first.form.isZero,
        followsOne: place == 1 && first.form.isZero)
      before = member.node
    }
  }

  private static func difference(
    _ left: LinearForm, _ right: LinearForm
  ) -> [LinearForm.Monomial: LongNumber] {
    left.terms.reduce(into: [:]) { result, term in
      result[term.key] = term.value - (right.terms[term.key] ?? LongNumber(0))
    }
  }

  /// Equal up to what pairs of doubles can't tell.
  private static func isSame(
    _ left: [LinearForm.Monomial: LongNumber], _ right: [LinearForm.Monomial: LongNumber]
  ) -> Bool {
    left.allSatisfy { monomial, value in
      guard let other = right[monomial] else { return false }
      return (value - other).value.magnitude <= 1e-20 * max(1e-10, other.value.magnitude)
    }
  }
}
