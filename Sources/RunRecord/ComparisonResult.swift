/// Two ways of running a path, held against each other for a company on the same draws.
public struct ComparisonResult: Hashable, Sendable, Codable {
  /// Its id in the model file.
  public var id: String
  /// Its title.
  public var title: LocalizedText
  /// What the one way sets.
  public var set: [InputSetting]
  /// What the other sets.
  public var against: [InputSetting]
  /// P(the net present value to the horizon of the one is larger), as a fraction; where both are
  /// equal neither is.
  public var better: Quantity
  /// P(that of the other is larger), likewise.
  public var worse: Quantity
  /// The same as `better` with a value beyond the horizon added to both.
  public var betterBeyond: Quantity
  /// The same as `worse` with a value beyond the horizon added to both.
  public var worseBeyond: Quantity
  /// The net present value of the one less that of the other, to the horizon, in the run's currency.
  public var difference: Quantity
  /// The same with a value beyond the horizon.
  public var differenceBeyond: Quantity

  /// Makes a comparison from its parts.
  public init(
    id: String, title: LocalizedText, set: [InputSetting], against: [InputSetting],
    better: Quantity, worse: Quantity, betterBeyond: Quantity, worseBeyond: Quantity,
    difference: Quantity, differenceBeyond: Quantity
  ) {
    self.id = id
    self.title = title
    self.set = set
    self.against = against
    self.better = better
    self.worse = worse
    self.betterBeyond = betterBeyond
    self.worseBeyond = worseBeyond
    self.difference = difference
    self.differenceBeyond = differenceBeyond
  }
}

/// A number in place of an input.
public struct InputSetting: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// The number, in the input's unit.
  public var value: Double

  /// Makes a setting.
  public init(name: String, value: Double) {
    self.name = name
    self.value = value
  }
}
