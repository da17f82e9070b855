import Publishing

/// Puts a graph's nodes into columns, from what is given on the left to what is computed last.
///
/// An arrow over several columns passes through a place of its own in each, so that no line
/// crosses a box. Deterministic: ties are broken by position.
struct LayeredLayout {
  /// A box, or a place that an arrow passes through.
  struct Place: Hashable {
    /// The node's position; nil where an arrow passes through.
    var node: Int?
    var column: Int
    /// The place in its column, from above.
    var row = 0
  }

  /// The places; those of the nodes come first, in their order.
  private(set) var places: [Place]
  /// The places in each column, from above.
  private(set) var columns: [[Int]]
  /// The places along each arrow, from where it begins, in the order of the arrows given.
  private(set) var routes: [[Int]]

  /// Sweeps over the columns to put places near those they are linked to.
  private static let sweeps = 12

  init(count: Int, edges: [DependencyGraph.Edge], isInput: (Int) -> Bool) {
    let layers = Self.layers(count: count, edges: edges, isInput: isInput)
    places = (0..<count).map { Place(node: $0, column: layers[$0]) }
    columns = Array(repeating: [], count: (layers.max() ?? -1) + 1)
    routes = []
    for node in 0..<count { columns[layers[node]].append(node) }
    for edge in edges {
      var route = [edge.from]
      let (start, end) = (layers[edge.from], layers[edge.to])
      if start + 1 < end {
        for column in (start + 1)..<end {
          columns[column].append(places.count)
          route.append(places.count)
          places.append(Place(node: nil, column: column))
        }
      }
      routes.append(route + [edge.to])
    }
    orderRows()
  }

  /// Each node's column: what is computed right of all it is computed from, an input just left of
  /// its first use.
  private static func layers(
    count: Int, edges: [DependencyGraph.Edge], isInput: (Int) -> Bool
  ) -> [Int] {
    var layers = (0..<count).map { isInput($0) ? 0 : 1 }
    let forward = edges.filter { !$0.isFromYearBefore }
    // What is computed comes after what it uses, so that one pass in order is enough.
    for edge in forward.sorted(by: { ($0.to, $0.from) < ($1.to, $1.from) }) {
      layers[edge.to] = max(layers[edge.to], layers[edge.from] + 1)
    }
    for node in 0..<count where isInput(node) {
      let uses = edges.filter { $0.from == node }.map { layers[$0.to] }
      layers[node] = max(0, (uses.min() ?? 1) - 1)
    }
    return layers
  }

  /// Orders each column by the mean row of the neighbours, to the right and back again.
  private mutating func orderRows() {
    var left = Array(repeating: [Int](), count: places.count)
    var right = left
    for route in routes {
      for (from, to) in zip(route, route.dropFirst())
      where places[from].column < places[to].column {
        left[to].append(from)
        right[from].append(to)
      }
    }
    numberRows()
    for sweep in 0..<Self.sweeps {
      let forward = sweep % 2 == 0
      for column in forward ? Array(columns.indices) : columns.indices.reversed() {
        let neighbours = forward ? left : right
        let keys = columns[column].map { place -> (Double, Int, Int) in
          let rows = neighbours[place].map { height(of: $0) }
          let mean =
            rows.isEmpty ? height(of: place) : rows.reduce(0, +) / Double(rows.count)
          return (mean, places[place].row, place)
        }
        columns[column] = keys.sorted { $0 < $1 }.map(\.2)
        numberRows(of: column)
      }
    }
  }

  /// The relative height of a place in its column, 0...1, so that columns of different lengths
  /// compare.
  private func height(of place: Int) -> Double {
    (Double(places[place].row) + 0.5) / Double(max(1, columns[places[place].column].count))
  }

  private mutating func numberRows() {
    for column in columns.indices { numberRows(of: column) }
  }

  private mutating func numberRows(of column: Int) {
    for (row, place) in columns[column].enumerated() { places[place].row = row }
  }
}
