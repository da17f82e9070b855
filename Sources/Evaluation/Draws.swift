/// The draws of a run: how many, and from which seed.
public struct Draws: Sendable {
  /// The number of draws, a power of two.
  public let count: Int
  /// The seed of all streams.
  public let seed: UInt64
}
