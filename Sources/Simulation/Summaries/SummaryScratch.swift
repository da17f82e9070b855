import Kernels

/// Memory that columns take in turns while a part of theirs is summarised: it stays in the
/// processor's nearest cache.
final class SummaryScratch {
  /// Two for each of three quantiles.
  static let rankCount = 6

  /// The bin of each value of the part.
  let bins: UnsafeMutablePointer<UInt16>
  /// The number of values in each bin, in several tables that add up; zero between parts.
  let tables: UnsafeMutablePointer<UInt16>
  /// Sums that are needed for a moment.
  let lanes = SummaryLanes()
  /// Ranks, the bins they lie in, and how many values lie below.
  let ranks: UnsafeMutablePointer<Int64>
  let rankBins: UnsafeMutablePointer<Int32>
  let below: UnsafeMutablePointer<Int64>

  init() {
    bins = .allocate(capacity: Int(BEK_PART))
    bins.initialize(repeating: 0, count: Int(BEK_PART))
    tables = .allocate(capacity: Int(BEK_TABLES) * Bins.count)
    tables.initialize(repeating: 0, count: Int(BEK_TABLES) * Bins.count)
    ranks = .allocate(capacity: Self.rankCount)
    ranks.initialize(repeating: 0, count: Self.rankCount)
    rankBins = .allocate(capacity: Self.rankCount)
    rankBins.initialize(repeating: 0, count: Self.rankCount)
    below = .allocate(capacity: Self.rankCount)
    below.initialize(repeating: 0, count: Self.rankCount)
  }

  deinit {
    bins.deallocate()
    tables.deallocate()
    ranks.deallocate()
    rankBins.deallocate()
    below.deallocate()
  }

  /// Counts a value of the part.
  func count(_ bin: Int, at place: Int) {
    bins[place] = UInt16(bin)
    tables[bin] += 1
  }

  /// Forgets all counts.
  func clearCounts() { tables.update(repeating: 0, count: Int(BEK_TABLES) * Bins.count) }
}
