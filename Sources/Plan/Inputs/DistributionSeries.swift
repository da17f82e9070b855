package import Formulas

/// A distribution, or several by year with one quantile for all years, or one that is drawn anew
/// in every year.
package enum DistributionSeries: Hashable, Sendable {
  case always(DistributionSpec)
  /// Independent draws year by year.
  case eachYear(DistributionSpec)
  /// By year, ascending.
  case byYear([Anchor])

  package struct Anchor: Hashable, Sendable {
    package var year: Int
    package var distribution: DistributionSpec

    package init(year: Int, distribution: DistributionSpec) {
      self.year = year
      self.distribution = distribution
    }
  }

  /// Of a figure that is computed from others and has no distribution of its own.
  package static let none = DistributionSeries.byYear([])

  package var anchors: [Anchor] {
    switch self {
    case .always(let distribution), .eachYear(let distribution):
      [Anchor(year: 0, distribution: distribution)]
    case .byYear(let anchors): anchors
    }
  }

  /// True if the values differ from year to year.
  package var variesByYear: Bool { anchors.count > 1 || isEachYear }

  /// True if every year has draws of its own.
  package var isEachYear: Bool {
    if case .eachYear = self { true } else { false }
  }
}

extension DistributionSeries {
  /// The notation in one line: `0.7 to 6 (2025), 0.08 to 1.5 (2030)`.
  package var text: String {
    switch self {
    case .always(let distribution): distribution.description
    case .eachYear(let distribution): "\(distribution) in each year"
    case .byYear(let anchors):
      anchors.map { "\($0.distribution) (\($0.year))" }.joined(separator: ", ")
    }
  }

  /// The notation by year, where it varies.
  package var textByYear: [Int: String]? {
    guard case .byYear(let anchors) = self else { return nil }
    return Dictionary(
      anchors.map { ($0.year, $0.distribution.description) }, uniquingKeysWith: { $1 })
  }
}
