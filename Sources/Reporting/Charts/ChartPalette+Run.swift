import Publishing
import RunRecord

/// The colours of what a run is made of.
extension ChartPalette {
  static func color(_ state: StateKind) -> ChartColor {
    switch state {
    case .brokeEven: blue
    case .stillLosing: grey
    case .sold: orange
    case .cashedOut: vermilion
    }
  }

  /// Ink that reads on the state's colour.
  static func ink(on state: StateKind) -> ChartColor {
    switch state {
    case .brokeEven, .cashedOut: paper
    case .stillLosing, .sold: night
    }
  }

  /// The pattern by which a state is known without its colour.
  static func stripes(_ state: StateKind) -> Canvas.Stripes? {
    switch state {
    case .brokeEven, .stillLosing: nil
    case .sold: .level
    case .cashedOut: .upright
    }
  }

  static func color(kind: InputKind) -> ChartColor {
    switch kind {
    case .fact, .calculation: blue
    case .estimate: orange
    case .assumption, .override: vermilion
    }
  }
}
