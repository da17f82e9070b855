package import RunRecord

/// The best path of a company, by how much of its costs it covers and how good it is.
package struct BestPath: Hashable, Sendable {
  /// The path with its numbers.
  package var cell: AssessmentRecord
  /// Its points of support.
  package var points: Double
  /// True if the path carries the company.
  package var supportsMuch: Bool
}

/// The reason why no path carries a company.
package enum WithoutPath: Hashable, Sendable {
  /// Each carries too little.
  case supportIsTooLittle
  /// Nobody can say how much they carry, since nothing is known of the company as a whole.
  case supportIsUnknown
  /// It has no business on any.
  case pursuesNone
  /// Too little is known.
  case notAssessed
}

extension Findings {
  /// The path that carries most; nil where none carries anything worth a word.
  package func bestPath(_ company: CompanyRecord) -> BestPath? {
    let carried = company.paths.compactMap { cell in
      cell.status == .assessed ? cell.support.value.map { (cell, $0) } : nil
    }
    guard let best = carried.max(by: { $0.1 < $1.1 }), best.1 >= scale.support.some else {
      return nil
    }
    return BestPath(cell: best.0, points: best.1, supportsMuch: best.1 >= scale.support.much)
  }

  /// The reason why no path carries a company.
  package func withoutPath(_ company: CompanyRecord) -> WithoutPath {
    let assessed = company.paths.filter { $0.status == .assessed }
    if !assessed.isEmpty {
      return assessed.contains { $0.support.value != nil } ? .supportIsTooLittle : .supportIsUnknown
    }
    let pursuesNone =
      !company.paths.isEmpty && company.paths.allSatisfy { $0.status == .notPursued }
    return pursuesNone ? .pursuesNone : .notAssessed
  }

  /// The points of an existing business that a company rests on, or nil.
  package func restsOnExisting(_ company: CompanyRecord) -> Double? {
    company.outcome.existingBusiness.value.flatMap { $0 >= scale.existingBusiness ? $0 : nil }
  }

  /// The points that a path costs a company, where they are worth a word.
  package func drain(_ cell: AssessmentRecord) -> Double? {
    cell.drain.value.flatMap { $0 >= scale.support.some ? $0 : nil }
  }

  /// Returns true if a path gives the money back to a company, more likely than not.
  package func givesMoneyBack(_ cell: AssessmentRecord) -> Bool {
    (cell.viability.value ?? 0) >= scale.moneyBack
  }

  /// Returns true if the companies' stories on a path add up to more than its market.
  package func isCrowded(_ crowding: Estimate) -> Bool { crowding.p50 > scale.crowded }

  /// Returns true if nothing but the prior speaks on readiness.
  package func readinessIsPriorOnly(_ cell: AssessmentRecord) -> Bool {
    let counted = cell.criteria.filter { $0.weight > 0 }
    return !counted.isEmpty && counted.allSatisfy(\.priorOnly)
  }

  /// The path that gives the money back at most companies; between equals the odds of it decide, on
  /// average over the companies assessed, and where these print alike it is all of them.
  ///
  /// Nothing where no path does so anywhere.
  package var pathsThatPayMost: [PayingPath] {
    let most = payingCounts.map(\.pays).max() ?? 0
    if most == 0 { return [] }
    let equals = payingCounts.filter { $0.pays == most }
    let odds = equals.map { ($0.odds * 100).rounded() }
    return zip(equals, odds).filter { $1 == odds.max() }.map(\.0)
  }

  /// True if any company is assessed on any path.
  package var hasAssessments: Bool { payingCounts.contains { $0.assessed > 0 } }

  private var payingCounts: [PayingPath] {
    record.paths.map { path in
      let cells = record.companies.compactMap { company in
        company.paths.first {
          $0.path == path.id && $0.results?.viability.value != nil
            && !$0.warnings.contains { $0.kind == .lineWithheld }
        }
      }
      return PayingPath(
        path: path, pays: cells.filter(givesMoneyBack).count, assessed: cells.count,
        odds: cells.compactMap(\.viability.value).reduce(0, +) / Double(max(cells.count, 1)))
    }
  }
}

/// How often a path gives the money back.
package struct PayingPath: Hashable, Sendable {
  /// The path.
  package var path: PathRecord
  /// At how many companies, more likely than not.
  package var pays: Int
  /// Of how many.
  package var assessed: Int
  /// The mean of their odds.
  package var odds: Double
}
