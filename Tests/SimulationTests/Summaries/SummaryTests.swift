import Simulation
import Testing

struct SummaryTests {
  /// Type 7 by sorting, as its definition says.
  private func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double {
    let position = Double(sorted.count - 1) * p
    let rank = Int(position)
    let next = sorted[min(rank + 1, sorted.count - 1)]
    return sorted[rank] + (position - Double(rank)) * (next - sorted[rank])
  }

  @Test func `agrees with NumPy`() throws {
    // NumPy 2.4.6: np.quantile(x, [.05, .5, .95, .3]), x.mean(), x.std(ddof=1) of these ten.
    let summary = Summary([3.5, -1, 8, 2, 2, 0.25, 19, 7, -4, 6])
    for (value, expected) in [
      (summary.p5, -2.65), (summary.p50, 2.75), (summary.p95, 14.049999999999988),
      (summary.quantile(0.3), 1.4749999999999996),
      (summary.mean, 4.275), (summary.sd, 6.364452058111523),
      (summary.standardError, 2.012616456257873),
    ] {
      #expect((try #require(value) - expected).magnitude < 1e-14)
    }
    #expect(summary.count == 10)
    #expect(summary.flagged == 0)
  }

  @Test func `finds the quantiles of every kind of column exactly`() throws {
    let uniforms = DrawStreams(seed: 2, draws: 5_000).uniforms(block: "a", dimension: 0)
    let normal = Elementary.normalQuantiles(uniforms)
    let columns: [(name: String, values: [Double])] = [
      ("uniform", uniforms), ("normal", normal),
      ("long tail", normal.map { Elementary.exp(3 * $0) }),
      ("long lower tail", normal.map { -Elementary.exp(3 * $0) }),
      ("over the whole range", normal.map { Elementary.exp(150 * $0) }),
      ("one outlier", normal + [1e300]), ("two values", uniforms.map { $0 < 0.3 ? 0 : 1 }),
      ("few values", uniforms.map { ($0 * 5).rounded(.down) }),
      ("tiny", uniforms.map { $0 * 0x1p-1030 }), ("huge", normal.map { $0 * 4e307 }),
      ("nearly the same", uniforms.map { 1e15 + ($0 * 8).rounded(.down) * 0.125 }),
      ("short", Array(normal[..<5])),
    ]
    let probabilities = [0, 0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999, 1]
    for (name, values) in columns {
      let sorted = values.sorted()
      let quantiles = try #require(Summary(values).quantiles(probabilities))
      for (p, value) in zip(probabilities, quantiles) {
        let expected = quantile(p, ofSorted: sorted)
        // The same two values, interpolated with other roundings.
        let tolerance = 4 * max(expected.ulp, value.ulp)
        #expect((value - expected).magnitude <= tolerance, "\(name) at \(p)")
      }
    }
  }

  @Test func `leaves out draws that are not finite`() {
    let summary = Summary([1, .nan, 3, .infinity, -.infinity, 5])
    #expect(summary.count == 6)
    #expect(summary.flagged == 3)
    #expect(summary.flaggedShare == 0.5)
    #expect(summary.mean == 3)
    #expect(summary.p50 == 3)
    #expect(summary.sd == 2)
    #expect(summary.finite == [1, 3, 5])
  }

  @Test func `says nothing without a finite draw`() {
    for values in [[], [.nan, .infinity]] as [[Double]] {
      let summary = Summary(values)
      #expect(summary.flagged == values.count)
      #expect(summary.mean == nil)
      #expect(summary.sd == nil)
      #expect(summary.standardError == nil)
      #expect(summary.p50 == nil)
      #expect(summary.quantile(0.3) == nil)
      #expect(summary.histogram(bins: 4) == nil)
    }
    #expect(Summary([]).flaggedShare == 0)
  }

  @Test func `knows no spread of a single draw`() {
    let summary = Summary([7])
    #expect(summary.mean == 7)
    #expect(summary.p5 == 7)
    #expect(summary.p95 == 7)
    #expect(summary.sd == nil)
    #expect(summary.standardError == nil)
  }

  @Test(arguments: [0.1, -3e200, 0x1p-1060, 0])
  func `is exact for equal draws`(value: Double) {
    let summary = Summary([Double](repeating: value, count: 1000))
    #expect(summary.mean == value)
    #expect(summary.sd == 0)
    #expect(summary.p5 == value)
    #expect(summary.p95 == value)
  }

  @Test(arguments: [1e-200, 1, 1e200, 1e307])
  func `neither overflows nor underflows`(scale: Double) throws {
    // 1 to 9: mean 5, variance 7.5.
    let summary = Summary((1...9).map { Double($0) * scale })
    #expect((try #require(summary.mean) / scale - 5).magnitude < 1e-14)
    #expect((try #require(summary.sd) / scale - 7.5.squareRoot()).magnitude < 1e-14)
  }

  @Test func `counts into a histogram`() throws {
    let histogram = try #require(Summary([0, 0.5, 1, 2.5, 3.9, 4, .nan]).histogram(bins: 4))
    #expect(histogram.low == 0)
    #expect(histogram.high == 4)
    #expect(histogram.counts == [2, 1, 1, 2])
    #expect(Summary([2, 2]).histogram(bins: 3)?.counts == [2, 0, 0])
    #expect(Summary([-1.7e308, 1.7e308]).histogram(bins: 2)?.counts == [1, 1])
  }

  @Test func `counts how often something happens`() throws {
    let share = try #require(Summary.probability([1, 0, 0, -2, .nan]))
    #expect(share.value == 0.5)
    #expect(share.standardError == 0.25)
    #expect(share.flagged == 1)
    #expect(Summary.probability([.nan]) == nil)
    #expect(Summary.probability([]) == nil)
  }
}
