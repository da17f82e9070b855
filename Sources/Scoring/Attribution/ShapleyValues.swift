/// Splits a change that several factors make together among them (Shapley 1953): a factor gets the
/// mean of what it adds over all orders in which the factors may come.
///
/// The shares add up to the whole change, don't depend on an order, and a factor that never changes
/// anything gets exactly nothing. Where a factor can't come before another, the mean is over the
/// orders that keep to that (Faigle, Kern 1992).
package struct ShapleyValues {
  /// The most factors that are split exactly: each more doubles the work.
  package static let mostFactors = 16

  /// The number of factors.
  private let factors: Int
  /// For each factor, the set of those that come before it.
  private let before: [Int]
  /// The number of orders in which exactly a set of factors comes about; 0 for one that can't.
  private let ways: [Double]
  /// The number of orders in which the factors that a set lacks may follow it.
  private let rest: [Double]

  /// Takes factors, and which of them must come before which.
  ///
  /// - Parameters:
  ///   - factors: How many factors there are, at most ``mostFactors``.
  ///   - before: For each factor, the set of those that come before it, bit by bit; nothing where
  ///     all orders are possible.
  package init(factors: Int, before: [Int] = []) {
    precondition(factors <= Self.mostFactors, "too many factors to split a change exactly")
    let before = before.isEmpty ? Array(repeating: 0, count: factors) : before
    var ways = [Double](repeating: 0, count: 1 << factors)
    var rest = ways
    ways[0] = 1
    for set in ways.indices where ways[set] > 0 {
      for factor in 0..<factors where set & 1 << factor == 0 && before[factor] & ~set == 0 {
        ways[set | 1 << factor] += ways[set]
      }
    }
    rest[rest.count - 1] = 1
    for set in rest.indices.reversed() {
      for factor in 0..<factors where set & 1 << factor == 0 && before[factor] & ~set == 0 {
        rest[set] += rest[set | 1 << factor]
      }
    }
    self.factors = factors
    self.before = before
    self.ways = ways
    self.rest = rest
  }

  /// The sets on top of which a factor may come, with the share of orders in which it does.
  package func positions(of factor: Int) -> [(set: Int, weight: Double)] {
    ways.indices.compactMap { set in
      guard set & 1 << factor == 0, ways[set] > 0, before[factor] & ~set == 0 else { return nil }
      return (set, ways[set] * rest[set | 1 << factor] / rest[0])
    }
  }

  /// The shares of the factors in the changes of several quantities at once.
  ///
  /// - Parameter values: The quantities with some of the factors changed: bit `f` of the set stands
  ///   for factor `f`. Asked once for every set that can be, the same number of quantities each time.
  /// - Returns: For each factor, its share of the change of each quantity, in the quantity's unit;
  ///   NaN where the quantity is unknown with some of the factors.
  package func shares(values: (Int) throws -> [Double]) rethrows -> [[Double]] {
    let none = try values(0)
    // Differences to nothing changed: what is common to all never costs precision.
    let moved = try ways.indices.map { set in
      set == 0 || ways[set] == 0
        ? none.map { _ in 0 } : zip(try values(set), none).map { $0 - $1 }
    }
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: none.count), count: factors)
    for factor in 0..<factors {
      for (set, weight) in positions(of: factor) {
        let with = moved[set | 1 << factor]
        for quantity in none.indices {
          shares[factor][quantity] += weight * (with[quantity] - moved[set][quantity])
        }
      }
    }
    for quantity in none.indices {
      Self.close(&shares, at: quantity, on: moved[moved.count - 1][quantity])
    }
    return shares
  }

  /// The shares of factors that may come in any order.
  package static func shares(
    of factors: Int, values: (Int) throws -> [Double]
  ) rethrows -> [[Double]] {
    try ShapleyValues(factors: factors).shares(values: values)
  }

  /// Gives what rounding left over to the largest share, so that the shares add up.
  private static func close(_ shares: inout [[Double]], at quantity: Int, on change: Double) {
    let sum = shares.reduce(0) { $0 + $1[quantity] }
    guard
      let largest = shares.indices.max(by: {
        abs(shares[$0][quantity]) < abs(shares[$1][quantity])
      })
    else { return }
    shares[largest][quantity] += change - sum
  }
}
