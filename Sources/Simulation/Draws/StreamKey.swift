/// A hash of (seed, block, purpose) that never changes: it decides every number of a run.
///
/// FNV-1a over the name's UTF-8 bytes, then the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
/// after each further ingredient. Swift's `Hasher` won't do: it is seeded anew in each process.
struct StreamKey: Hashable {
  let bits: UInt64

  init(seed: UInt64, block: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in block.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    bits = StreamKey.mix(StreamKey.mix(hash) ^ StreamKey.mix(seed &+ StreamKey.golden))
  }

  /// The numbers 0 ..< count in an order of the block's own, the same in all its dimensions.
  ///
  /// Fisher and Yates' shuffle. A nested uniform scramble of the index would do without memory,
  /// but leaves neighbours together: two blocks' ranks then correlate with a standard deviation
  /// of 1.25/√n, against 1/√n, which is as little as orders without knowledge of each other can.
  func order(count: Int) -> [UInt32] {
    var order = (0..<UInt32(count)).map { $0 }
    var state = bits
    for index in stride(from: count - 1, to: 0, by: -1) {
      state = state &+ StreamKey.golden
      let other = StreamKey.mix(state).multipliedFullWidth(by: UInt64(index + 1)).high
      order.swapAt(index, Int(other))
    }
    return order
  }

  /// The key that scrambles one dimension.
  func scramble(dimension: Int) -> UInt32 {
    // Another starting point than that of `order`.
    let step = StreamKey.golden &* UInt64(truncatingIfNeeded: dimension + 1)
    return UInt32(truncatingIfNeeded: StreamKey.mix(StreamKey.mix(bits) &+ step))
  }

  /// 2^64 divided by the golden ratio, odd: the increment of SplitMix64.
  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
