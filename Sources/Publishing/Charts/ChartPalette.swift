/// Colours that stay apart for colour-blind readers and in grey print (Okabe and Ito's set, darkened
/// on light ground where it would be too faint), with neutrals.
///
/// Text reaches a contrast of 4.5 on its ground and marks reach 3, in the light and in the dark (WCAG
/// 2.2, 1.4.3 and 1.4.11); grids, cells and bands are grounds, on which something else is told.
package enum ChartPalette {
  package static let paper = ChartColor("paper", light: "#ffffff", dark: "#0d1117")
  package static let ink = ChartColor("ink", light: "#1f2328", dark: "#e6edf3")
  package static let soft = ChartColor("soft", light: "#57606a", dark: "#9da7b1")
  package static let grid = ChartColor("grid", light: "#d8dee4", dark: "#30363d")
  package static let empty = ChartColor("empty", light: "#eff2f5", dark: "#1c2128")
  package static let blue = ChartColor("blue", light: "#0072b2", dark: "#56b4e9")
  /// The ground of a band; its edges are blue.
  package static let sky = ChartColor("sky", light: "#d7ebf8", dark: "#12334a")
  package static let green = ChartColor("green", light: "#008560", dark: "#2fbf92")
  package static let orange = ChartColor("orange", light: "#cc7a00", dark: "#e69f00")
  package static let vermilion = ChartColor("vermilion", light: "#b84000", dark: "#ff8a5c")
  package static let grey = ChartColor("grey", light: "#8c959f", dark: "#8b949e")
  /// Text on grey and orange, which are bright on any ground.
  package static let night = ChartColor("night", light: "#1f2328", dark: "#0d1117")
  /// Grounds of boxes, by the colour of their edge.
  package static let paleGreen = ChartColor("palegreen", light: "#cdeae1", dark: "#0c3a2c")
  package static let paleOrange = ChartColor("paleorange", light: "#fbe6bf", dark: "#3d2c05")

  /// From a hint of grey to dark blue, on dark ground to light blue; between the sixth and the seventh lies
  /// a gap, in which neither ink nor paper would read.
  private static let shades: [ChartColor] = [
    ("#f4f7fa", "#161b22"), ("#e6ecf3", "#1e2834"), ("#d7e0eb", "#243241"),
    ("#c4d1e1", "#2a3c4e"), ("#abbed4", "#30465b"), ("#92abc8", "#365069"),
    ("#3e6a9d", "#5381ab"), ("#305f95", "#5b8ebd"), ("#21538e", "#659fd3"),
    ("#144a87", "#6fb0e9"), ("#084081", "#79c0ff"),
  ].enumerated().map { ChartColor("shade\($0)", light: $1.0, dark: $1.1) }

  /// A ground that is the stronger the more of 100 points.
  package static func shade(_ points: Double) -> ChartColor { shades[step(points)] }

  /// Ink that reads on a shade.
  package static func ink(onShade points: Double) -> ChartColor {
    step(points) > 5 ? paper : ink
  }

  /// The place of points among the shades: small differences near zero matter more.
  private static func step(_ points: Double) -> Int {
    guard !points.isNaN else { return 0 }
    let share = min(1, max(0, points / 100)).squareRoot()
    return Int((share * Double(shades.count - 1)).rounded())
  }

  /// All of them.
  package static let all: [ChartColor] =
    [
      paper, ink, soft, grid, empty, blue, sky, green, orange, vermilion, grey, night, paleGreen,
      paleOrange,
    ] + shades

  /// The rules by which drawings that carry these colours' classes turn dark with what is around them.
  ///
  /// On paper they stay light. A page that shows drawings inside itself has the rules once in its own
  /// sheet.
  package static let darkRules: String =
    "@media screen and (prefers-color-scheme: dark) {\n"
    + all.map {
      "  .\($0.fillClass) { fill: \($0.dark); } .\($0.strokeClass) { stroke: \($0.dark); }\n"
    }.joined() + "}"
}
