internal import Hashing

/// The policy by which a page fetches nothing and runs nothing but what it was written with.
enum ContentSecurity {
  /// The policy (Content Security Policy Level 3) for a page with one style and one script of its own.
  static func policy(style: String, script: String) -> String {
    [
      "default-src 'none'", "style-src '\(source(style))'", "script-src '\(source(script))'",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  /// A text as a source of the policy: its hash in Base64.
  private static func source(_ text: String) -> String {
    "sha256-" + base64(SHA256.bytes(text.utf8))
  }

  /// Base64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return result
  }
}
