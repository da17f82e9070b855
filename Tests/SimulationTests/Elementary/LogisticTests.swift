import Simulation
import Testing

struct LogisticTests {
  @Test func `undoes the logit`() {
    for p in spread(2_000, from: 0, to: 1) where p > 0 {
      #expect((Elementary.logistic(Elementary.logit(p)) / p - 1).magnitude < 2e-15, "p = \(p)")
    }
  }

  @Test func `of ln 9 is 0.9`() {
    // 1/(1 + 1/9): ends of an s-curve's span.
    #expect((Elementary.logistic(Elementary.log(9)) - 0.9).magnitude < 2e-16)
    #expect((Elementary.logit(0.9) - Elementary.log(9)).magnitude < 1e-15)
  }

  @Test(arguments: KernelLevel.available)
  func `gives a column the same bits as its values one by one`(level: KernelLevel) {
    let ends = [0, -0.0, 709, -709, 1000, -1000, .infinity, -.infinity, .nan]
    let values = spread(3_001, from: -40, to: 40) + ends + spread(9, from: -1, to: 1)
    var column = values
    column.withUnsafeMutableBufferPointer { Elementary.logistic($0, level: level) }
    #expect(column.comparableBits == values.map(Elementary.logistic).comparableBits)
  }

  @Test func `holds at the ends`() {
    #expect(Elementary.logistic(0) == 0.5)
    #expect(Elementary.logistic(1000) == 1)
    #expect(Elementary.logistic(-1000) == 0)
    #expect(Elementary.logit(0) == -.infinity)
    #expect(Elementary.logit(1) == .infinity)
  }
}
