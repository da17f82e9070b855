import Kernels

/// The uniform numbers of a run, column by column.
///
/// A column depends on the seed, the number of draws, its block's name and its dimension in the
/// block, and on nothing else: not on the order in which columns are asked for, on other blocks,
/// nor on threads.
///
/// Within a block the columns are coordinates of one Sobol sequence with Owen's scramble, so they
/// fill their space evenly together. Each block has its points in an order of its own, so two
/// blocks are independent of each other.
package struct DrawStreams: Hashable, Sendable {
  /// The seed of all columns.
  package let seed: UInt64
  /// The number of values in a column; a power of two makes the most of Sobol points.
  package let draws: Int
  /// The method by which the numbers are made.
  package let sampler: Sampler

  /// Makes the columns' source for a run.
  package init(seed: UInt64, draws: Int, sampler: Sampler = .sobol) {
    precondition((0...Int(UInt32.max)).contains(draws), "more draws than 32 bits can number")
    self.seed = seed
    self.draws = draws
    self.sampler = sampler
  }

  /// A column: `draws` multiples of 2^-32 plus 2^-33, strictly between 0 and 1.
  ///
  /// Dimensions from 256 on come from derived blocks: 256 is dimension 0 of `NAME#2`, and so on.
  ///
  /// - Parameters:
  ///   - block: The block's name.
  ///   - dimension: The dimension in the block, from 0.
  ///   - orders: Where the block's order may be found again for its next column.
  ///   - level: Which kernels run; all give the same bits.
  /// - Returns: The column.
  package func uniforms(
    block: String, dimension: Int, orders: OrderCache = OrderCache(), level: KernelLevel = .best
  ) -> [Double] {
    let (round, dimension) = dimension.quotientAndRemainder(
      dividingBy: SobolDirections.dimensionCount)
    let name = round == 0 ? block : "\(block)#\(round + 1)"
    return switch sampler {
    case .sobol:
      sobol(key: StreamKey(seed: seed, block: name), dimension: dimension, orders: orders, level)
    case .random: random(key: StreamKey(seed: seed, block: name), dimension: dimension)
    }
  }

  private func sobol(
    key: StreamKey, dimension: Int, orders: OrderCache, _ level: KernelLevel
  ) -> [Double] {
    let table = SobolDirections(dimension: dimension).reversedByBytes
    let order = orders.order(of: key, count: draws)
    let scramble = key.scramble(dimension: dimension)
    return [Double](unsafeUninitializedCapacity: draws) { column, count in
      table.withUnsafeBufferPointer { table in
        let whole = level.native == nil ? 0 : draws & ~15
        if let native = level.native, whole > 0 {
          order.withUnsafeBufferPointer {
            bek_sobol(
              native, $0.baseAddress, whole, table.baseAddress, scramble, column.baseAddress)
          }
        }
        for (draw, index) in order.enumerated().dropFirst(whole) {
          let reversed =
            table[Int(index & 255)] ^ table[256 + Int((index >> 8) & 255)]
            ^ table[512 + Int((index >> 16) & 255)] ^ table[768 + Int(index >> 24)]
          let bits = OwenScramble.scramble(reversed: reversed, key: scramble)
          column.initializeElement(at: draw, to: DrawStreams.uniform(bits))
        }
      }
      count = draws
    }
  }

  private func random(key: StreamKey, dimension: Int) -> [Double] {
    let low = UInt32(truncatingIfNeeded: key.bits)
    let high = UInt32(truncatingIfNeeded: key.bits >> 32)
    var column: [Double] = []
    column.reserveCapacity(draws + 3)
    for group in 0..<(draws + 3) / 4 {
      let words = Philox.words(
        counter: (UInt32(group), UInt32(dimension), low, high), key: seed)
      column.append(DrawStreams.uniform(words.0))
      column.append(DrawStreams.uniform(words.1))
      column.append(DrawStreams.uniform(words.2))
      column.append(DrawStreams.uniform(words.3))
    }
    column.removeLast(column.count - draws)
    return column
  }

  /// The middle of the k-th of 2^32 equal parts of (0, 1).
  @inline(__always)
  private static func uniform(_ k: UInt32) -> Double {
    (Double(k) + 0.5) * 0x1p-32
  }
}
