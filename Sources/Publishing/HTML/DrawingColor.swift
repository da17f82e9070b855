/// A colour of drawings, and what becomes of it in the dark.
struct DrawingColor: Hashable, Sendable {
  /// Red, green and blue, 0...1.
  private let channels: [Double]

  /// The lightness of the darkest paper and of the brightest ink in the dark.
  private static let dark = (paper: 0.09, ink: 0.93)

  private init(channels: [Double]) {
    self.channels = channels
  }

  /// A colour written `#rrggbb`; nil for anything else.
  init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      let value = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    channels = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
  }

  var hex: String {
    "#"
      + channels.map { channel in
        let text = String(Int((channel * 255).rounded()), radix: 16)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }

  /// The colour with its hue and with its lightness (of hue, saturation, lightness) turned round:
  /// what was dark on light is light on dark, and shades keep their order.
  var inTheDark: DrawingColor {
    let high = channels.max() ?? 0
    let low = channels.min() ?? 0
    let lightness = (high + low) / 2
    let range = 1 - abs(2 * lightness - 1)
    let saturation = range > 0 ? (high - low) / range : 0
    let turned = Self.dark.paper + (1 - lightness) * (Self.dark.ink - Self.dark.paper)
    // The channels lie about the lightness by the saturation that there is room for.
    let reach = high > low ? saturation * (1 - abs(2 * turned - 1)) / (high - low) : 0
    return DrawingColor(
      channels: channels.map { min(1, max(0, turned + ($0 - lightness) * reach)) })
  }
}
