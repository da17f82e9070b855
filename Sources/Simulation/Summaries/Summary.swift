/// What a column of draws says: centre, spread, quantiles, and how many draws had to be left out.
package struct Summary: Hashable, Sendable {
  /// How many draws were given.
  package let count: Int
  /// How many of them were not finite; they count nowhere else.
  package let flagged: Int
  /// The mean; nil without a finite draw.
  package let mean: Double?
  /// The sample standard deviation, with n - 1; nil for fewer than two finite draws.
  package let sd: Double?
  /// The 5th percentile; nil without a finite draw.
  package let p5: Double?
  /// The median; nil without a finite draw.
  package let p50: Double?
  /// The 95th percentile; nil without a finite draw.
  package let p95: Double?
  /// The finite draws, in order.
  package let finite: [Double]

  /// Summarises draws.
  package init(_ values: some Collection<Double>) {
    self.init(Array(values))
  }

  /// Summarises draws; an array of finite ones is kept without a copy.
  package init(_ values: [Double]) {
    self.init(ColumnSummary(values), of: values)
  }

  /// Summarises several columns, which takes less time than one by one.
  package static func summaries(of columns: [[Double]]) -> [Summary] {
    zip(ColumnSummary.summaries(of: columns), columns).map { Summary($0, of: $1) }
  }

  private init(_ summary: ColumnSummary, of values: [Double]) {
    count = summary.count
    flagged = summary.flagged
    finite = flagged == 0 ? values : values.filter { $0 - $0 == 0 }
    mean = summary.mean
    sd = summary.sd
    p5 = summary.p5
    p50 = summary.p50
    p95 = summary.p95
  }

  /// The Monte Carlo error of the mean, sd/√n: conservative for Sobol points.
  package var standardError: Double? {
    sd.map { $0 / Double(finite.count).squareRoot() }
  }

  /// The share of draws that were flagged; 0 without any.
  package var flaggedShare: Double {
    count == 0 ? 0 : Double(flagged) / Double(count)
  }

  /// The quantile for a probability between 0 and 1; nil without a finite draw.
  package func quantile(_ probability: Double) -> Double? {
    Summary.quantiles([probability], of: finite)?[0]
  }

  /// The quantiles for probabilities between 0 and 1; nil without a finite draw.
  package func quantiles(_ probabilities: [Double]) -> [Double]? {
    Summary.quantiles(probabilities, of: finite)
  }

  /// The finite draws counted into equal bins from the smallest to the largest; nil without any.
  package func histogram(bins: Int) -> Histogram? {
    Histogram(finite, bins: bins)
  }

  /// Type 7 of Hyndman and Fan (1996), as in NumPy and R: with h = (n - 1) p, the value of rank
  /// ⌊h⌋ and the next, interpolated.
  private static func quantiles(_ probabilities: [Double], of values: [Double]) -> [Double]? {
    guard !values.isEmpty else { return nil }
    let positions = probabilities.map { probability in
      precondition((0...1).contains(probability), "a probability is between 0 and 1")
      return Double(values.count - 1) * probability
    }
    let ranks = Set(positions.flatMap { [Int($0), min(Int($0) + 1, values.count - 1)] }).sorted()
    let selected = Selection.values(ofRanks: ranks, in: values)
    let valueOfRank = Dictionary(uniqueKeysWithValues: zip(ranks, selected))
    return positions.map { position in
      let rank = Int(position)
      let share = position - Double(rank)
      let low = valueOfRank[rank] ?? .nan
      let high = valueOfRank[min(rank + 1, values.count - 1)] ?? .nan
      // A constant column stays exact; elsewhere neither form leaves low...high, nor overflows.
      return low == high ? low : low * (1 - share) + high * share
    }
  }
}
