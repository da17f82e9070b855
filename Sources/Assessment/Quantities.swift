internal import Evaluation
internal import RunRecord
internal import Scoring
internal import Simulation

/// Turns draws into the numbers of a record.
struct Quantities {
  /// The number of draws of the run.
  let draws: Int
  /// The share of dropped draws above which a number is withheld.
  let flaggedLimit: Double

  /// Scores and shares of 0...100: mean with interval.
  func points(_ values: [Double]) -> Quantity {
    quantity(values, unit: .point)
  }

  /// Mean with interval; withheld when too many draws were dropped.
  func quantity(_ values: [Double], unit: UnitName) -> Quantity {
    let summary = Summary(values)
    return withheld(summary.flagged).map(Quantity.unknown) ?? summary.quantity(unit: unit)
  }

  /// A share of draws with its Monte Carlo error; p5 and p95 are the sampling interval.
  func probability(_ probability: EventProbability) -> Quantity {
    guard let value = probability.value, let error = probability.standardError else {
      return .unknown(Reason(.noDraw))
    }
    return .estimate(Self.share(value, standardError: error))
  }

  /// The reason why nothing is said where so many draws were dropped; nil below the limit.
  func withheld(_ dropped: Int) -> Reason? {
    Double(dropped) > flaggedLimit * Double(draws) ? .withheld(dropped, of: draws) : nil
  }

  /// A node of a tree without the numbers of years in which too many draws were dropped.
  func withholding(_ node: TraceNode) -> TraceNode {
    guard let flagged = node.flagged else { return node }
    var node = node
    switch (node.values, flagged) {
    case (.constant, .constant(let dropped)):
      if withheld(dropped) != nil { node.values = .byYear([:]) }
    case (.byYear(let values), _):
      node.values = .byYear(values.filter { withheld(flagged[$0.key] ?? 0) == nil })
    case (.constant, .byYear): break
    }
    return node
  }

  /// A share with the interval that the number of draws leaves.
  static func share(_ value: Double, standardError: Double) -> Estimate {
    let z = 1.6448536269514722
    return Estimate(
      value: value, unit: .fraction, p5: max(0, value - z * standardError), p50: value,
      p95: min(1, value + z * standardError), standardError: standardError)
  }
}

extension Reason {
  /// Too many draws gave no number.
  static func withheld(_ dropped: Int, of draws: Int) -> Reason {
    Reason(.withheld, ["dropped": .whole(dropped), "draws": .whole(draws)])
  }
}
