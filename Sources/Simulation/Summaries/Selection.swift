/// Order statistics without sorting everything.
enum Selection {
  /// The values with these ranks (0 is the smallest) of finite values; `ranks` ascending.
  ///
  /// Counts the values into 1024 equal bins, and goes on within the bins that hold a rank: one
  /// pass to count and one to collect, where sorting takes a dozen. Exact.
  static func values(ofRanks ranks: [Int], in values: [Double], depth: Int = 0) -> [Double] {
    guard let bins = values.count > 256 && depth < 4 ? SelectionBins(values, count: 1024) : nil
    else {
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    }
    let counts = bins.counts(of: values)
    var groups: [(ranks: [Int], members: [Double])] = []
    var groupOfBin = [Int](repeating: -1, count: counts.count)
    var (bin, below) = (0, 0)
    for rank in ranks {
      while rank >= below + counts[bin] {
        below += counts[bin]
        bin += 1
      }
      if groupOfBin[bin] < 0 {
        groupOfBin[bin] = groups.count
        groups.append(([], []))
        groups[groups.count - 1].members.reserveCapacity(counts[bin])
      }
      groups[groupOfBin[bin]].ranks.append(rank - below)
    }
    for value in values {
      let group = groupOfBin[bins.bin(of: value)]
      if group >= 0 { groups[group].members.append(value) }
    }
    return groups.flatMap { group in
      Selection.values(ofRanks: group.ranks, in: group.members, depth: depth + 1)
    }
  }
}

/// Equal bins for finite values, the last one open above.
private struct SelectionBins {
  let low: Double
  let binsPerUnit: Double
  let count: Int

  /// Nil where the values are all the same, or too far apart or too close to divide.
  init?(_ values: [Double], count: Int) {
    guard let (low, high) = Moments.range(values) else { return nil }
    // A long upper tail would leave most values in a few bins: it goes into the last.
    let mean = Moments.sum(values) { $0 } / Double(values.count)
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
