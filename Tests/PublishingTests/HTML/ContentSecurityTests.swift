import Testing

@testable import Publishing

struct ContentSecurityTests {
  /// The example of a hash in Content Security Policy Level 3 (section 8.3), and the hash of nothing
  /// (FIPS 180-4's e3b0c442… in Base64).
  @Test func hashesAreThoseOfTheStandard() {
    let policy = ContentSecurity.policy(style: "", script: "alert('Hello, world.');")
    #expect(
      policy == """
        default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
        script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; base-uri 'none'; \
        form-action 'none'
        """)
  }

  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(text: String, expected: String) {
    #expect(ContentSecurity.base64(Array(text.utf8)) == expected)
  }

  /// The policy of a file names the style and the script that stand in it, byte for byte.
  @Test func filesCarryTheirOwnPolicy() throws {
    let page = Page(path: Page.index, title: "T", blocks: [.heading(1, [.text("T")], key: nil)])
    let words = HTMLWords(
      contents: "", skip: "", search: "", found: "", allPages: "", sort: "", filter: "", shown: "",
      rows: "")
    let document = HTMLDocument(
      [page], groups: [], layout: .oneFile, words: words, language: .english)
    let file = document.file([document.article(page)])
    func between(_ start: String, _ end: String) throws -> String {
      let from = try #require(file.firstRange(of: start)).upperBound
      return String(file[from..<(try #require(file[from...].firstRange(of: end)).lowerBound)])
    }
    let policy = ContentSecurity.policy(
      style: try between("<style>", "</style>"), script: try between("<script>", "</script>"))
    #expect(try between("Content-Security-Policy content=\"", "\"") == policy)
  }
}
