/// Where numbers of a kind live, whoever gives them: a model file, a fact or what was typed.
package enum ValueDomain: String, CaseIterable, Sendable {
  /// Any number.
  case number
  /// Above 0.
  case positive
  /// 0 or more.
  case nonNegative = "non_negative"
  /// A number of things, 0 or more: no part of one, but what is uncertain is rounded where it is counted.
  case whole
  /// A part of a whole, 0 to 1.
  case share
  /// A probability, 0 to 1.
  case probability
  /// A change or margin that takes away all at most: -1 or more.
  case change
  /// A change told as a logarithm, -5 to 5: by a factor of 150 at most.
  case logChange = "log_change"
  /// A correlation, -1 to 1.
  case correlation
  /// A year of the calendar, 1900 to 2200.
  case year

  /// The values in the unit that parts of a whole are counted in.
  package var interval: ClosedRange<Double> {
    switch self {
    case .number: -Double.infinity...Double.infinity
    case .positive: Double.leastNormalMagnitude...Double.infinity
    case .nonNegative, .whole: 0...Double.infinity
    case .share, .probability: 0...1
    case .change: -1...Double.infinity
    case .logChange: -5...5
    case .correlation: -1...1
    case .year: 1900...2200
    }
  }

  /// The values in words, as they follow "is".
  package var meaning: String {
    switch self {
    case .number: "a number"
    case .positive: "above 0"
    case .nonNegative: "0 or more"
    case .whole: "a whole number, 0 or more"
    case .share: "a share, 0 to 1"
    case .probability: "a probability, 0 to 1"
    case .change: "a change, -1 or more"
    case .logChange: "a change as a logarithm, -5 to 5"
    case .correlation: "a correlation, -1 to 1"
    case .year: "a year, 1900 to 2200"
    }
  }

  /// True if a number lies in it; `scale` is what one of its unit is, 0.01 for per cent.
  package func contains(_ number: Double, scale: Double = 1) -> Bool {
    let value = number * scale
    // Two digits less than a double has: 300 per cent are 3.
    let isWhole = abs(value - value.rounded()) <= 1e-13 * value.magnitude
    return interval.contains(value) && (self != .whole || isWhole)
  }
}
