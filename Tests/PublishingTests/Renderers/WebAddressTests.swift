import Publishing
import Testing

struct WebAddressTests {
  /// GFM 6.9: punctuation at the end and a bracket that closes nothing don't belong to an address.
  @Test(arguments: [
    ("https://a.example/x.", "https://a.example/x"),
    ("(https://a.example/x)", "https://a.example/x"),
    ("https://a.example/(x)", "https://a.example/(x)"),
    ("http://a.example，下一句", "http://a.example"),
    ("https://a.example/\"onmouseover=", "https://a.example/"),
  ])
  func findsAddresses(text: String, expected: String) {
    let found = WebAddress.pieces(text).compactMap { piece in
      if case .address(let address) = piece { address } else { nil }
    }
    #expect(found == [expected])
  }

  @Test(arguments: ["https://", "ftp://a.example", "javascript:alert(1)", "nothing", ""])
  func leavesTheRestAlone(text: String) {
    #expect(WebAddress.pieces(text).allSatisfy { if case .text = $0 { true } else { false } })
    #expect(WebAddress.whole(text) == nil)
  }
}
