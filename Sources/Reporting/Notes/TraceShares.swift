package import RunRecord

/// The shares of the money-back index's spread that the nodes of a tree explain, with what is
/// below them.
package struct TraceShares {
  /// The shares of single inputs.
  package let alone: [String: Double]
  /// The shares where they count in sums.
  private var counted: [String: Double]
  private var below: [String: Set<String>] = [:]
  private let factual: Set<String>

  package init(_ assessment: AssessmentRecord) {
    self.init(
      assessment.drivers, nodes: assessment.trace,
      factual: Set(assessment.inputs.filter { !$0.facts.isEmpty }.map(\.name)))
  }

  /// The shares of a company's break-even in the tree below a node; what is computed straight from
  /// facts is shown like them.
  ///
  /// A driver that is computed beside the tree, as growth to the horizon is, counts where the
  /// tree's own variables stand nearest below it.
  package init(_ trace: CompanyTrace, drivers: [DriverRecord], below root: String) {
    let facts = Set(trace.inputs.filter { !$0.facts.isEmpty }.map(\.name))
    let next = trace.nodes.filter { !facts.isDisjoint(with: $0.children) }.map(\.name)
    self.init(drivers, nodes: trace.nodes, factual: facts.union(next))
    let inside = below[root] ?? []
    let computed = Dictionary(
      trace.nodes.filter { $0.kind == .formula }.map { ($0.name, $0.children) },
      uniquingKeysWith: { first, _ in first })
    counted = [:]
    for driver in drivers {
      let places = Self.nearest(to: driver.name, inside, computed)
      for place in places {
        counted[place, default: 0] += driver.share / Double(places.count)
      }
    }
  }

  private init(_ drivers: [DriverRecord], nodes: [TraceNode], factual: Set<String>) {
    alone = Dictionary(
      drivers.map { ($0.name, $0.share) }, uniquingKeysWith: { first, _ in first })
    counted = alone
    self.factual = factual
    let children = Dictionary(
      nodes.map { ($0.name, $0.children) }, uniquingKeysWith: { first, _ in first })
    for name in children.keys { below[name] = Self.below(name, children) }
  }

  /// The name itself where it is inside, else the first computed nodes below it that are.
  private static func nearest(
    to name: String, _ inside: Set<String>, _ computed: [String: [String]]
  ) -> [String] {
    if inside.contains(name) { return [name] }
    var seen: Set = [name]
    var level = [name]
    while !level.isEmpty {
      let next = level.flatMap { computed[$0] ?? [] }.filter {
        computed[$0] != nil && seen.insert($0).inserted
      }
      let found = next.filter(inside.contains)
      if !found.isEmpty { return found }
      level = next
    }
    return []
  }

  /// True if shares are known at all.
  package var isKnown: Bool { !alone.isEmpty }

  /// A node with all that is below it, also where it goes round by the year before.
  private static func below(_ name: String, _ children: [String: [String]]) -> Set<String> {
    var found: Set = [name]
    var left = [name]
    while let next = left.popLast() {
      for child in children[next] ?? [] where found.insert(child).inserted { left.append(child) }
    }
    return found
  }

  /// The share that some nodes, with all that is below them, explain together beyond others.
  package func together(_ names: [String], beyond others: [String] = []) -> Double {
    inputs(of: names).subtracting(inputs(of: others)).sorted()
      .reduce(0) { $0 + counted[$1, default: 0] }
  }

  private func inputs(of names: [String]) -> Set<String> {
    names.reduce(into: []) { $0.formUnion(below[$1] ?? [$1]) }
  }

  /// The nodes worth showing, most telling first, and the others: those that explain less than
  /// `least` beyond what stands before them and are no facts themselves.
  ///
  /// Revenue leads, and a node comes after the siblings that it is itself computed from.
  package func split(_ names: [String], least: Double) -> (shown: [String], others: [String]) {
    var shown: [String] = []
    var others: [String] = []
    var left = names
    while let next = next(of: left, beyond: shown + others) {
      left.removeAll { $0 == next.name }
      if next.gain >= least || factual.contains(next.name) {
        shown.append(next.name)
      } else {
        others.append(next.name)
      }
    }
    // One more line tells as much as a line that says there is one more.
    if others.count == 1 || names.count <= 2 || (shown.isEmpty && others.count == 3) {
      return (shown + others, [])
    }
    if shown.isEmpty { return (Array(others.prefix(2)), Array(others.dropFirst(2))) }
    return (shown, others)
  }

  /// The first nodes, which tell most, with those that are facts or computed straight from them.
  package func first(_ most: Int, of names: [String]) -> (shown: [String], others: [String]) {
    let leading = Set(names.prefix(most))
    let shown = names.filter { leading.contains($0) || factual.contains($0) }
    return names.count - shown.count < 2
      ? (names, []) : (shown, names.filter { !shown.contains($0) })
  }

  private func next(
    of names: [String], beyond before: [String]
  ) -> (name: String, gain: Double)? {
    if names.contains("revenue") { return ("revenue", together(["revenue"], beyond: before)) }
    let free = names.filter { name in
      names.allSatisfy { $0 == name || below[name]?.contains($0) != true }
    }
    let gains = (free.isEmpty ? names : free).map {
      (name: $0, gain: together([$0], beyond: before))
    }
    return gains.enumerated().max {
      ($0.element.gain, $1.offset) < ($1.element.gain, $0.offset)
    }?.element
  }
}
