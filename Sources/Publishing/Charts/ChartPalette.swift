/// Colours that stay apart for colour-blind readers and in grey print (Okabe and Ito's set, with
/// a light and a dark neutral).
package enum ChartPalette {
  package static let paper = "#ffffff"
  package static let ink = "#222222"
  package static let soft = "#555555"
  package static let grid = "#d9d9d9"
  package static let empty = "#f1f1f1"
  package static let blue = "#0072b2"
  package static let sky = "#9ecbe8"
  package static let green = "#009e73"
  package static let orange = "#e69f00"
  package static let vermilion = "#d55e00"
  package static let grey = "#bdbdbd"

  /// From white to dark blue for 0...100.
  package static func shade(_ points: Double) -> String {
    let share = min(1, max(0, points / 100))
    func channel(_ from: Double, _ to: Double) -> String {
      let value = Int((from + (to - from) * share.squareRoot()).rounded())
      let text = String(value, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return "#" + channel(255, 8) + channel(255, 64) + channel(255, 129)
  }

  /// Ink that reads on a shade.
  package static func ink(onShade points: Double) -> String { points > 42 ? paper : ink }
}
