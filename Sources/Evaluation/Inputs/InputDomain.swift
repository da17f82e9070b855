package import Diagnostics
package import Formulas
package import Plan
internal import Simulation

/// Where the values of an input live, whoever gives them: the file, a fact or `--set`.
package enum InputDomain: String, CaseIterable, Sendable {
  /// Any number.
  case number
  /// Above 0.
  case positive
  /// 0 or more.
  case nonNegative = "non_negative"
  /// A part of a whole, 0 to 1.
  case share
  /// A probability, 0 to 1.
  case probability
  /// A change or margin that takes away all at most: -1 or more.
  case change
  /// A year of the calendar, 1900 to 2200.
  case year

  /// The values in the unit that parts of a whole are counted in.
  package var interval: ClosedRange<Double> {
    switch self {
    case .number: -Double.infinity...Double.infinity
    case .positive: Double.leastNormalMagnitude...Double.infinity
    case .nonNegative: 0...Double.infinity
    case .share, .probability: 0...1
    case .change: -1...Double.infinity
    case .year: 1900...2200
    }
  }

  /// The values in words, as they follow "is".
  package var meaning: String {
    switch self {
    case .number: "a number"
    case .positive: "above 0"
    case .nonNegative: "0 or more"
    case .share: "a share, 0 to 1"
    case .probability: "a probability, 0 to 1"
    case .change: "a change, -1 or more"
    case .year: "a year, 1900 to 2200"
    }
  }

  /// The most of its probability that a distribution may have outside at either end: a range says
  /// where nine tenths lie, and what it says must lie in the domain.
  package static let mostOutside = 0.05

  /// A distribution without what it has outside, as nothing stands there.
  ///
  /// - Parameters:
  ///   - distribution: In the input's unit.
  ///   - scale: What one of the unit is; 0.01 for per cent.
  ///   - change: What is done to every draw.
  /// - Returns: The same distribution where it has nothing outside, else one that is cut off; it is
  ///   of the values before the change.
  /// - Throws: `OutsideDomain` if more than `mostOutside` of it is outside.
  package func confined(
    _ distribution: DistributionSpec, scale: Double = 1, change: InputAdjustment = .init()
  ) throws -> DistributionSpec {
    let interval = before(change, scale: scale)
    guard let interval else { throw OutsideDomain(domain: self, share: 1) }
    let drawn = try Distribution(distribution)
    if interval.contains(drawn.support.lowerBound), interval.contains(drawn.support.upperBound) {
      return distribution
    }
    let (below, above) = mass(of: drawn, outside: interval)
    let outside = below + above
    if max(below, above) > Self.mostOutside + Self.negligible {
      throw OutsideDomain(domain: self, share: outside)
    }
    // So rare that no sample has one: the distribution as it was written stays on record.
    if outside < Self.negligible { return distribution }
    return .truncated(
      distribution, low: max(interval.lowerBound, -Double.greatestFiniteMagnitude),
      high: min(interval.upperBound, Double.greatestFiniteMagnitude))
  }

  /// A probability that is never met among as many draws as anybody makes.
  private static let negligible = 1e-8

  /// The probability of values below and above an interval.
  private func mass(
    of drawn: Distribution, outside interval: ClosedRange<Double>
  ) -> (below: Double, above: Double) {
    let support = drawn.support
    // A single value, and others with steps, belong to their interval with its ends.
    if support.lowerBound == support.upperBound {
      return interval.contains(support.lowerBound) ? (0, 0) : (0, 1)
    }
    let below =
      support.lowerBound >= interval.lowerBound
      ? 0 : drawn.cumulative(interval.lowerBound.nextDown)
    let above =
      support.upperBound <= interval.upperBound ? 0 : 1 - drawn.cumulative(interval.upperBound)
    return (below, above)
  }

  /// The values that a change leads into the domain; nil if there are none.
  private func before(_ change: InputAdjustment, scale: Double) -> ClosedRange<Double>? {
    let (low, high) = (interval.lowerBound / scale, interval.upperBound / scale)
    if change.factor == 0 {
      return (low...high).contains(change.offset) ? -Double.infinity...Double.infinity : nil
    }
    let ends = [low, high].map { ($0 - change.offset) / change.factor }.sorted()
    return ends[0]...ends[1]
  }
}

/// A distribution has too much of its probability where an input has no values.
package struct OutsideDomain: Error {
  package let domain: InputDomain
  /// How much of it.
  package let share: Double

  /// The mistake of whoever wrote the text, such as `uniform(0.99, 1.2)`.
  package func mistake(of name: String, _ text: String) -> Diagnostic {
    let percent = (100 * share).rounded()
    let part = percent >= 100 ? "lies outside" : "lies outside in \(Int(percent)) % of draws"
    return Diagnostic(
      "\"\(name)\" is \(domain.meaning), and \(text) \(part)",
      help: "move or narrow it; truncate(…, low, high) cuts a tail off")
  }
}

extension DistributionSeries {
  /// The series within a domain, year by year.
  ///
  /// - Throws: `Diagnostic` without a place.
  package func confined(
    to domain: InputDomain, of name: String, scale: Double, change: InputAdjustment = .init()
  ) throws -> DistributionSeries {
    func confined(_ distribution: DistributionSpec) throws -> DistributionSpec {
      do {
        return try domain.confined(distribution, scale: scale, change: change)
      } catch let error as OutsideDomain {
        throw error.mistake(of: name, change.notation(of: "\(distribution)"))
      }
    }
    switch self {
    case .always(let distribution): return .always(try confined(distribution))
    case .eachYear(let distribution): return .eachYear(try confined(distribution))
    case .byYear(let anchors):
      return .byYear(
        try anchors.map { Anchor(year: $0.year, distribution: try confined($0.distribution)) })
    }
  }
}
