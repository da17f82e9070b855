import Simulation
import Testing

struct ColumnSummarizerTests {
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
      ("tiny", uniforms.map { $0 * 0x1p-1030 }), ("huge", normal.map { $0 * 4e307 }),
      ("nearly the same", uniforms.map { 1e15 + ($0 * 8).rounded(.down) * 0.125 }),
      ("constant", normal.map { _ in 2.5 }),
      ("rising", Array(0..<draws).map(Double.init)),
      ("falling", Array(0..<draws).map { -Double($0) * 1.5 }),
      ("first small, then large", normal.enumerated().map { $0 < draws / 2 ? $1 : $1 * 1e6 + 1e9 }),
      ("with holes", normal.map { $0 > 1 ? .nan : ($0 < -2 ? .infinity : $0) }),
      ("first a hole", [.nan] + normal.dropFirst()), ("nothing", normal.map { _ in .nan }),
      ("a hole a block later", normal.enumerated().map { $0 == 700 ? -.infinity : $1 }),
    ]
  }

  @Test(arguments: [1, 2, 9, 500, 513, 4096, 4100, 20_000])
  func `gives what a sort of the whole column gives`(draws: Int) {
    for (name, values) in Self.columns(draws) {
      for level in KernelLevel.available {
        let summary = ColumnSummary(values, level: level)
        let whole = Summary(values)
        #expect(summary.p5 == whole.p5, "\(name) \(level)")
        #expect(summary.p50 == whole.p50, "\(name) \(level)")
        #expect(summary.p95 == whole.p95, "\(name) \(level)")
        expectEqual(summary, whole)
        #expect(summary.range?.lowerBound == whole.finite.min())
        #expect(summary.range?.upperBound == whole.finite.max())
        let counted = summary.bins?.counts.reduce(0) { $0 + Int($1) }
        #expect(counted ?? 0 == whole.finite.count, "\(name) \(level)")
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

  @Test func `bins values in their order`() throws {
    let values = DrawStreams(seed: 8, draws: 4096).uniforms(block: "b", dimension: 0)
      .map { Elementary.exp(9 * $0) }
    let bins = try #require(ColumnSummary(values).bins)
    var below = 0
    for bin in 1..<bins.counts.count {
      below += Int(bins.counts[bin - 1])
      #expect(values.count { $0 < bins.beginning(of: bin) } == below, "\(bin)")
    }
  }
}
