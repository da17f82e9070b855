import Simulation
import Testing

struct SummaryTests {
  @Test func `agrees with NumPy`() throws {
    // NumPy 2.4.6: np.quantile(x, [.05, .5, .95]), x.mean(), x.std(ddof=1) of these ten.
    let summary = Summary([3.5, -1, 8, 2, 2, 0.25, 19, 7, -4, 6])
    for (value, expected) in [
      (summary.p5, -2.65), (summary.p50, 2.75), (summary.p95, 14.049999999999988),
      (summary.mean, 4.275), (summary.sd, 6.364452058111523),
      (summary.standardError, 2.012616456257873),
    ] {
      #expect((try #require(value) - expected).magnitude < 1e-14)
    }
    #expect(summary.count == 10)
    #expect(summary.flagged == 0)
  }

  @Test func `leaves out draws that are not finite`() {
    let summary = Summary([1, .nan, 3, .infinity, -.infinity, 5])
    #expect(summary.count == 6)
    #expect(summary.flagged == 3)
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
    }
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
}
