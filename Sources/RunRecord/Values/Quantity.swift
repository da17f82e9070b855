/// A number with its uncertainty, or the reason why there is none.
///
/// In JSON either `{"value", "unit", "p5", "p50", "p95", "standard_error"}` or
/// `{"unknown": sentence, "reason": {…}}`.
public enum Quantity: Hashable, Sendable {
  /// A number with its interval.
  case estimate(Estimate)
  /// No number, and why; never shown as zero.
  case unknown(Reason)

  /// The estimate, or nil when it is unknown.
  public var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }

  /// The central value, or nil when it is unknown.
  public var value: Double? { estimate?.value }

  /// The reason why there is no number, or nil when there is one.
  public var reason: Reason? {
    if case .unknown(let reason) = self { reason } else { nil }
  }
}

/// A central value with a 5th to 95th percentile interval.
public struct Estimate: Hashable, Sendable, Codable {
  /// The headline value: the mean over draws, or the probability, as the field says.
  public var value: Double
  /// The unit, such as `point`, `1`, `month` or `CNY/year`.
  public var unit: UnitName
  /// The 5th percentile; for a probability, of what its field says it is uncertain about.
  public var p5: Double
  /// The median.
  public var p50: Double
  /// The 95th percentile.
  public var p95: Double
  /// The Monte Carlo standard error of `value`.
  public var standardError: Double

  /// Makes an estimate from its parts.
  public init(
    value: Double, unit: UnitName, p5: Double, p50: Double, p95: Double, standardError: Double
  ) {
    self.value = value
    self.unit = unit
    self.p5 = p5
    self.p50 = p50
    self.p95 = p95
    self.standardError = standardError
  }
}

extension Quantity: Codable {
  private enum CodingKeys: String, CodingKey {
    case unknown, reason
  }

  /// Reads either form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let reason = try container.decodeIfPresent(Reason.self, forKey: .reason) {
      self = .unknown(reason)
    } else {
      self = .estimate(try Estimate(from: decoder))
    }
  }

  /// Writes either form; `unknown` says the reason in English.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .estimate(let estimate): try estimate.encode(to: encoder)
    case .unknown(let reason):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(reason.message, forKey: .unknown)
      try container.encode(reason, forKey: .reason)
    }
  }
}
