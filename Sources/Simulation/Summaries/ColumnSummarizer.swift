import Kernels

/// Summarises a column of draws that comes in parts, without keeping it.
///
/// A part comes in blocks, while they are in the processor's cache, and is seen once more as a
/// whole. Values are counted into bins between the smallest and largest of the first block. At a part's end the values near the quantiles, as far as the parts so far tell,
/// are kept; at the end of the column the counts say which bins hold the quantiles, and the values
/// kept from them give the quantiles exactly. If one lies where nothing was kept, which is rare,
/// the column has to come once more.
final class ColumnSummarizer {
  /// The number of draws in a part, but for the last one.
  static let part = 4096
  /// The number of draws in a block, but for the last one of a part.
  static let block = 512

  private static let probabilities = [0.05, 0.5, 0.95]
  /// The bin of what isn't finite.
  private static let noBin = UInt16.max

  private let kernels: SummaryKernels
  private var expected = 0
  private var seen = 0
  private var finite = 0
  private var pivot = 0.0
  private let lanes = SummaryLanes()
  private let lanesBefore = SummaryLanes()
  private var kind = Bins.equal(low: 0, scale: 0)
  /// Between these, whole numbers have bins of their own.
  private var wholeNumbers = 0.0...0.0
  /// Whether all values are whole numbers so few that each has a bin of its own, such as years.
  private var isWhole = false
  private let counts: UnsafeMutablePointer<UInt32>
  private let bins: UnsafeMutablePointer<UInt16>
  private let kept: [KeptValues]

  init(level: KernelLevel = .best) {
    kernels = SummaryKernels(level: level)
    counts = .allocate(capacity: Bins.tables * Bins.count)
    bins = .allocate(capacity: Self.part)
    bins.initialize(repeating: 0, count: Self.part)
    kept = Self.probabilities.map { KeptValues(probability: $0) }
    begin(draws: 0)
  }

  deinit {
    counts.deallocate()
    bins.deallocate()
  }

  /// Forgets everything and waits for a column of so many draws.
  func begin(draws: Int) {
    expected = draws
    seen = 0
    finite = 0
    lanes.reset()
    counts.initialize(repeating: 0, count: Bins.tables * Bins.count)
    for kept in kept { kept.reset() }
  }

  /// Takes the next block of a part, which begins at a draw of the part.
  func add(block values: UnsafePointer<Double>, count: Int, at start: Int) {
    seen += count
    lanesBefore.copy(lanes)
    let pivot = finite == 0 ? values[0] : self.pivot
    kernels.add(values, count: count, pivot: pivot, to: lanes)
    // Infinite or not a number if a value is, or if finite ones overflow.
    guard lanes.sum.isFinite else {
      lanes.copy(lanesBefore)
      return addFinite(values, count: count, at: start)
    }
    if finite == 0 {
      self.pivot = pivot
      isWhole = lanes.high - lanes.low < 128 && areWhole(values, count: count)
      spreadBins(count: count)
    } else if isWhole {
      isWhole = areWhole(values, count: count)
    }
    finite += count
    kernels.bin(values, count: count, by: kind, into: bins + start)
    bek_count_bins(bins + start, Int32(count), counts)
  }

  /// Ends a part of which all blocks have been added, and which is still there as a whole.
  func end(part values: UnsafePointer<Double>, count: Int) {
    guard finite > 0 else { return }
    narrow()
    if isWhole {
      // The counts say it all; if others than whole numbers follow, the column has to come again.
      for kept in kept { kept.missedValues() }
      return
    }
    for kept in kept {
      guard let range = kept.complete else { continue }
      kept.reserve(count)
      kept.length = kernels.collect(
        values, bins, count: count, in: range, into: kept.values, length: kept.length)
    }
  }

  /// What the column says.
  ///
  /// - Parameter again: Brings the column's parts once more, in the same order; asked for only
  ///   where a quantile wasn't kept.
  /// - Returns: Mean, spread, quantiles and counts.
  func finish(again: (_ add: (UnsafePointer<Double>, Int) -> Void) -> Void) -> ColumnSummary {
    var summary = ColumnSummary(count: seen, flagged: seen - finite)
    guard finite > 0 else { return summary }
    let n = Double(finite)
    let (low, high) = (lanes.low, lanes.high)
    summary.range = low...high
    if low == high {
      summary.mean = low
      summary.sd = finite > 1 ? 0 : nil
      summary.quantiles = (low, low, low)
    } else {
      let (sum, squares) = (lanes.sum, lanes.squares)
      if sum.isFinite, squares.isFinite, squares > 0x1p-900 {
        summary.mean = pivot + sum / n
        summary.sd = (max(0, squares - sum * sum / n) / (n - 1)).squareRoot()
      } else {
        // Sums or squares of such numbers overflow or underflow: they are taken again, scaled.
        var values: [Double] = []
        again { part, count in
          for index in 0..<count where part[index].isFinite { values.append(part[index]) }
        }
        let moments = Moments(values)
        (summary.mean, summary.sd) = (moments?.mean, moments?.sd)
      }
      summary.quantiles = (
        quantile(kept[0], again), quantile(kept[1], again), quantile(kept[2], again)
      )
    }
    summary.bins = BinnedCounts(
      kind: kind,
      counts: [UInt32](unsafeUninitializedCapacity: Bins.count) { merged, count in
        for bin in 0..<Bins.count {
          var sum: UInt32 = 0
          for table in 0..<Bins.tables { sum &+= counts[table * Bins.count + bin] }
          merged.initializeElement(at: bin, to: sum)
        }
        count = Bins.count
      })
    return summary
  }

  // MARK: Blocks

  /// Takes a block with values that aren't finite, one value after the other.
  private func addFinite(_ values: UnsafePointer<Double>, count: Int, at start: Int) {
    let places = (0..<count).filter { values[$0].isFinite }
    for index in 0..<count { bins[start + index] = Self.noBin }
    isWhole = false
    guard let first = places.first else { return }
    if finite == 0 { pivot = values[first] }
    for index in places { lanes.add(values[index], pivot: pivot, lane: index & 7) }
    if finite == 0 { spreadBins(count: places.count) }
    finite += places.count
    for index in places {
      let bin = kind.bin(of: values[index])
      bins[start + index] = UInt16(bin)
      counts[bin] += 1
    }
  }

  /// Lays the bins out between the smallest value so far and the largest, or the end of the bulk.
  private func spreadBins(count: Int) {
    let (low, high) = (lanes.low, lanes.high)
    if isWhole {
      // With room for numbers still to come; each keeps a bin of its own.
      wholeNumbers = low - 64...high + 64
      kind = Bins(low: low - 64, high: high + 64)
    } else {
      kind = Bins(low: low, high: high, mean: pivot + lanes.sum / Double(count))
    }
  }

  // MARK: Quantiles

  /// Narrows the bins that are kept to those in which the quantiles may still end up.
  ///
  /// The counts so far leave a quantile's final rank open by four standard deviations of the
  /// share of draws still to come (independent draws; Sobol points stray less). Nothing stays
  /// open once all draws are there.
  private func narrow() {
    let open = max(0, 1 / Double(seen) - 1 / Double(expected))
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 12) { numbers in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 6) { found in
        for (index, kept) in kept.enumerated() {
          let p = kept.probability
          let spread = Int(4 * (p * (1 - p) * open).squareRoot() * Double(finite))
          let rank = Int(Double(finite - 1) * p)
          numbers[2 * index] = Int64(max(0, rank - spread))
          numbers[2 * index + 1] = Int64(min(finite - 1, rank + 1 + spread))
        }
        bek_find_ranks(
          counts, numbers.baseAddress, 6, found.baseAddress, numbers.baseAddress.map { $0 + 6 })
        for (index, kept) in kept.enumerated() {
          kept.narrow(
            to: Int(found[2 * index])...Int(found[2 * index + 1]),
            below: Int(numbers[6 + 2 * index]))
        }
      }
    }
  }

  /// Type 7 of Hyndman and Fan (1996), as in NumPy and R: with h = (n - 1) p, the value of rank
  /// ⌊h⌋ and the next, interpolated.
  private func quantile(
    _ kept: KeptValues, _ again: (_ add: (UnsafePointer<Double>, Int) -> Void) -> Void
  ) -> Double {
    let position = Double(finite - 1) * kept.probability
    let rank = Int(position)
    let share = position - Double(rank)
    if isWhole, wholeNumbers.lowerBound <= lanes.low, lanes.high <= wholeNumbers.upperBound {
      let (value, next) = (whole(in: kept.latest.lowerBound), whole(in: kept.latest.upperBound))
      return value == next ? value : value * (1 - share) + next * share
    }
    if isWhole || kept.complete != kept.latest {
      // The quantile ended up where nothing was kept.
      kept.length = 0
      again { values, count in
        for place in 0..<count
        where values[place].isFinite && kept.latest.contains(kind.bin(of: values[place])) {
          kept.append(values[place])
        }
      }
    } else if seen > Self.part {
      // What was kept while less was known may belong to other bins.
      filter(kept)
    }
    let (value, next) = kept.values(rank: rank - kept.below)
    // A constant column stays exact; elsewhere neither form leaves value...next, nor overflows.
    return value == next || rank + 1 >= finite ? value : value * (1 - share) + next * share
  }

  /// Keeps the values of the latest bins alone; what is written never passes what is still to read.
  private func filter(_ kept: KeptValues) {
    let length = kept.length
    kept.length = 0
    for start in stride(from: 0, to: length, by: Self.part) {
      let count = min(Self.part, length - start)
      kernels.bin(kept.values + start, count: count, by: kind, into: bins)
      kept.length = kernels.collect(
        kept.values + start, bins, count: count, in: kept.latest, into: kept.values,
        length: kept.length)
    }
  }

  private func areWhole(_ values: UnsafePointer<Double>, count: Int) -> Bool {
    // At 1.5 * 2^52 doubles are one apart; without branches, so that it runs on vectors.
    var others: Int64 = 0
    for index in 0..<count {
      let nearest = (values[index] + 0x1.8p52) - 0x1.8p52
      others &+= nearest == values[index] ? 0 : 1
    }
    return others == 0
  }

  /// The whole number that has a bin for itself.
  private func whole(in bin: Int) -> Double {
    Elementary.round((kind.beginning(of: bin) + kind.beginning(of: bin + 1)) / 2)
  }
}

extension ColumnSummary {
  /// Summarises a column that is there as a whole.
  package init(_ values: [Double], level: KernelLevel = .best) {
    let summarizer = ColumnSummarizer(level: level)
    summarizer.begin(draws: values.count)
    self = values.withUnsafeBufferPointer { values in
      func eachPart(_ body: (UnsafePointer<Double>, Int) -> Void) {
        guard let start = values.baseAddress else { return }
        for part in stride(from: 0, to: values.count, by: ColumnSummarizer.part) {
          body(start + part, min(ColumnSummarizer.part, values.count - part))
        }
      }
      eachPart { part, count in
        for start in stride(from: 0, to: count, by: ColumnSummarizer.block) {
          summarizer.add(
            block: part + start, count: min(ColumnSummarizer.block, count - start), at: start)
        }
        summarizer.end(part: part, count: count)
      }
      return summarizer.finish(again: eachPart)
    }
  }
}
