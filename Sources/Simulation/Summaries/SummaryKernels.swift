import Kernels

/// The passes over a column that summaries are made of, at a level of the kernels.
///
/// The loops in Swift say what the ones in C do; both give the same bits.
struct SummaryKernels {
  let level: KernelLevel

  /// Adds values to the lanes; the i-th of these belongs to lane i mod 8.
  func add(
    _ values: UnsafePointer<Double>, count: Int, pivot: Double, to lanes: SummaryLanes
  ) {
    let whole = wholeVectors(count)
    if let native = level.native, whole > 0 {
      bek_moments(native, values, Int32(whole), pivot, lanes.start)
    }
    for index in whole..<count { lanes.add(values[index], pivot: pivot, lane: index & 7) }
  }

  /// The bin of each value.
  func bin(
    _ values: UnsafePointer<Double>, count: Int, by kind: Bins,
    into bins: UnsafeMutablePointer<UInt16>
  ) {
    let whole = wholeVectors(count)
    if let native = level.native, whole > 0 {
      bek_bins(native, values, Int32(whole), kind.spread, bins)
    }
    for index in whole..<count { bins[index] = UInt16(kind.bin(of: values[index])) }
  }

  /// Adds values to the lanes, and counts their bins.
  func summarize(
    _ values: UnsafePointer<Double>, count: Int, pivot: Double, by kind: Bins,
    to lanes: SummaryLanes, counting part: SummaryScratch
  ) {
    let whole = wholeVectors(count)
    if let native = level.native, whole > 0 {
      bek_summarize(
        native, values, Int32(whole), pivot, kind.spread, lanes.start, part.bins, part.tables)
    }
    for index in whole..<count {
      lanes.add(values[index], pivot: pivot, lane: index & 7)
      part.count(kind.bin(of: values[index]), at: index)
    }
  }

  /// Adds a part's counts to those of a column, which are empty before its first part.
  func takeCounts(of part: SummaryScratch, to counts: inout [UInt32]) {
    let native = level.native ?? BEK_BASELINE
    if counts.isEmpty {
      counts = [UInt32](unsafeUninitializedCapacity: Bins.count) { counts, count in
        bek_take_counts(native, part.tables, counts.baseAddress, 0)
        count = Bins.count
      }
    } else {
      counts.withUnsafeMutableBufferPointer {
        bek_take_counts(native, part.tables, $0.baseAddress, 1)
      }
    }
  }

  /// Finds the bins in which the values of the scratch memory's ranks lie.
  func findRanks(in counts: [UInt32], with scratch: SummaryScratch) {
    counts.withUnsafeBufferPointer {
      bek_find_ranks(
        level.native ?? BEK_BASELINE, $0.baseAddress, scratch.ranks,
        Int32(SummaryScratch.rankCount), scratch.rankBins, scratch.below)
    }
  }

  /// Returns true if all values are whole numbers.
  func areWhole(_ values: UnsafePointer<Double>, count: Int) -> Bool {
    let whole = wholeVectors(count)
    if let native = level.native, whole > 0, bek_are_whole(native, values, Int32(whole)) == 0 {
      return false
    }
    // At 1.5 * 2^52 doubles are one apart.
    return (whole..<count).allSatisfy { (values[$0] + 0x1.8p52) - 0x1.8p52 == values[$0] }
  }

  /// Appends the values whose bin is in a range to a list with room for them and 8 more; gives
  /// its new length.
  func collect(
    _ values: UnsafePointer<Double>, _ bins: UnsafePointer<UInt16>, count: Int,
    in range: ClosedRange<Int>, into list: UnsafeMutablePointer<Double>, length: Int
  ) -> Int {
    let (first, last) = (UInt16(range.lowerBound), UInt16(range.upperBound))
    if let native = level.native {
      return Int(
        bek_collect(native, values, bins, Int32(count), first, last, list, Int32(length)))
    }
    var length = length
    for index in 0..<count where first <= bins[index] && bins[index] <= last {
      list[length] = values[index]
      length += 1
    }
    return length
  }

  /// The value of a rank in a list with room for 8 more, and the next one, if there is one.
  ///
  /// 0 is positive. The list is changed.
  func select(
    rank: Int, from list: UnsafeMutablePointer<Double>, count: Int
  ) -> (value: Double, next: Double) {
    if let native = level.native {
      var found = (value: 0.0, next: 0.0)
      withUnsafeMutableBytes(of: &found) { found in
        bek_select(
          native, list, Int32(count), Int32(rank),
          found.assumingMemoryBound(to: Double.self).baseAddress)
      }
      return (found.value + 0, found.next + 0)
    }
    let sorted = UnsafeBufferPointer(start: list, count: count).sorted()
    return (sorted[rank] + 0, sorted[min(rank + 1, count - 1)] + 0)
  }

  /// The number of values that C takes; the rest isn't a multiple of its lanes.
  private func wholeVectors(_ count: Int) -> Int { level.native == nil ? 0 : count & ~7 }
}
