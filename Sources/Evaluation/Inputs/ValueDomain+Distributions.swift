package import Diagnostics
package import Facts
package import Formulas
package import Plan
package import RunRecord
internal import Simulation

// What may be assumed of an input whose values live in a domain.
extension ValueDomain {
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
    let support = drawn.support
    if support.lowerBound == support.upperBound,
      !contains(support.lowerBound * change.factor + change.offset, scale: scale)
    {
      throw OutsideDomain(domain: self, share: 1)
    }
    if interval.contains(support.lowerBound), interval.contains(support.upperBound) {
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

  /// What a reader should know who set an input to values of which some are cut off.
  ///
  /// - Parameters:
  ///   - name: The input.
  ///   - text: What it was set to, in the language of models.
  ///   - distributions: What is drawn from, in the input's unit, before the change.
  ///   - scale: What one of the unit is; 0.01 for per cent.
  ///   - change: What is done to every draw.
  /// - Returns: A remark for each end at which something is cut off.
  package func remarks(
    onSetting name: String, to text: String, _ distributions: [DistributionSpec],
    scale: Double = 1, change: InputAdjustment = .init()
  ) -> [Remark] {
    guard self != .number, let interval = before(change, scale: scale) else { return [] }
    let cut = distributions.compactMap { try? Distribution($0) }.map {
      mass(of: $0, outside: interval)
    }
    // A change that turns the sign turns the ends.
    let turned = change.factor < 0
    func remark(_ kind: StatementKind, _ limit: Double, _ isCut: Bool) -> [Remark] {
      isCut
        ? [Remark(kind, ["name": .text(name), "text": .text(text), "limit": .number(limit)])] : []
    }
    let below = cut.contains { $0.below >= Self.negligible }
    let above = cut.contains { $0.above >= Self.negligible }
    return remark(
      .cutBelow, self == .positive ? 0 : self.interval.lowerBound / scale, turned ? above : below)
      + remark(.cutAbove, self.interval.upperBound / scale, turned ? below : above)
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
  package let domain: ValueDomain
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
    to domain: ValueDomain, of name: String, scale: Double, change: InputAdjustment = .init()
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
