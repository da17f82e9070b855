/// Order statistics without sorting everything.
enum Selection {
  /// The values with these ranks (0 is the smallest) of finite values; `ranks` ascending.
  ///
  /// Counts the values into 1024 equal bins, and goes on within the bins that hold a rank: one
  /// pass to count and one to collect, where sorting takes a dozen. Exact.
  static func values(ofRanks ranks: [Int], in values: [Double], depth: Int = 0) -> [Double] {
    guard let bins = values.count > 256 && depth < 4 ? Bins(values, count: 1024) : nil else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    let counts = bins.counts(of: values)
    var members: [Int: [Double]] = [:]
    var ranksOfBin: [(bin: Int, ranks: [Int])] = []
    var (bin, below) = (0, 0)
    for rank in ranks {
      while rank >= below + counts[bin] {
        below += counts[bin]
        bin += 1
      }
      if ranksOfBin.last?.bin == bin {
        ranksOfBin[ranksOfBin.count - 1].ranks.append(rank - below)
      } else {
        ranksOfBin.append((bin, [rank - below]))
        members[bin] = []
      }
    }
    let isWanted = (0..<counts.count).map { members[$0] != nil }
    for value in values {
      let bin = bins.bin(of: value)
      if isWanted[bin] { members[bin, default: []].append(value) }
    }
    return ranksOfBin.flatMap { bin, ranks in
      Selection.values(ofRanks: ranks, in: members[bin] ?? [], depth: depth + 1)
    }
  }
}

/// Equal bins for finite values, the last one open above.
private struct Bins {
  let low: Double
  let binsPerUnit: Double
  let count: Int

  /// Nil where the values are all the same, or too far apart or too close to divide.
  init?(_ values: [Double], count: Int) {
    var (low, high, sum) = (Double.infinity, -Double.infinity, 0.0)
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
      sum += value
    }
    // A long upper tail would leave most values in a few bins: it goes into the last.
    let mean = sum / Double(values.count)
    let tail = mean + 6 * (mean - low)
    let end = tail > low && tail < high ? tail : high
    binsPerUnit = Double(count) / (end - low)
    guard binsPerUnit > 0, binsPerUnit < .infinity, (high - low) * binsPerUnit < 1e18 else {
      return nil
    }
    self.low = low
    self.count = count
  }

  @inline(__always)
  func bin(of value: Double) -> Int {
    min(count - 1, Int((value - low) * binsPerUnit))
  }

  func counts(of values: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for value in values { counts[bin(of: value)] += 1 }
    return counts
  }
}
