/// A market input as the run used it.
public struct MarketInputRecord: Hashable, Sendable, Codable {
  /// The region's id, such as `china`.
  public var region: String
  /// The input as it was used, with its basis.
  public var input: InputRecord

  /// Makes a market input.
  public init(region: String, input: InputRecord) {
    self.region = region
    self.input = input
  }
}
