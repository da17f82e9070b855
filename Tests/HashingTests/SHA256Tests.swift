import Hashing
import Testing

@Suite struct SHA256Tests {
  /// The examples of NIST for FIPS 180-4: of no block's length, one block, two, and two full ones.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmno"
        + "pqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func examples(text: String, hash: String) {
    #expect(SHA256.hex(text) == hash)
    #expect(SHA256.hex(Array(text.utf8)) == hash)
    for size in [1, 3, 60, 64, 200] {
      var pieces = SHA256()
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        pieces.absorb(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(pieces.hex == hash)
    }
    let bytes = SHA256.bytes(text.utf8)
    #expect(bytes.count == 32 && bytes.first == UInt8(hash.prefix(2), radix: 16))
    #expect(bytes.last == UInt8(hash.suffix(2), radix: 16))
  }
}
