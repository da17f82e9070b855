import Testing

@testable import Simulation

struct RoundingTests {
  @Test func `agrees with the standard library`() {
    let edges = [
      0, 0.5, 1, 1.5, 2.5, 0.49999999999999994, 0.9999999999999999, 1e-300, 0x1p51 + 0.5,
      0x1p52 - 0.5, 0x1p52, 0x1p53 + 2, 1e300, .infinity,
    ]
    for x in (edges + spread(2_000, from: 0, to: 1000)).flatMap({ [$0, -$0] }) {
      #expect(Elementary.floor(x) == x.rounded(.down))
      #expect(Elementary.ceiling(x) == x.rounded(.up))
      #expect(Elementary.round(x) == x.rounded(.toNearestOrAwayFromZero))
    }
    #expect(Elementary.floor(.nan).isNaN)
    #expect(Elementary.ceiling(.nan).isNaN)
    #expect(Elementary.round(.nan).isNaN)
  }
}
