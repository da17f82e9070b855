package import RunRecord

extension YearlyValues where Value == Estimate {
  /// The estimates of columns: one column for all years where `years` is nil, else one a year.
  package init(_ estimates: [Estimate?], years: [Int]?) {
    guard let years else {
      self = estimates.first?.map(YearlyValues.constant) ?? .byYear([:])
      return
    }
    self = .byYear(
      Dictionary(
        zip(years, estimates).compactMap { year, estimate in estimate.map { (year, $0) } },
        uniquingKeysWith: { $1 }))
  }
}

extension YearlyValues where Value == Int {
  /// The draws that columns dropped, where there are any.
  package init?(flagged: [Int], years: [Int]?) {
    guard flagged.contains(where: { $0 > 0 }) else { return nil }
    guard let years else {
      self = .constant(flagged[0])
      return
    }
    self = .byYear(
      Dictionary(zip(years, flagged).filter { $0.1 > 0 }, uniquingKeysWith: { $1 }))
  }
}
