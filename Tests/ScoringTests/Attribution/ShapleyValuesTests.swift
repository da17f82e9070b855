import Testing

@testable import Scoring

/// Expected values by hand, and by brute force over all orders.
struct ShapleyValuesTests {
  /// f = a·b from (2, 3) to (4, 5): a first adds 6, second 10; b first adds 4, second 8.
  @Test func `a product is split half and half between both orders`() {
    let shares = ShapleyValues.shares(of: 2) { set in
      [Double(set & 1 == 0 ? 2 : 4) * Double(set & 2 == 0 ? 3 : 5)]
    }
    #expect(shares == [[8], [6]])
  }

  @Test func `a change that is a sum gives each factor its own part`() {
    let parts = [3.0, -1.5, 0, 0.25]
    let shares = ShapleyValues.shares(of: 4) { set in
      [parts.indices.reduce(0.0) { $0 + (set & 1 << $1 == 0 ? 0 : parts[$1]) }, 7]
    }
    #expect(zip(shares, parts).allSatisfy { abs($0[0] - $1) < 1e-15 && $0[1] == 0 })
    #expect(shares[2] == [0, 0])
  }

  @Test func `nothing that changes has no shares`() {
    #expect(ShapleyValues.shares(of: 0) { _ in [1] }.isEmpty)
  }

  @Test func `one factor has the whole change`() {
    #expect(ShapleyValues.shares(of: 1) { [$0 == 0 ? 0.3 : 0.1] } == [[0.1 - 0.3]])
  }

  /// Shapley effects (Owen, Prieur 2017) of y = x1 + 2 x2, normal with correlation 0.5, from what each
  /// set explains of the variance 7: (1 + 2ρ)² = 4 by the first alone, (2 + ρ)² = 6.25 by the second.
  @Test func `shares of a variance with correlated inputs`() {
    let shares = ShapleyValues.shares(of: 2) { [[0, 4, 6.25, 7][$0] / 7] }
    #expect(abs(shares[0][0] - 0.339286) < 1e-6 && abs(shares[1][0] - 0.660714) < 1e-6)
  }

  /// Eight factors whose effects hang together in no simple way.
  private func tangled(_ set: Int) -> Double {
    var mixed = UInt64(set) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed &*= 0xBF58_476D_1CE4_E5B9
    return Double(mixed >> 11) / Double(1 << 53)
  }

  @Test func `shares are means over all orders and add up`() {
    let shares = ShapleyValues.shares(of: 8) { [tangled($0)] }.map { $0[0] }
    var means = [Double](repeating: 0, count: 8)
    let orders = permutations(Array(0..<8))
    for order in orders {
      var set = 0
      for factor in order {
        means[factor] += (tangled(set | 1 << factor) - tangled(set)) / Double(orders.count)
        set |= 1 << factor
      }
    }
    #expect(orders.count == 40_320)
    #expect(zip(shares, means).allSatisfy { abs($0 - $1) < 1e-12 })
    let change = tangled(255) - tangled(0)
    #expect(abs(shares.reduce(0, +) - change) <= 1e-12 * abs(change))
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index -> [[Int]] in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test func `an unknown quantity has unknown shares and leaves the others alone`() {
    let shares = ShapleyValues.shares(of: 2) { [$0 == 3 ? .nan : 1, Double($0)] }
    #expect(shares.allSatisfy { $0[0].isNaN })
    #expect(shares.map { $0[1] } == [1, 2])
  }
}
