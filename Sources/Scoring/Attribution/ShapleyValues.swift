/// Splits a change that several factors make together among them (Shapley 1953): a factor gets the
/// mean of what it adds over all orders in which the factors may come.
///
/// The shares add up to the whole change, don't depend on an order, and a factor that never changes
/// anything gets exactly nothing.
package enum ShapleyValues {
  /// The most factors that are split exactly: each more doubles the work.
  package static let mostFactors = 16

  /// The shares of the factors in the changes of several quantities at once.
  ///
  /// - Parameters:
  ///   - factors: How many factors there are, at most ``mostFactors``.
  ///   - values: The quantities with some of the factors changed: bit `f` of the set stands for
  ///     factor `f`. Asked once for every set, the same number of quantities each time.
  /// - Returns: For each factor, its share of the change of each quantity, in the quantity's unit;
  ///   NaN where the quantity is unknown with some of the factors.
  package static func shares(
    of factors: Int, values: (Int) throws -> [Double]
  ) rethrows -> [[Double]] {
    precondition(factors <= mostFactors, "too many factors to split a change exactly")
    let none = try values(0)
    // Differences to nothing changed: what is common to all never costs precision.
    let moved = try (0..<1 << factors).map { set in
      set == 0 ? none.map { _ in 0 } : zip(try values(set), none).map { $0 - $1 }
    }
    let weights = weights(of: factors)
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: none.count), count: factors)
    for set in moved.indices.dropLast() {
      let weight = weights[set.nonzeroBitCount]
      for factor in 0..<factors where set & 1 << factor == 0 {
        let with = moved[set | 1 << factor]
        for quantity in none.indices {
          shares[factor][quantity] += weight * (with[quantity] - moved[set][quantity])
        }
      }
    }
    for quantity in none.indices {
      close(&shares, at: quantity, on: moved[moved.count - 1][quantity])
    }
    return shares
  }

  /// The share of orders in which exactly a set of so many factors comes before a factor:
  /// s! (n − 1 − s)! / n!.
  private static func weights(of factors: Int) -> [Double] {
    guard factors > 0 else { return [] }
    var weights = [1 / Double(factors)]
    for size in 1..<factors {
      weights.append(weights[size - 1] * Double(size) / Double(factors - size))
    }
    return weights
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
