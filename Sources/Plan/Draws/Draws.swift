package import Simulation
internal import Synchronization

/// The design of a run's draws, before any is made.
package struct Sampling: Hashable, Sendable {
  /// The number of draws, a power of two.
  package var count: Int
  /// The seed of all streams.
  package var seed: UInt64
  /// The method that makes the uniform numbers.
  package var sampler: Sampler

  /// Makes one.
  package init(count: Int, seed: UInt64, sampler: Sampler) {
    self.count = count
    self.seed = seed
    self.sampler = sampler
  }
}

/// The draws of a run: uniforms by block and dimension, the same for whoever asks.
///
/// Uniforms depend on the seed, the block's name and the dimension alone, never on the order of
/// files, companies or threads (Method 1.5).
public final class Draws: Sendable {
  /// The sampling that they are made from.
  package let sampling: Sampling
  /// The number of draws, a power of two.
  public var count: Int { sampling.count }
  /// The seed of all streams.
  public var seed: UInt64 { sampling.seed }

  /// True if there are so many that uniforms are made anew where they are asked for again.
  package let areMany: Bool
  /// True if there are so many that one thing is computed after the other, since two side by side
  /// would take twice the memory.
  package let fillMemory: Bool

  private let streams: DrawStreams
  private let orders = OrderCache()
  private let shared = Mutex<[String: [Double]]>([:])
  private let summaries = Mutex<[String: Summary]>([:])

  /// Makes draws by themselves, to try an evaluator; a run makes its own.
  ///
  /// - Precondition: `count` is a power of two from 2 to 2^24.
  public convenience init(count: Int, seed: UInt64 = 1) {
    precondition(
      count >= 2 && count <= 1 << 24 && count & (count - 1) == 0,
      "the number of draws is a power of two from 2 to 16777216")
    self.init(Sampling(count: count, seed: seed, sampler: .sobol))
  }

  /// True if so many draws of companies with so many paths are computed one thing after the other.
  package static func fillMemory(_ count: Int, paths: Int) -> Bool {
    count >= 1 << 19 || count * paths >= 1 << 21
  }

  /// Makes the draws of a run; how memory is spared depends on how many paths a company may have, and
  /// changes no number.
  package init(_ sampling: Sampling, paths: Int = 1) {
    self.sampling = sampling
    areMany = sampling.count >= 1 << 17 || sampling.count * paths >= 1 << 20
    fillMemory = Self.fillMemory(sampling.count, paths: paths)
    streams = DrawStreams(
      seed: sampling.seed, draws: sampling.count, sampler: sampling.sampler)
  }

  /// Uniform numbers in 0..<1, one a draw.
  ///
  /// - Parameters:
  ///   - block: The block's name. Dimensions of one block fill space jointly and evenly;
  ///     different blocks are independent.
  ///   - dimension: The dimension within the block, from 0.
  /// - Returns: The uniforms, as many as there are draws.
  public func uniforms(block: String, dimension: Int) -> [Double] {
    streams.uniforms(block: block, dimension: dimension, orders: orders)
  }

  /// A column that several companies share: made once, by whoever asks first.
  package func sharedColumn(_ key: String, make: () throws -> [Double]) rethrows -> [Double] {
    if let column = shared.withLock({ $0[key] }) { return column }
    // Made outside the lock: two threads may both make it, with the same result.
    let column = try make()
    shared.withLock { $0[key] = column }
    return column
  }

  /// The values of an input that several companies share: made once, or each time where draws fill the
  /// memory, since they are quickly made again.
  func sharedValues(_ key: String, make: () -> [Double]) -> [Double] {
    fillMemory ? make() : sharedColumn(key, make: make)
  }

  /// The summary of a column that several companies share: made once, by whoever asks first, or each
  /// time where draws fill the memory, since a summary keeps its column.
  package func sharedSummary(_ key: String, of column: [Double]) -> Summary {
    if fillMemory { return Summary(column) }
    if let known = summaries.withLock({ $0[key] }) { return known }
    let summary = Summary(column)
    summaries.withLock { $0[key] = summary }
    return summary
  }
}
