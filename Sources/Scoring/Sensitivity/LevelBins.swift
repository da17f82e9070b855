/// An input's draws sorted into bins by the quantile level that each took (Method 8.2).
///
/// Made once an input, used for many results. Bins, never rank neighbours: on Sobol points
/// neighbours in one coordinate are not independent in the others.
package struct LevelBins: Sendable {
  /// K, the number of bins.
  package let count: Int
  /// Each draw's bin.
  package let bins: [Int32]
  /// The number of draws in each bin.
  let sizes: [Double]

  /// Bins of equal width in the level.
  ///
  /// - Parameters:
  ///   - levels: Each draw's level in 0...1.
  ///   - count: K; by default 2 n^(1/3), rounded down.
  package init(levels: [Double], count: Int? = nil) {
    let count = count ?? Self.standardCount(draws: levels.count)
    self.count = count
    let width = Double(count)
    let last = width - 1
    var sizes = [Double](repeating: 0, count: count)
    bins = levels.withUnsafeBufferPointer { levels in
      sizes.withUnsafeMutableBufferPointer { sizes in
        Array(unsafeUninitializedCapacity: levels.count) { bins, filled in
          for draw in 0..<levels.count {
            var place = levels[draw] * width
            if !(place < last) { place = last }
            if place < 0 { place = 0 }
            let bin = Int32(place)
            sizes[Int(bin)] += 1
            bins[draw] = bin
          }
          filled = levels.count
        }
      }
    }
    self.sizes = sizes
  }

  /// One bin a value of an input that has few: a value ends at each step.
  ///
  /// Of more values than equal bins these are taken.
  ///
  /// - Parameters:
  ///   - levels: Each draw's level in 0...1.
  ///   - steps: The levels at which one value ends and the next begins, ascending.
  package init(levels: [Double], steps: [Double]) {
    let isFew = steps.count < Self.standardCount(draws: levels.count)
    self = isFew ? Self(levels, endingAt: steps) : Self(levels: levels)
  }

  private init(_ levels: [Double], endingAt steps: [Double]) {
    count = steps.count + 1
    var sizes = [Double](repeating: 0, count: count)
    bins = levels.map { level in
      // The value at a step is the one that ends there.
      let bin = steps.firstIndex { level <= $0 } ?? steps.count
      sizes[bin] += 1
      return Int32(bin)
    }
    self.sizes = sizes
  }

  /// The largest whole K with K³ <= 8n: 32 bins for 4096 draws.
  package static func standardCount(draws: Int) -> Int {
    var count = 1
    while (count + 1) * (count + 1) * (count + 1) <= 8 * draws { count += 1 }
    return count
  }
}
