/// The share of draws in which something happens, with its Monte Carlo error.
package struct Share: Hashable, Sendable {
  /// The share, between 0 and 1.
  package let value: Double
  /// √(p (1 - p)/n): conservative for Sobol points.
  package let standardError: Double
  /// How many draws could not be told, and were left out.
  package let flagged: Int
}

extension Summary {
  /// The share of draws in which a column is true (not 0); nil where no draw can be told.
  ///
  /// A draw whose value is not finite can't be told.
  package static func probability(_ isTrue: some Collection<Double>) -> Share? {
    var (told, happened) = (0, 0)
    for value in isTrue where value - value == 0 {
      told += 1
      happened += value == 0 ? 0 : 1
    }
    guard told > 0 else { return nil }
    let value = Double(happened) / Double(told)
    return Share(
      value: value, standardError: (value * (1 - value) / Double(told)).squareRoot(),
      flagged: isTrue.count - told)
  }
}
