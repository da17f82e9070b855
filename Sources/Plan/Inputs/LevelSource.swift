/// Where the level that an input took in each draw is found.
package enum LevelSource: Sendable {
  /// Here.
  case column([Double])
  /// In the input's own stream, which gives the same again: so many draws need not be kept.
  case stream(PlannedInput, Draws)

  /// The level in each draw.
  package var values: [Double] {
    switch self {
    case .column(let values): values
    case .stream(let input, let draws): input.uniforms(from: draws) ?? []
    }
  }

  /// True if the levels are kept.
  package var isKept: Bool {
    if case .column = self { true } else { false }
  }
}
