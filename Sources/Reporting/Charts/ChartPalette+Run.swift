import Publishing
import RunRecord

/// The colours of what a run is made of.
extension ChartPalette {
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
}
