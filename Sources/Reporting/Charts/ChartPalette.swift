import RunRecord

/// Colours that stay apart for colour-blind readers and in grey print (Okabe and Ito's set, with
/// a light and a dark neutral).
enum ChartPalette {
  static let paper = "#ffffff"
  static let ink = "#222222"
  static let soft = "#555555"
  static let grid = "#d9d9d9"
  static let empty = "#f1f1f1"
  static let blue = "#0072b2"
  static let sky = "#9ecbe8"
  static let green = "#009e73"
  static let orange = "#e69f00"
  static let vermilion = "#d55e00"
  static let grey = "#bdbdbd"

  static func color(_ state: StateKind) -> String {
    switch state {
    case .brokeEven: blue
    case .stillLosing: grey
    case .sold: orange
    case .cashedOut: vermilion
    }
  }

  /// Ink that reads on the state's colour.
  static func ink(on state: StateKind) -> String {
    switch state {
    case .brokeEven, .cashedOut: paper
    case .stillLosing, .sold: ink
    }
  }

  static func color(kind: InputKind) -> String {
    switch kind {
    case .fact, .calculation: blue
    case .estimate: orange
    case .assumption, .override: vermilion
    }
  }

  /// From white to dark blue for 0...100.
  static func shade(_ points: Double) -> String {
    let share = min(1, max(0, points / 100))
    func channel(_ from: Double, _ to: Double) -> String {
      let value = Int((from + (to - from) * share.squareRoot()).rounded())
      let text = String(value, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return "#" + channel(255, 8) + channel(255, 64) + channel(255, 129)
  }

  /// Ink that reads on a shade.
  static func ink(onShade points: Double) -> String { points > 42 ? paper : ink }
}
