import Facts

/// Finds the amount of any window that reported periods give.
///
/// A reported amount is an edge between the two ends of its period, walked forwards with its sign
/// and backwards against it. The amount of a window is then the sum along a shortest path from its
/// start to its end: twelve months to June 2025 = FY2024 - 2024-H1 + 2025-H1. Of several rows of one period the
/// best takes part, whatever the amounts.
struct WindowFinder {
  /// More terms than these say less than they cost: every one brings its own error.
  static let mostTerms = 5

  private struct Edge {
    var to: Int
    var amount: ReportedAmount
    var sign: Double
    var variance: Double
  }

  /// A way to a point, from the start of the window.
  private struct Way {
    var variance = 0.0
    var value = 0.0
    var confidence = 0
    var sources = 0
    var edges: [Edge] = []

    func adding(_ edge: Edge) -> Way {
      var way = self
      way.variance += edge.variance
      way.value += edge.sign * edge.amount.value
      way.confidence += edge.amount.confidence.weight
      way.sources += edge.amount.sourceDay
      way.edges.append(edge)
      return way
    }

    /// The smaller variance, then the higher confidence, then the later sources; the amount last,
    /// so that the order of the facts never decides.
    func isBetter(than other: Way) -> Bool {
      if variance != other.variance { return variance < other.variance }
      if confidence != other.confidence { return confidence > other.confidence }
      if sources != other.sources { return sources > other.sources }
      return value < other.value
    }
  }

  /// By the point where they start; points are tenths of months, so that a quarter that is written
  /// with days meets one that is written as a quarter.
  private var edges: [Int: [Edge]] = [:]

  /// Takes the amounts over time of one metric.
  init(_ amounts: [ReportedAmount], _ reporting: ReportingParameters) {
    for amount in ReportedAmount.best(of: amounts.filter(\.isOverTime), reporting) {
      let (start, end) = (Self.point(amount.start), Self.point(amount.end))
      let deviation = amount.deviation(reporting)
      let variance = deviation * deviation
      edges[start, default: []].append(
        Edge(to: end, amount: amount, sign: 1, variance: variance))
      edges[end, default: []].append(
        Edge(to: start, amount: amount, sign: -1, variance: variance))
    }
  }

  /// The windows of a length by the month where they end, in tenths.
  func windows(months: Int = 12) -> [Int: Window] {
    var found: [Int: Window] = [:]
    for end in edges.keys {
      let start = end - 10 * months
      guard edges[start] != nil, let way = best(from: start, to: end) else { continue }
      found[end] = window(by: way, endingAt: end)
    }
    return found
  }

  /// Reported amounts beside what other periods say of the same months, where both are known.
  var comparisons: [(amount: ReportedAmount, others: Window)] {
    edges.keys.sorted().flatMap { start in
      (edges[start] ?? []).filter { $0.sign > 0 }.sorted { $0.to < $1.to }.compactMap { edge in
        best(from: start, to: edge.to, isAvoidingDirect: true).map { way in
          (edge.amount, window(by: way, endingAt: edge.to))
        }
      }
    }
  }

  private func window(by way: Way, endingAt end: Int) -> Window {
    Window(
      end: Double(end) / 10, amount: way.value, deviation: way.variance.squareRoot(),
      terms: way.edges.map {
        Window.Term(
          sign: $0.sign, period: $0.amount.period, source: $0.amount.source,
          value: $0.amount.value)
      })
  }

  static func point(_ month: Double) -> Int { Int((month * 10).rounded(.toNearestOrEven)) }

  /// The best of the shortest ways, level by level: all that is reached with one more term.
  private func best(from start: Int, to end: Int, isAvoidingDirect: Bool = false) -> Way? {
    var reached: Set<Int> = [start]
    var level: [Int: Way] = [start: Way()]
    for _ in 0..<Self.mostTerms {
      var next: [Int: Way] = [:]
      for (point, way) in level {
        for edge in edges[point] ?? [] where !reached.contains(edge.to) {
          if isAvoidingDirect, point == start, edge.to == end { continue }
          let longer = way.adding(edge)
          if let other = next[edge.to], !longer.isBetter(than: other) { continue }
          next[edge.to] = longer
        }
      }
      if let way = next[end] { return way }
      reached.formUnion(next.keys)
      level = next
    }
    return nil
  }
}

extension Confidence {
  fileprivate var weight: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
