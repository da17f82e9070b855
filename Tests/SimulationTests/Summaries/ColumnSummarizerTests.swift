import Simulation
import Testing

struct ColumnSummarizerTests {
  /// A column summarised by sorting it, as the definition of quantiles says (type 7).
  private struct Summary {
    let sorted: [Double]
    var count: Int { sorted.count }

    init(sorting values: [Double]) {
      sorted = values.filter(\.isFinite).sorted()
    }

    private func quantile(_ p: Double) -> Double? {
      guard count > 0 else { return nil }
      let position = Double(count - 1) * p
      let rank = Int(position)
      let (low, high) = (sorted[rank], sorted[min(rank + 1, count - 1)])
      let share = position - Double(rank)
      return low == high ? low : low * (1 - share) + high * share
    }

    var p5: Double? { quantile(0.05) }
    var p50: Double? { quantile(0.5) }
    var p95: Double? { quantile(0.95) }
  }

  /// Holds mean and sd to sums of scaled differences from the middle value.
  private func expect(
    _ summary: ColumnSummary, hasMomentsOf sorted: [Double], _ comment: Comment
  ) {
    guard let first = sorted.first, let last = sorted.last, first < last else { return }
    let middle = sorted[sorted.count / 2]
    let unit = max(last / 2 - middle / 2, middle / 2 - first / 2)
    let scaled = sorted.map { ($0 / 2 - middle / 2) / unit }
    let mean = scaled.reduce(0, +) / Double(sorted.count)
    let squares = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sd = (squares / Double(sorted.count - 1)).squareRoot() * unit * 2
    let size = max(abs(middle), sd)
    #expect(abs((summary.mean ?? .nan) - (middle + mean * unit * 2)) <= 1e-11 * size, comment)
    #expect(abs((summary.sd ?? .nan) - sd) <= 1e-9 * sd, comment)
  }

  private static func columns(_ draws: Int) -> [(name: String, values: [Double])] {
    let uniforms = DrawStreams(seed: 2, draws: draws).uniforms(block: "a", dimension: 0)
    let normal = Elementary.normalQuantiles(uniforms)
    return [
      ("uniform", uniforms), ("normal", normal),
      ("long tail", normal.map { Elementary.exp(3 * $0) }),
      ("long lower tail", normal.map { -Elementary.exp(3 * $0) }),
      ("over the whole range", normal.map { Elementary.exp(150 * $0) }),
      ("one outlier", normal.dropLast() + [1e300]),
      ("first an outlier", [1e300] + normal.dropFirst()),
      ("two values", uniforms.map { $0 < 0.3 ? 0 : 1 }),
      ("years", uniforms.map { 2031 - ($0 * 6).rounded(.down) }),
      ("years, then others", uniforms.enumerated().map { $0 < 600 ? 2025 : $1 * 4000 }),
      ("the same, then others", uniforms.enumerated().map { $0 < 9000 ? 100 : $1 }),
      ("few, then others", normal.enumerated().map { $0 < 5000 ? ($1 < 0 ? 1 : 2) : $1 }),
      ("tiny", uniforms.map { $0 * 0x1p-1030 }), ("huge", normal.map { $0 * 4e307 }),
      ("nearly the same", uniforms.map { 1e15 + ($0 * 8).rounded(.down) * 0.125 }),
      ("constant", normal.map { _ in 2.5 }),
      ("rising", Array(0..<draws).map(Double.init)),
      ("falling", Array(0..<draws).map { -Double($0) * 1.5 }),
      ("first small, then large", normal.enumerated().map { $0 < draws / 2 ? $1 : $1 * 1e6 + 1e9 }),
      ("with holes", normal.map { $0 > 1 ? .nan : ($0 < -2 ? .infinity : $0) }),
      ("first a hole", [.nan] + normal.dropFirst()), ("nothing", normal.map { _ in .nan }),
      ("a part of holes", normal.enumerated().map { (4096..<8192).contains($0) ? .nan : $1 }),
      ("half of them 0", normal.map { max(0, $0) }),
      ("zeros of both signs", normal.map { abs($0) < 1 ? ($0 < 0.1 ? -0.0 : 0) : $0 }),
      // Bins in which values crowd at the ends, at one end, and at one place.
      ("two clumps in a bin", normal.map { $0 > 2 ? 1e3 * $0 : ($0 < 0.02 ? 0 : 1) + 1e-3 * $0 }),
      ("one clump in a bin", normal.map { $0 > 2 ? 1e3 * $0 : Elementary.exp(5 * $0) }),
      ("ties in a bin", normal.map { $0 > 2 ? 1e3 * $0 : ($0 < 0.3 ? 0.5 : $0) }),
      ("a hole a block later", normal.enumerated().map { $0 == 700 ? -.infinity : $1 }),
    ]
  }

  @Test(arguments: [1, 2, 9, 45, 500, 513, 4096, 4100, 20_000])
  func `gives what a sort of the whole column gives`(draws: Int) {
    for (name, values) in Self.columns(draws) {
      for level in KernelLevel.available {
        let summary = ColumnSummary(values, level: level)
        let whole = Summary(sorting: values)
        #expect(summary.p5 == whole.p5, "\(name) \(level)")
        #expect(summary.p50 == whole.p50, "\(name) \(level)")
        #expect(summary.p95 == whole.p95, "\(name) \(level)")
        #expect(summary.flagged == draws - whole.count, "\(name) \(level)")
        #expect(summary.range?.lowerBound == whole.sorted.first)
        #expect(summary.range?.upperBound == whole.sorted.last)
        expect(summary, hasMomentsOf: whole.sorted, "\(name) \(level)")
      }
    }
  }

  @Test func `gives the same bits at every level`() {
    for (name, values) in Self.columns(6000) {
      let reference = ColumnSummary(values, level: .swift)
      for level in KernelLevel.available {
        #expect(ColumnSummary(values, level: level) == reference, "\(name) \(level)")
      }
    }
  }

  /// Columns whose nature changes at random places, as choices and thresholds make them.
  @Test(arguments: 0..<60)
  func `finds quantiles of whatever comes`(seed: Int) {
    let draws = [700, 4096, 9000, 16384][seed % 4]
    let levels = DrawStreams(seed: UInt64(seed), draws: draws, sampler: .random)
    let choice = levels.uniforms(block: "choice", dimension: 0)
    let normal = Elementary.normalQuantiles(levels.uniforms(block: "value", dimension: 0))
    let kinds: [(Double) -> Double] = [
      { _ in 100 }, { ($0 * 2).rounded() }, { $0 }, { Elementary.exp(4 * $0) },
      { -1e12 + $0 }, { $0 > 0 ? 0 : $0 * 1e6 }, { $0 > 2 ? .nan : 7 }, { _ in 0 },
    ]
    var kind = Int(choice[0] * 8)
    let column = zip(choice, normal).map { choice, value in
      if choice < 0.0005 { kind = Int(choice * 16_000) % 8 }
      return kinds[kind](value)
    }
    let whole = Summary(sorting: column)
    for level in KernelLevel.available {
      let summary = ColumnSummary(column, level: level)
      #expect(summary.p5 == whole.p5, "\(level)")
      #expect(summary.p50 == whole.p50, "\(level)")
      #expect(summary.p95 == whole.p95, "\(level)")
      #expect(summary.flagged == draws - whole.count, "\(level)")
    }
  }

  @Test func `gives several columns what it gives each`() {
    let columns = Self.columns(5000).map(\.values)
    #expect(ColumnSummary.summaries(of: columns) == columns.map { ColumnSummary($0) })
    let finite = Simulation.Summary.summaries(of: columns).map(\.finite)
    #expect(finite == columns.map { $0.filter(\.isFinite) })
  }
}
