package import RunRecord

/// The odds of a company on an earlier day and now.
package struct OddsMove: Sendable {
  /// The company as it is now.
  package let company: CompanyRecord
  /// Its odds of breaking even first on the earlier day.
  package let then: Double
  /// Its odds now.
  package let now: Double
  /// The group that it was in.
  package let group: CompanyGroup

  /// The points of 100 from which on a company moved far.
  package static let farPoints = 5

  /// Makes a move from its parts.
  package init(company: CompanyRecord, then: Double, now: Double, group: CompanyGroup) {
    self.company = company
    self.then = then
    self.now = now
    self.group = group
  }

  /// What the odds gained, in points of 100 between the two as they are printed: who subtracts one from
  /// the other finds it.
  package var points: Int { Int((100 * now).rounded()) - Int((100 * then).rounded()) }

  /// True if it moved far.
  package var isFar: Bool { abs(points) >= Self.farPoints }
}

extension Findings {
  /// The companies with odds now and in an earlier run, those that moved most first.
  package func moves(since earlier: RunRecord) -> [OddsMove] {
    let then = Dictionary(earlier.companies.map { ($0.id, $0) }) { first, _ in first }
    return companiesByOdds.compactMap { company -> OddsMove? in
      guard let before = then[company.id], let old = odds(before), let now = odds(company) else {
        return nil
      }
      return OddsMove(company: company, then: old, now: now, group: group(before))
    }.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (abs(right.now - right.then), $0.offset) < (abs(left.now - left.then), $1.offset)
    }.map(\.element)
  }
}
