import Testing

import Units

/// Laws of algebra, held on generated dimensions.
@Suite struct UnitDimensionTests {
  @Test(arguments: 0..<200)
  func multiplicationIsACommutativeGroup(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (a, b, c) = (dimension(&random), dimension(&random), dimension(&random))
    #expect((a * b) * c == a * (b * c), "seed \(seed)")
    #expect(a * b == b * a, "seed \(seed)")
    #expect(a * .none == a, "seed \(seed)")
    #expect(a * a.inverse == .none, "seed \(seed)")
    #expect(a / b == a * b.inverse, "seed \(seed)")
    #expect((a / b) * b == a, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func powersAddAndMultiply(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (a, b) = (dimension(&random), dimension(&random))
    let (n, m) = (Int(random.next() % 9) - 4, Int(random.next() % 9) - 4)
    #expect(power(a, n) * power(a, m) == power(a, n + m), "seed \(seed)")
    #expect(power(power(a, n), m) == power(a, n * m), "seed \(seed)")
    #expect(power(a * b, n) == power(a, n) * power(b, n), "seed \(seed)")
    #expect(power(a, 3).root(3) == a, "seed \(seed)")
    #expect(power(a, -1) == a.inverse, "seed \(seed)")
    #expect(power(a, 0) == .none, "seed \(seed)")
  }

  @Test func oddPowersHaveNoSquareRoot() {
    #expect(UnitDimension.base("year").root(2) == nil)
    #expect(UnitDimension.none.root(2) == UnitDimension.none)
  }

  @Test func powersAreBounded() {
    let largest = power(.base("year"), UnitDimension.largestPower)
    #expect(largest.power(2) == nil)
    #expect(UnitDimension.none.power(Int.max) == UnitDimension.none)
    #expect(UnitDimension.base("year").power(Int.min) == nil)
  }

  private static let cny = UnitDimension.base("CNY")
  private static let user = UnitDimension.base("user")
  private static let year = UnitDimension.base("year")

  static let printed: [(dimension: UnitDimension, text: String)] = [
    (.none, "1"),
    (cny, "CNY"),
    (year.inverse, "1/year"),
    (user * cny, "CNY*user"),
    (cny / year / user, "CNY/user/year"),
    (cny / year / year, "CNY/year^2"),
    (user * user / year, "user^2/year"),
  ]

  @Test(arguments: printed)
  func printsInAlphabeticalOrder(dimension: UnitDimension, text: String) {
    #expect(dimension.description == text)
  }

  private func power(_ dimension: UnitDimension, _ exponent: Int) -> UnitDimension {
    dimension.power(exponent) ?? .base("out of bounds")
  }

  private func dimension(_ random: inout SplitMix) -> UnitDimension {
    ["CNY", "user", "year", "token"].reduce(.none) { product, name in
      product * power(.base(name), Int(random.next() % 7) - 3)
    }
  }
}

/// Vigna's SplitMix64: the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
