import Publishing

/// A graph of a model's inputs and formulas, and of the values that each is computed from.
public struct DependencyGraph: Hashable, Sendable {
  /// The kind of a node.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An input that belongs to a market.
    case market
    /// An input that belongs to a company.
    case company
    /// An input that the model assumes.
    case assumption
    /// Something computed.
    case variable
    /// Something computed that the model gives.
    case output
  }

  /// An input, a variable or an output.
  public struct Node: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its unit.
    public var unit: String
    /// The kind.
    public var kind: Kind

    /// Makes a node.
    public init(name: String, unit: String, kind: Kind) {
      self.name = name
      self.unit = unit
      self.kind = kind
    }
  }

  /// The name of what is shown.
  public var title: String
  /// The inputs in any order, then what is computed in the order of computation.
  public var nodes: [Node]
  /// The names that each computed node uses directly.
  public var dependencies: [String: [String]]

  /// Makes a graph; names without a node are left out when it is drawn.
  public init(title: String, nodes: [Node], dependencies: [String: [String]]) {
    self.title = title
    self.nodes = nodes
    self.dependencies = dependencies
  }

  /// An arrow from a node to one that is computed from it, by position.
  struct Edge: Hashable {
    var from: Int
    var to: Int
    /// True if the value used is computed later, and so is one of the year before.
    var isFromYearBefore: Bool
  }

  /// All arrows, by what is computed, then in the order of use.
  var edges: [Edge] {
    let positions = Dictionary(
      nodes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return nodes.indices.flatMap { to -> [Edge] in
      var seen: Set<Int> = [to]
      return dependencies[nodes[to].name, default: []].compactMap { name in
        guard let from = positions[name], seen.insert(from).inserted else { return nil }
        return Edge(from: from, to: to, isFromYearBefore: from > to)
      }
    }
  }
}

extension DependencyGraph.Kind {
  var isInput: Bool {
    switch self {
    case .market, .company, .assumption: true
    case .variable, .output: false
    }
  }

  /// The colour that fills the box.
  var fill: ChartColor {
    switch self {
    case .market: ChartPalette.paleGreen
    case .company: ChartPalette.sky
    case .assumption: ChartPalette.paleOrange
    case .variable, .output: ChartPalette.paper
    }
  }

  /// The edge of the box.
  var stroke: ChartColor {
    switch self {
    case .market: ChartPalette.green
    case .company: ChartPalette.blue
    case .assumption: ChartPalette.orange
    case .variable: ChartPalette.soft
    case .output: ChartPalette.ink
    }
  }

  /// The thickness of the box's edge.
  var strokeWidth: Int { self == .output ? 3 : 1 }
}
