import Simulation
import Testing

/// The reference is the standard library's sort, which keeps equal ones in their order.
struct SortedOrderTests {
  private func expected(_ column: [Double]) -> [Int32] {
    column.indices.sorted { (column[$0], $0) < (column[$1], $1) }.map { Int32($0) }
  }

  @Test(arguments: [0, 1, 2, 255, 5000])
  func `is the order of the values`(count: Int) {
    let uniforms = DrawStreams(seed: 3, draws: max(count, 1)).uniforms(block: "s", dimension: 0)
    for scale in [1, 1e-300, 1e300] {
      let column = uniforms.prefix(count).map { ($0 - 0.5) * scale }
      #expect(SortedOrder(of: column).draws == expected(column))
    }
    // Many are equal.
    let coarse = uniforms.prefix(count).map { Double(Int($0 * 7)) - 3 }
    #expect(SortedOrder(of: coarse).draws == expected(coarse))
  }

  @Test func `takes special numbers by their size`() {
    let least = Double.leastNonzeroMagnitude
    let column = [0, .infinity, -0.0, least, -.infinity, -least, .nan, 1, -1, -.nan]
    // -∞, -1, -least, 0 and -0 as they come, least, 1, ∞; then what isn't a number.
    #expect(SortedOrder(of: column).draws == [4, 8, 5, 0, 2, 3, 7, 1, 6, 9])
  }

  @Test func `levels are the middles of ranks`() {
    #expect(SortedOrder(of: [3, 1, 2, 4]).levels == [0.625, 0.125, 0.375, 0.875])
  }
}
