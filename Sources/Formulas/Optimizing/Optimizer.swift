/// Rewrites a graph of values into one that is faster to compute and equal up to rounding.
///
/// - `exp(a + b t)` in year after year becomes a running product, likewise whole powers.
/// - Factors that don't change from year to year are multiplied once.
/// - Division by a number becomes multiplication by its inverse.
///
/// The regrouped values must not overflow or underflow where the original ones wouldn't: they are
/// guarded, and a machine that sees one of extraordinary size runs the original program instead.
/// Guarded are the first values and ratios of series, and products of what stays the same; a
/// product may be 0, since a factor may. A machine also runs the original program where a result
/// isn't finite: factors that vary may have overflowed in their new order.
struct Optimizer {
  let source: ValueGraph
  /// The values that stay the same in two years or more.
  let invariants: Set<Int>
  private let kept: Set<Int>
  private let uses: [Int]
  private let series: ExponentialSeries
  private var target = ValueGraph()
  private var values: [ValueGraph.Value?]
  private var guarded: [ValueGraph.Guarded] = []

  /// The graph rewritten, with what its results have become.
  struct Outcome {
    var graph: ValueGraph
    var results: [ValueGraph.Result]
    var guarded: [ValueGraph.Guarded]
  }

  static func optimize(
    _ graph: ValueGraph, invariants: Set<Int>, keeping results: [ValueGraph.Result]
  ) -> Outcome {
    var optimizer = Optimizer(graph, invariants, results)
    optimizer.rebuild()
    return Outcome(
      graph: optimizer.target,
      results: results.map { result in
        var result = result
        result.value = optimizer.value(result.value.index)
        return result
      }, guarded: optimizer.guarded)
  }

  private init(
    _ source: ValueGraph, _ invariants: Set<Int>, _ results: [ValueGraph.Result]
  ) {
    let isNeeded = source.needed(for: results.map(\.value))
    var uses = [Int](repeating: 0, count: source.nodes.count)
    for index in source.nodes.indices where isNeeded[index] {
      for operand in source.operands(of: index) { uses[operand.index] += 1 }
    }
    self.source = source
    self.invariants = invariants
    kept = Set(results.map(\.value.index))
    self.uses = uses
    series = ExponentialSeries(of: source, needed: isNeeded)
    values = [ValueGraph.Value?](repeating: nil, count: source.nodes.count)
  }

  private mutating func rebuild() {
    for index in source.nodes.indices
    where (uses[index] > 0 || kept.contains(index)) && !isInnerFactor(index) {
      values[index] = rebuilt(index)
    }
  }

  /// The value that a node has become; a factor that was to dissolve in a product is made after
  /// all.
  private mutating func value(_ index: Int) -> ValueGraph.Value {
    if let known = values[index] { return known }
    let made = rebuilt(index)
    values[index] = made
    return made
  }

  // MARK: Nodes

  private mutating func rebuilt(_ index: Int) -> ValueGraph.Value {
    switch source.nodes[index] {
    case .constant(let bits):
      return target.constant(Double(bitPattern: bits))
    case .input(let slot):
      return target.input(slot)
    case .operation(let opcode, let a, let b, let c):
      if let member = series.members[index] { return exponential(member, argument: a.index) }
      if isProduct(index), let product = product(of: index) { return product }
      if opcode == .power, let exponent = number(b),
        let power = wholePower(of: a.index, exponent)
      {
        return power
      }
      return target.append(opcode, value(a.index), value(b.index), value(c.index))
    }
  }

  /// Returns true if a node stays the same through the years.
  private func isInvariant(_ index: Int) -> Bool {
    switch source.nodes[index] {
    case .constant: true
    case .input(let slot): slot.year == nil
    case .operation: invariants.contains(index)
    }
  }

  private func number(_ value: ValueGraph.Value) -> Double? {
    if case .constant(let bits) = source.nodes[value.index] {
      Double(bitPattern: bits)
    } else {
      nil
    }
  }

  /// 1 where a value is finite: what an operation gives whose result doesn't depend on it.
  ///
  /// An input that isn't finite, or a sum of it and a number, shows itself where its value counts.
  private mutating func one(ifFinite index: Int) -> ValueGraph.Value {
    let one = target.constant(1)
    var base = index
    while case .operation(let opcode, let a, let b, _) = source.nodes[base] {
      if opcode == .negate || (opcode == .add || opcode == .subtract) && number(b) != nil {
        base = a.index
      } else if opcode == .add || opcode == .subtract, number(a) != nil {
        base = b.index
      } else {
        break
      }
    }
    if case .input = source.nodes[base] { return one }
    return target.append(.add, target.append(.multiply, value(index), target.constant(0)), one)
  }

  // MARK: Powers and exponentials

  /// x^n for a small whole n as products; a series of powers shares them.
  private mutating func wholePower(of index: Int, _ exponent: Double) -> ValueGraph.Value? {
    guard (0...32).contains(exponent), exponent == exponent.rounded() else { return nil }
    if exponent == 0 { return one(ifFinite: index) }
    let base = value(index)
    func power(_ n: Int) -> ValueGraph.Value {
      switch n {
      case 1: base
      case let n where n.isMultiple(of: 2):
        target.append(.multiply, power(n / 2), power(n / 2))
      default: target.append(.multiply, power(n - 1), base)
      }
    }
    return power(Int(exponent))
  }

  /// A member of a series: the one before it times the ratio.
  private mutating func exponential(
    _ member: ExponentialSeries.Member, argument: Int
  ) -> ValueGraph.Value {
    guard let before = member.before else {
      if member.isOne { return one(ofZero: argument) }
      let first = target.append(.exponential, value(argument))
      guarded.append(ValueGraph.Guarded(value: first, mayBeZero: false))
      return first
    }
    let ratio = ratio(of: member)
    return member.followsOne ? ratio : target.append(.multiply, value(before), ratio)
  }

  /// e^x for an x that is 0 times something, or its negative.
  private mutating func one(ofZero index: Int) -> ValueGraph.Value {
    var index = index
    while case .operation(let opcode, let a, let b, _) = source.nodes[index] {
      if opcode == .negate || (opcode == .multiply && number(b) == 0) {
        index = a.index
      } else if opcode == .multiply, number(a) == 0 {
        index = b.index
      } else {
        break
      }
    }
    return one(ifFinite: index)
  }

  /// e^Δ for the difference Δ between neighbours, computed once for a series.
  private mutating func ratio(of member: ExponentialSeries.Member) -> ValueGraph.Value {
    var sum: ValueGraph.Value?
    for (monomial, coefficient) in series.steps[member.series].sortedTerms {
      let term = term(monomial, coefficient)
      sum = sum.map { target.append(.add, $0, term) } ?? term
    }
    let ratio = target.append(.exponential, sum ?? target.constant(0))
    if !series.startsWithOne[member.series] {
      guarded.append(ValueGraph.Guarded(value: ratio, mayBeZero: false))
    }
    return ratio
  }

  private mutating func term(
    _ monomial: LinearForm.Monomial, _ coefficient: Double
  ) -> ValueGraph.Value {
    var product: ValueGraph.Value?
    for atom in monomial.atoms where !atom.isInverse {
      let factor = value(atom.value)
      product = product.map { target.append(.multiply, $0, factor) } ?? factor
    }
    if let known = product {
      product =
        coefficient == -1
        ? target.append(.negate, known)
        : target.append(.multiply, known, target.constant(coefficient))
    }
    var result = product ?? target.constant(coefficient)
    for atom in monomial.atoms where atom.isInverse {
      result = target.append(.divide, result, value(atom.value))
    }
    return result
  }

  // MARK: Products

  /// Returns true if a node multiplies, or divides by a number that has an ordinary inverse.
  private func isProduct(_ index: Int) -> Bool {
    guard case .operation(let opcode, _, let b, _) = source.nodes[index] else { return false }
    switch opcode {
    case .multiply: return true
    case .divide:
      guard let divisor = number(b) else { return false }
      return divisor.magnitude > 0x1p-300 && divisor.magnitude < 0x1p300
    default: return false
    }
  }

  /// Returns true if a product is a factor of another one and of nothing else.
  private func isInnerFactor(_ index: Int) -> Bool {
    uses[index] == 1 && !kept.contains(index) && isProduct(index)
      && series.factorsOfProducts.contains(index)
  }

  private mutating func product(of index: Int) -> ValueGraph.Value? {
    var number = 1.0
    var fixed: [ValueGraph.Value] = []
    var varying: [(value: ValueGraph.Value, isInner: Bool)] = []
    var open = [index]
    while let next = open.popLast() {
      guard case .operation(let opcode, let a, let b, _) = source.nodes[next] else { return nil }
      if opcode == .divide, let divisor = self.number(b) {
        number /= divisor
        take(a.index, &open, &number, &fixed, &varying)
      } else {
        take(b.index, &open, &number, &fixed, &varying)
        take(a.index, &open, &number, &fixed, &varying)
      }
    }
    guard number.isFinite else { return nil }
    var result: ValueGraph.Value?
    for value in fixed.sorted(by: { $0.index < $1.index }) {
      result = result.map { target.append(.multiply, $0, value) } ?? value
    }
    if number != 1, let known = result {
      result = target.append(.multiply, known, target.constant(number))
    }
    if fixed.count > 2 || (fixed.count == 2 && !varying.isEmpty), let result {
      guarded.append(ValueGraph.Guarded(value: result, mayBeZero: true))
    }
    let scaled = result != nil
    // A factor that is computed for this product alone goes first, right after it is made.
    if let first = varying.firstIndex(where: \.isInner) { varying.swapAt(0, first) }
    for (value, _) in varying {
      result = result.map { target.append(.multiply, $0, value) } ?? value
    }
    if !scaled, number != 1, let known = result {
      result = target.append(.multiply, known, target.constant(number))
    }
    return result ?? target.constant(number)
  }

  /// Sorts a factor: into a product's own factors, the number, or the values.
  private mutating func take(
    _ index: Int, _ open: inout [Int], _ number: inout Double, _ fixed: inout [ValueGraph.Value],
    _ varying: inout [(value: ValueGraph.Value, isInner: Bool)]
  ) {
    if case .constant(let bits) = source.nodes[index] {
      number *= Double(bitPattern: bits)
    } else if isInnerFactor(index) {
      open.append(index)
    } else {
      let value = value(index)
      if isInvariant(index) {
        fixed.append(value)
      } else if case .operation = source.nodes[index] {
        // A member of a series is needed for the next one as well.
        let isInner = uses[index] == 1 && !kept.contains(index) && series.members[index] == nil
        varying.append((value, isInner))
      } else {
        varying.append((value, false))
      }
    }
  }
}
