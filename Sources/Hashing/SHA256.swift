/// The Secure Hash Algorithm with 256 bits (FIPS 180-4), for naming inputs by their content.
///
/// Sixty lines of our own because the alternative is to build a whole cryptography library
/// for hashing a few hundred kilobytes of text.
package struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var length: UInt64 = 0
  /// What doesn't fill a block yet.
  private var rest: [UInt8] = []

  /// The hash of nothing, until bytes are taken in.
  package init() {}

  /// The hash of some bytes, in lower-case hexadecimal.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.absorb(bytes)
    return hash.hex
  }

  /// The hash of some bytes: 32 bytes.
  package static func bytes(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.absorb(bytes)
    return hash.words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// Takes in the next bytes of a message that comes in pieces.
  package mutating func absorb(_ bytes: some Sequence<UInt8>) {
    var message = rest
    message.append(contentsOf: bytes)
    length += UInt64(message.count - rest.count)
    let whole = message.count - message.count % 64
    message.withUnsafeBufferPointer { message in
      Self.constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for start in stride(from: 0, to: whole, by: 64) {
            let block = UnsafeBufferPointer(rebasing: message[start..<start + 64])
            absorb(block, constants, schedule)
          }
        }
      }
    }
    rest = Array(message[whole...])
  }

  /// The hash of all bytes so far, in lower-case hexadecimal.
  package var hex: String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private var words: [UInt32] {
    var ended = self
    ended.absorb([0x80] + repeatElement(0, count: Int((119 - length % 64) % 64)))
    let bitCount = length * 8
    ended.absorb(
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64($0)) }
    )
    return ended.state
  }

  /// The hash of a text's UTF-8 bytes, in lower-case hexadecimal.
  package static func hex(_ text: String) -> String {
    hex(text.utf8)
  }

  /// Takes in 64 bytes; `schedule` is room for 64 words.
  private mutating func absorb(
    _ bytes: UnsafeBufferPointer<UInt8>, _ constants: UnsafeBufferPointer<UInt32>,
    _ schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for t in 0..<16 {
      let place = 4 * t
      schedule[t] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for t in 16..<64 {
      let early = schedule[t - 15]
      let late = schedule[t - 2]
      let s0 = early.rotated(7) ^ early.rotated(18) ^ (early &>> 3)
      let s1 = late.rotated(17) ^ late.rotated(19) ^ (late &>> 10)
      schedule[t] = schedule[t - 16] &+ s0 &+ schedule[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ s1 &+ choice &+ constants[t] &+ schedule[t]
      let s0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() {
      state[index] = state[index] &+ value
    }
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension UInt32 {
  /// The bits moved right by `count`, those that fall out coming in on the left.
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    (self &>> count) | (self &<< (32 &- count))
  }
}
