package import RunRecord
package import Simulation
internal import Synchronization
package import Threads

/// The draws of a run: quantile levels by block and dimension, the same for whoever asks.
///
/// Levels depend on the seed, the block's name and the dimension alone, never on the order of
/// files, companies or threads (DESIGN 3, *Sharing draws*).
public final class Draws: Sendable {
  /// The number of draws, a power of two.
  public let count: Int
  /// The seed of all streams.
  public let seed: UInt64

  package let sampler: Sampler
  /// The threads that work on columns; no result depends on them.
  package let crew: Crew
  private let streams: DrawStreams
  private let orders = OrderCache()
  private let shared = Mutex<[String: [Double]]>([:])
  private let estimates = Mutex<[String: Estimate?]>([:])

  /// Makes draws by themselves, to try an evaluator; a run makes its own.
  ///
  /// - Precondition: `count` is a power of two from 2 to 2^24.
  public convenience init(count: Int, seed: UInt64 = 1) {
    precondition(
      count >= 2 && count <= 1 << 24 && count & (count - 1) == 0,
      "the number of draws is a power of two from 2 to 16777216")
    self.init(count: count, seed: seed, sampler: .sobol)
  }

  package init(
    count: Int, seed: UInt64, sampler: Sampler, crew: Crew = Crew(threads: 1)
  ) {
    self.count = count
    self.seed = seed
    self.sampler = sampler
    self.crew = crew
    streams = DrawStreams(seed: seed, draws: count, sampler: sampler)
  }

  /// Levels in 0..<1, one a draw.
  ///
  /// - Parameters:
  ///   - block: The block's name. Dimensions of one block fill space jointly and evenly;
  ///     different blocks are independent.
  ///   - dimension: The dimension within the block, from 0.
  /// - Returns: The levels, as many as there are draws.
  public func levels(block: String, dimension: Int) -> [Double] {
    streams.uniforms(block: block, dimension: dimension, orders: orders)
  }

  /// A column that several companies share: made once, by whoever asks first.
  package func sharedColumn(_ key: String, make: () -> [Double]) -> [Double] {
    if let column = shared.withLock({ $0[key] }) { return column }
    // Made outside the lock: two threads may both make it, with the same result.
    let column = make()
    shared.withLock { $0[key] = column }
    return column
  }

  /// What a column that several companies share says: summarised once, by whoever asks first.
  package func sharedEstimate(_ key: String, make: () -> Estimate?) -> Estimate? {
    if let known = estimates.withLock({ $0[key] }) { return known }
    let estimate = make()
    estimates.withLock { $0[key] = .some(estimate) }
    return estimate
  }
}
