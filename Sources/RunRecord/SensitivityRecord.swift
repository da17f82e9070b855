/// An input and how much of a result's variance it explains alone.
public struct DriverRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// The kind of the input's numbers.
  public var kind: InputKind
  /// First-order share of variance, 0...1, by bins (Method 8.2).
  public var share: Double
  /// The metrics by which a company's next accounts tell it; nil for an input, and for what no
  /// accounts tell.
  public var metrics: [String]?
  /// Its value, of all years or of the last; nil where it isn't recorded.
  public var value: Estimate?
  /// The mean of the result in the lowest tenth of the input.
  public var low: Double?
  /// The mean of the result in the highest tenth of the input.
  public var high: Double?

  /// Makes a driver.
  public init(
    name: String, title: LocalizedText?, kind: InputKind, share: Double,
    metrics: [String]? = nil, value: Estimate? = nil, low: Double?, high: Double?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.share = share
    self.metrics = metrics
    self.value = value
    self.low = low
    self.high = high
  }
}

/// P(break-even first) over the range of one input.
public struct AssumptionBand: Hashable, Sendable, Codable {
  /// The input's name.
  public var input: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// The probability in its lowest tenth.
  public var low: Double
  /// The probability in its highest tenth.
  public var high: Double

  /// Makes a band.
  public init(input: String, title: LocalizedText?, low: Double, high: Double) {
    self.input = input
    self.title = title
    self.low = low
    self.high = high
  }
}

/// The value that one input would need for a target to hold.
public struct BeliefRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var input: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: UnitName
  /// The side of `needed`; nil when no value of this input alone reaches the target.
  public var direction: BeliefDirection?
  /// The value needed.
  public var needed: Double?
  /// The percentile of `needed` in the input's own distribution, 0...100.
  public var percentile: Double?
  /// The best probability that this input alone reaches.
  public var best: Double

  /// Makes a belief.
  public init(
    input: String, title: LocalizedText?, unit: UnitName, direction: BeliefDirection?,
    needed: Double?,
    percentile: Double?, best: Double
  ) {
    self.input = input
    self.title = title
    self.unit = unit
    self.direction = direction
    self.needed = needed
    self.percentile = percentile
    self.best = best
  }
}
