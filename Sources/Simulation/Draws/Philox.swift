/// Philox 4x32-10, a generator without state: a counter and a key give four random words.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3
/// (SC11, 2011).
enum Philox {
  typealias Words = (UInt32, UInt32, UInt32, UInt32)

  /// The four words of a counter, under a key whose first word is the low half.
  static func words(counter: Words, key: UInt64) -> Words {
    var (a, b, c, d) = counter
    var k0 = UInt32(truncatingIfNeeded: key)
    var k1 = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let first = a.multipliedFullWidth(by: 0xD251_1F53)
      let second = c.multipliedFullWidth(by: 0xCD9E_8D57)
      (a, b, c, d) = (second.high ^ b ^ k0, second.low, first.high ^ d ^ k1, first.low)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (a, b, c, d)
  }
}
