import Foundation
import Testing

@testable import Reporting

struct DependencyGraphTests {
  /// A stock and what it feeds, with a value of the year before: `stock` uses `sales`, which is
  /// computed after it.
  static let graph = DependencyGraph(
    title: "Robotics",
    nodes: [
      .init(name: "robots_now", unit: "device", kind: .company),
      .init(name: "price", unit: "CNY/device", kind: .market),
      .init(name: "growth", unit: "1/year", kind: .assumption),
      .init(name: "stock", unit: "device", kind: .variable),
      .init(name: "sales", unit: "device/year", kind: .variable),
      .init(name: "revenue", unit: "CNY/year", kind: .output),
    ],
    dependencies: [
      "stock": ["robots_now", "sales", "stock"], "sales": ["stock", "growth", "nothing"],
      "revenue": ["sales", "price", "robots_now"],
    ])

  @Test func mermaid() {
    #expect(
      Self.graph.mermaid == """
        flowchart LR
          n0["robots_now<br/>device"]:::company
          n1["price<br/>CNY/device"]:::market
          n2["growth<br/>1/year"]:::assumption
          n3["stock<br/>device"]:::variable
          n4["sales<br/>device/year"]:::variable
          n5["revenue<br/>CNY/year"]:::output
          n0 --> n3
          n4 -.-> n3
          n3 --> n4
          n2 --> n4
          n4 --> n5
          n1 --> n5
          n0 --> n5
          classDef market fill:#cdeae1,stroke:#008560,stroke-width:1px,color:#1f2328
          classDef company fill:#d7ebf8,stroke:#0072b2,stroke-width:1px,color:#1f2328
          classDef assumption fill:#fbe6bf,stroke:#cc7a00,stroke-width:1px,color:#1f2328
          classDef variable fill:#ffffff,stroke:#57606a,stroke-width:1px,color:#1f2328
          classDef output fill:#ffffff,stroke:#1f2328,stroke-width:3px,color:#1f2328
        """)
  }

  @Test func labelsCanNotBreakOut() {
    let graph = DependencyGraph(
      title: "", nodes: [.init(name: "a\"]\nend--><b>`", unit: "token*user", kind: .variable)],
      dependencies: [:])
    #expect(graph.mermaid.split(separator: "\n").count == 3)
    #expect(
      graph.mermaid.contains(
        "n0[\"a#34;#93; end--#62;#60;b#62;#96;<br/>token#42;user\"]:::variable"))
    #expect(ChartReader.problems(in: graph.svg) == [])
  }

  /// By hand: stock depends on an input alone, sales on stock, revenue on sales; an input stands
  /// just left of its first use.
  @Test func columns() {
    let edges = Self.graph.edges
    let layout = LayeredLayout(
      count: 6, edges: edges, isInput: { Self.graph.nodes[$0].kind.isInput })
    #expect(layout.places.prefix(6).map(\.column) == [0, 2, 1, 1, 2, 3])
    // From robots_now to revenue the arrow passes through two columns.
    #expect(layout.routes.map(\.count) == [2, 2, 2, 2, 2, 2, 4])
    for (index, column) in layout.columns.enumerated() {
      #expect(column.map { layout.places[$0].row } == Array(column.indices))
      #expect(column.allSatisfy { layout.places[$0].column == index })
    }
  }

  @Test func theDrawingIsWholeAndTheSameAgain() {
    let svg = Self.graph.svg
    #expect(ChartReader.problems(in: svg) == [])
    for node in Self.graph.nodes { #expect(svg.contains(">\(node.name)<")) }
    #expect(svg.components(separatedBy: "stroke-dasharray").count == 2)
    #expect(svg == Self.graph.svg)
    let empty = DependencyGraph(title: "Nothing", nodes: [], dependencies: [:])
    #expect(ChartReader.problems(in: empty.svg) == [])
  }

  @Test func aLargeGraphIsDrawn() {
    let nodes = (0..<300).map {
      DependencyGraph.Node(
        name: "name_that_is_rather_long_\($0)", unit: "CNY/device/year",
        kind: $0 < 60 ? .assumption : .variable)
    }
    let uses = (60..<300).map { index in
      (nodes[index].name, [nodes[index % 60].name, nodes[index / 2].name])
    }
    let graph = DependencyGraph(
      title: "Large", nodes: nodes, dependencies: Dictionary(uniqueKeysWithValues: uses))
    #expect(ChartReader.problems(in: graph.svg) == [])
  }
}
