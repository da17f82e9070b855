import Kernels

/// Summarises a column of draws that comes in parts, without keeping it.
///
/// A part is gone through once, for its sums and to count its values into bins between the
/// smallest and largest of the column's first values. Then the values near the quantiles, as far
/// as the parts so far tell, are kept; at the end of the column the counts say which bins hold the
/// quantiles, and the values kept from them give the quantiles exactly. If one lies where nothing
/// was kept, which is rare, the column has to come once more.
final class ColumnSummarizer {
  /// The number of draws in a part, but for the last one.
  static let part = Int(BEK_PART)

  /// So many values at the beginning of a column say where its bins lie.
  private static let firstLook = 256
  private static let probabilities = [0.05, 0.5, 0.95]
  /// The bin of what isn't finite.
  private static let noBin = UInt16.max

  private let kernels: SummaryKernels
  private let scratch: SummaryScratch
  private var expected = 0
  private var seen = 0
  private var finite = 0
  private var pivot = 0.0
  private let lanes = SummaryLanes()
  private var kind = Bins.equal(low: 0, scale: 0)
  /// Between these, whole numbers have bins of their own.
  private var wholeNumbers = 0.0...0.0
  /// True if all values are whole numbers so few that each has a bin of its own, such as years.
  private var isWhole = false
  /// The number of values in each bin; empty before the first finite value.
  private var counts: [UInt32] = []
  private let kept: UnsafeMutableBufferPointer<KeptValues>

  /// Makes a summarizer; those of one thread can share the scratch memory.
  init(level: KernelLevel = .best, scratch: SummaryScratch = SummaryScratch()) {
    kernels = SummaryKernels(level: level)
    self.scratch = scratch
    kept = .allocate(capacity: Self.probabilities.count)
    _ = kept.initialize(from: Self.probabilities.map { KeptValues(probability: $0) })
  }

  deinit {
    for kept in kept { kept.deallocate() }
    kept.deallocate()
  }

  /// Forgets everything and waits for a column of so many draws.
  func begin(draws: Int) {
    expected = draws
    seen = 0
    finite = 0
    lanes.reset()
    counts = []
    for index in kept.indices { kept[index].reset() }
  }

  /// Takes the next part of the column.
  func add(part values: UnsafePointer<Double>, count: Int) {
    seen += count
    if !summarize(values, count: count) { summarizeFinite(values, count: count) }
    guard finite > 0 else { return }
    kernels.takeCounts(of: scratch, to: &counts)
    narrow()
    // Of these the counts say it all; if others follow, the column has to come again.
    let isKnown = isWhole || lanes.low == lanes.high
    for index in kept.indices {
      if isKnown {
        kept[index].missedValues()
      } else {
        kept[index].collect(values, scratch.bins, count: count, by: kernels)
      }
    }
  }

  /// The summary of the column.
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
      summary.quantiles = (quantile(0, again), quantile(1, again), quantile(2, again))
    }
    return summary
  }

  /// Summarises a column that is there as a whole.
  func summary(of values: [Double]) -> ColumnSummary {
    begin(draws: values.count)
    return values.withUnsafeBufferPointer { values in
      func eachPart(_ body: (UnsafePointer<Double>, Int) -> Void) {
        guard let start = values.baseAddress else { return }
        for part in stride(from: 0, to: values.count, by: ColumnSummarizer.part) {
          body(start + part, min(ColumnSummarizer.part, values.count - part))
        }
      }
      eachPart { add(part: $0, count: $1) }
      return finish(again: eachPart)
    }
  }

  // MARK: Parts

  /// Counts a part's values and adds them to the sums; does nothing, and says so, unless all
  /// are finite and don't overflow.
  private func summarize(_ values: UnsafePointer<Double>, count: Int) -> Bool {
    if finite == 0 {
      pivot = values[0]
      guard lookAtFirst(values, count: min(count, Self.firstLook)) else { return false }
    }
    scratch.lanes.copy(lanes)
    kernels.summarize(
      values, count: count, pivot: pivot, by: kind, to: lanes, counting: scratch)
    // Infinite or not a number if a value is, or if finite ones overflow.
    guard lanes.sum.isFinite else {
      lanes.copy(scratch.lanes)
      scratch.clearCounts()
      return false
    }
    isWhole = isWhole && kernels.areWhole(values, count: count)
    finite += count
    return true
  }

  /// Lays out the bins for a column that begins with these values, if they are finite.
  private func lookAtFirst(_ values: UnsafePointer<Double>, count: Int) -> Bool {
    let look = scratch.lanes
    look.reset()
    kernels.add(values, count: count, pivot: pivot, to: look)
    guard look.sum.isFinite else { return false }
    isWhole = look.high - look.low < 128 && kernels.areWhole(values, count: count)
    spreadBins(over: look, count: count)
    return true
  }

  /// Takes a part with values that aren't finite, one value after the other.
  private func summarizeFinite(_ values: UnsafePointer<Double>, count: Int) {
    isWhole = false
    scratch.bins.update(repeating: Self.noBin, count: count)
    let places = (0..<count).filter { values[$0].isFinite }
    guard let first = places.first else { return }
    if finite == 0 { pivot = values[first] }
    for index in places { lanes.add(values[index], pivot: pivot, lane: index & 7) }
    if finite == 0 { spreadBins(over: lanes, count: places.count) }
    for index in places { scratch.count(kind.bin(of: values[index]), at: index) }
    finite += places.count
  }

  /// Lays the bins out between the smallest value and the largest, or the end of the bulk.
  private func spreadBins(over lanes: SummaryLanes, count: Int) {
    let (low, high) = (lanes.low, lanes.high)
    if isWhole {
      // With room for numbers still to come; each keeps a bin of its own.
      wholeNumbers = low - 64...high + 64
      kind = Bins(low: low - 64, high: high + 64)
    } else {
      let mean = lanes.sum / Double(count)
      let variance = lanes.squares / Double(count) - mean * mean
      kind = Bins(low: low, high: high, mean: pivot + mean, sd: variance.squareRoot())
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
    for (index, kept) in kept.enumerated() {
      let p = kept.probability
      let spread = Int(4 * (p * (1 - p) * open).squareRoot() * Double(finite))
      let rank = Int(Double(finite - 1) * p)
      scratch.ranks[2 * index] = Int64(max(0, rank - spread))
      scratch.ranks[2 * index + 1] = Int64(min(finite - 1, rank + 1 + spread))
    }
    kernels.findRanks(in: counts, with: scratch)
    for index in kept.indices {
      kept[index].narrow(
        to: Int(scratch.rankBins[2 * index])...Int(scratch.rankBins[2 * index + 1]),
        below: Int(scratch.below[2 * index]))
    }
  }

  /// Type 7 of Hyndman and Fan (1996), as in NumPy and R: with h = (n - 1) p, the value of rank
  /// ⌊h⌋ and the next, interpolated.
  private func quantile(
    _ index: Int, _ again: (_ add: (UnsafePointer<Double>, Int) -> Void) -> Void
  ) -> Double {
    let position = Double(finite - 1) * kept[index].probability
    let rank = Int(position)
    let share = position - Double(rank)
    let latest = kept[index].latest
    if isWhole, wholeNumbers.lowerBound <= lanes.low, lanes.high <= wholeNumbers.upperBound {
      let (value, next) = (whole(in: latest.lowerBound), whole(in: latest.upperBound))
      return value == next ? value : value * (1 - share) + next * share
    }
    if kept[index].complete != latest {
      // The quantile ended up where nothing was kept.
      kept[index].removeAll()
      again { values, count in
        for place in 0..<count
        where values[place].isFinite && latest.contains(kind.bin(of: values[place])) {
          kept[index].append(values[place])
        }
      }
    } else if seen > Self.part {
      // What was kept while less was known may belong to other bins.
      kept[index].filter(by: kind, scratch, kernels)
    }
    let (value, next) = kept[index].values(rank: rank - kept[index].below, by: kernels)
    // A constant column stays exact; elsewhere neither form leaves value...next, nor overflows.
    return value == next || rank + 1 >= finite ? value : value * (1 - share) + next * share
  }

  /// The whole number that has a bin for itself.
  private func whole(in bin: Int) -> Double {
    Elementary.round((kind.beginning(of: bin) + kind.beginning(of: bin + 1)) / 2)
  }
}

extension ColumnSummary {
  /// Summarises a column that is there as a whole.
  package init(_ values: [Double], level: KernelLevel = .best) {
    self = ColumnSummarizer(level: level).summary(of: values)
  }

  /// Summarises several columns, which takes less time than one by one.
  package static func summaries(
    of columns: [[Double]], level: KernelLevel = .best
  ) -> [ColumnSummary] {
    let summarizer = ColumnSummarizer(level: level)
    return columns.map { summarizer.summary(of: $0) }
  }
}
