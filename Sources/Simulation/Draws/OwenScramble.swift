/// Owen's nested uniform scramble in base 2, by a hash instead of a tree of random bits.
///
/// Whether a bit is flipped depends on the key and on the bits above it alone, so that every
/// dyadic interval maps to a dyadic interval and a net stays a net. S. Laine and T. Karras,
/// Stratified sampling for stochastic transparency (2011); B. Burley, Practical hash-based Owen
/// scrambling, Journal of Computer Graphics Techniques 9 (2020). The constants are N. Vegdahl's,
/// Building a better LK hash (psychopath.io, 2021).
enum OwenScramble {
  /// Scrambles a number given with its bits in reverse, lowest first; the result isn't reversed.
  @inline(__always)
  static func scramble(reversed: UInt32, key: UInt32) -> UInt32 {
    var x = reversed
    x ^= x &* 0x3D20_ADEA
    x = x &+ key
    x = x &* ((key >> 16) | 1)
    x ^= x &* 0x0552_6C56
    x ^= x &* 0x53A2_2864
    return x.bitsReversed
  }
}

extension UInt32 {
  /// The same bits from the other end.
  @inline(__always)
  var bitsReversed: UInt32 {
    var x = byteSwapped
    x = ((x >> 4) & 0x0F0F_0F0F) | ((x & 0x0F0F_0F0F) << 4)
    x = ((x >> 2) & 0x3333_3333) | ((x & 0x3333_3333) << 2)
    return ((x >> 1) & 0x5555_5555) | ((x & 0x5555_5555) << 1)
  }
}
