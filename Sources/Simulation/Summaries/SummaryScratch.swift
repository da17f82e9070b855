import Kernels

/// Memory that columns take in turns while a part of theirs is summarised: it stays in the
/// processor's nearest cache.
final class SummaryScratch {
  /// The bin of each value of the part.
  let bins: UnsafeMutablePointer<UInt16>
  /// How many values are in each bin, in several tables that add up; zero between parts.
  let tables: UnsafeMutablePointer<UInt16>
  /// Sums that are needed for a moment.
  let lanes = SummaryLanes()
  /// Ranks, the bins they lie in, and how many values lie below.
  let ranks: UnsafeMutablePointer<Int64>
  let rankBins: UnsafeMutablePointer<Int32>
  let below: UnsafeMutablePointer<Int64>

  /// Makes memory for so many ranks.
  init(ranks count: Int = 6) {
    bins = .allocate(capacity: Int(BEK_PART))
    bins.initialize(repeating: 0, count: Int(BEK_PART))
    tables = .allocate(capacity: Int(BEK_TABLES) * Bins.count)
    tables.initialize(repeating: 0, count: Int(BEK_TABLES) * Bins.count)
    ranks = .allocate(capacity: count)
    ranks.initialize(repeating: 0, count: count)
    rankBins = .allocate(capacity: count)
    rankBins.initialize(repeating: 0, count: count)
    below = .allocate(capacity: count)
    below.initialize(repeating: 0, count: count)
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
