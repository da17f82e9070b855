import Testing

@testable import Simulation

struct OwenScrambleTests {
  @Test func `reverses bits`() {
    #expect(UInt32(1).bitsReversed == 0x8000_0000)
    #expect(UInt32(0x1234_5678).bitsReversed == 0x1E6A_2C48)
  }

  @Test(arguments: [0, 1, 0x9E37_79B9, .max] as [UInt32])
  func `lets a bit depend on itself and higher ones alone`(key: UInt32) {
    for value: UInt32 in [0, 1, 0x8000_0000, 0xDEAD_BEEF, .max] {
      let scrambled = OwenScramble.scramble(reversed: value.bitsReversed, key: key)
      for bit: UInt32 in 0..<32 {
        let other = value ^ (1 << bit)
        let change = OwenScramble.scramble(reversed: other.bitsReversed, key: key) ^ scrambled
        // The highest bit that changes is the one that was changed.
        #expect(change.leadingZeroBitCount == 31 - Int(bit))
      }
    }
  }
}
