package import RunRecord
package import Simulation

extension Estimate {
  /// A number without uncertainty.
  package static func exactly(_ value: Double, unit: UnitName) -> Estimate {
    Estimate(value: value, unit: unit, p5: value, p50: value, p95: value, standardError: 0)
  }
}

extension Summary {
  /// The summary as a record in a unit, or nil when every draw was dropped.
  package func estimate(unit: UnitName, scale: Double = 1) -> Estimate? {
    guard let mean, let p5, let p50, let p95, let standardError else { return nil }
    return Estimate(
      value: mean * scale, unit: unit, p5: p5 * scale, p50: p50 * scale, p95: p95 * scale,
      standardError: standardError * scale)
  }

  /// The summary, or the reason why there is none.
  package func quantity(
    unit: UnitName, scale: Double = 1, reason: Reason = Reason(.noDraw)
  ) -> Quantity {
    estimate(unit: unit, scale: scale).map(Quantity.estimate) ?? .unknown(reason)
  }
}
