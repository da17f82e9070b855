import Scoring
import Testing

@Suite struct TiersTests {
  @Test(arguments: [(0.9, OrderSign.clear), (0.899, .likely), (0.7, .likely), (0.699, .open)])
  func signs(_ probability: Double, _ sign: OrderSign) {
    #expect(OrderSign(probability) == sign)
  }

  @Test func aTierIsHeldAgainstItsFirst() {
    // Printed order 2, 0, 3, 1. The first beats the second with 0.75, the third with 0.85; the
    // third beats the fourth with 0.6, though the first beats it with 0.95.
    var prefers = Array(repeating: Array(repeating: 0.5, count: 4), count: 4)
    func set(_ a: Int, _ b: Int, _ probability: Double) {
      prefers[a][b] = probability
      prefers[b][a] = 1 - probability
    }
    set(2, 0, 0.75)
    set(2, 3, 0.85)
    set(2, 1, 0.95)
    set(0, 3, 0.72)
    set(3, 1, 0.6)
    let tiers = Tiers(order: [2, 0, 3, 1]) { prefers[$0][$1] }
    #expect(tiers.tiers == [0, 0, 1, 1])
    #expect(tiers.signs == [nil, .likely, .likely, .open])
    #expect(Tiers(order: []) { _, _ in 0.5 }.tiers == [])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA")])
  func letters(_ tier: Int, _ letter: String) {
    #expect(Tiers.letter(tier) == letter)
  }
}
