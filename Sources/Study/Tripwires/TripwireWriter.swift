internal import Formulas
package import RunRecord

/// Writes forecasts as a file that people read and git compares: a line a branch, numbers to four
/// digits.
package enum TripwireWriter {
  /// The text of a file.
  package static func yaml(_ tripwires: Tripwires) -> String {
    var lines = [
      "# What the next reports of companies will tell, foretold on \(tripwires.asOf).",
      "# Written by `breakeven ahead --write FILE`; `breakeven settle FILE` holds it against what came.",
      "# Keep it as it is: a forecast that is changed later is none.",
      "", "as_of: \(tripwires.asOf)", "days: \(tripwires.days)",
      "horizon: \(tripwires.horizon)", "draws: \(tripwires.draws)", "seed: \(tripwires.seed)",
      "sampler: \(tripwires.sampler.rawValue)",
    ]
    if let scenario = tripwires.scenario { lines.append("scenario: \(scenario)") }
    lines += [
      "facts: \"\(tripwires.factsSha256.prefix(12))\"",
      "settings: \"\(tripwires.settingsSha256.prefix(12))\"", "tripwires:",
    ]
    return (lines + tripwires.tripwires.flatMap(Self.lines)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ tripwire: Tripwire) -> [String] {
    var lines = [
      "  - company: \(tripwire.company)", "    figure: \(tripwire.kind.rawValue)",
      "    metrics: [\(tripwire.metrics.joined(separator: ", "))]",
      "    period: \(tripwire.period)",
    ]
    if let day = tripwire.expectedBy { lines.append("    expected_by: \(day)") }
    lines.append("    unit: \"\(tripwire.unit.rawValue)\"")
    if let before = tripwire.before {
      lines.append("    before: \(NumberNotation.print(before))")
    }
    let forecast = tripwire.forecast
    let quantiles = [
      ("p5", forecast.p5), ("p25", forecast.p25), ("p50", forecast.p50), ("p75", forecast.p75),
      ("p95", forecast.p95),
    ].map { "\($0.0): \(number($0.1))" }
    lines.append("    forecast: {\(quantiles.joined(separator: ", "))}")
    lines.append("    branches:")
    return lines + tripwire.branches.map { "      - {\(text($0))}" }
  }

  private static func text(_ branch: FigureBranch) -> String {
    var parts: [String] = []
    // Bounds decide, so they stand in full; they are round numbers.
    if let low = branch.low { parts.append("from: \(NumberNotation.print(low))") }
    if let high = branch.high { parts.append("below: \(NumberNotation.print(high))") }
    parts.append("chance: \(number(branch.chance))")
    if let states = branch.states {
      parts += [
        "breaks_even: \(number(states.brokeEven))", "still_losing: \(number(states.stillLosing))",
        "sold: \(number(states.sold))", "out_of_cash: \(number(states.cashedOut))",
      ]
    }
    return parts.joined(separator: ", ")
  }

  /// Four digits: more would only change with every run.
  private static func number(_ value: Double) -> String {
    NumberNotation.print(RoundNumber.digits(4, of: value))
  }
}

/// Numbers to some digits.
enum RoundNumber {
  /// The nearest number of so many significant digits.
  static func digits(_ count: Int, of value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var exponent = 0
    var size = abs(value)
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    let places = count - 1 - exponent
    let power = (0..<abs(places)).reduce(1.0) { power, _ in power * 10 }
    return places >= 0
      ? (value * power).rounded() / power : (value / power).rounded() * power
  }
}
