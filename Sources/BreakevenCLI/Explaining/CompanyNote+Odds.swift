import Publishing
import Reporting
import RunRecord

/// What the odds hang on, and what would turn them.
extension CompanyNote {
  var driverLines: [String] {
    if company.hasBrokenEven { return [] }
    var lines = outcome.drivers.prefix(isFull ? .max : 5).compactMap { driver -> String? in
      guard let low = driver.low, let high = driver.high else { return nil }
      let ends = [low, high].map(numbers.probability)
      // Where both ends print alike there is nothing to tell.
      if ends[0] == ends[1] { return nil }
      return
        "\(name(driver.name, driver.title)) (\(driver.kind.rawValue)): \(ends[0]) in its lowest tenth, "
        + "\(ends[1]) in its highest; alone it explains \(numbers.probability(driver.share)) of "
        + "the spread."
    }
    if let band = outcome.assumptionBand {
      let ends = [min(band.low, band.high), max(band.low, band.high)].map(numbers.probability)
      if ends[0] != ends[1] {
        lines.append(
          "Between \(ends[0]) and \(ends[1]), by what research could settle best: "
            + "\(name(band.input, band.title)).")
      }
    }
    return lines
  }

  var beliefLines: [String] {
    if company.hasBrokenEven || outcome.unknown != nil { return [] }
    var lines: [String] = []
    if let line = headroomLine { lines.append(line) }
    let reached = outcome.wouldHaveToBelieve.filter { $0.direction != nil }
    lines += reached.compactMap { belief in
      guard let direction = belief.direction, let needed = belief.needed else { return nil }
      var text = "For even odds, \(name(belief.input, belief.title)) would have to be "
      text += "\(direction.rawValue) \(numbers.value(needed, unit: belief.unit))"
      if let percentile = belief.percentile {
        text += ", which only \(numbers.share(beyond(percentile, direction))) of its draws reach"
      }
      return text + "."
    }
    let others = outcome.wouldHaveToBelieve.filter { $0.direction == nil }
    if !others.isEmpty {
      let bests = others.map {
        "\(name($0.input, $0.title)) (\(numbers.probability($0.best)) at best)"
      }
      let start = reached.isEmpty ? "No single assumption" : "None of the others"
      lines.append("\(start) brings even odds by itself: \(Words.list(bests, "or")).")
    }
    return lines
  }

  private func beyond(_ percentile: Double, _ direction: BeliefDirection) -> Double {
    direction == .atLeast ? 100 - percentile : percentile
  }

  /// By how much the middle draw misses an operating result of zero.
  private var headroomLine: String? {
    guard let headroom = outcome.headroom.estimate, headroom.p50 > 0.5, headroom.p50 < 49.5 else {
      return nil
    }
    let factor = (100 - headroom.p50) / headroom.p50
    let fall = 100 * (1 - 1 / factor)
    return "In \(run.run.horizon) its headroom is \(numbers.interval(headroom)), where 50 is an "
      + "operating result of zero: in the middle draw contributions would have to be "
      + "\(numbers.number((factor * 10).rounded() / 10)) times as large, or costs "
      + "\(numbers.share(fall)) lower."
  }
}
