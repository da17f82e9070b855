package import RunRecord

/// Which weights put a company first, in words.
package enum LeadsIf {
  /// Weights differ when they are this far apart.
  private static let noticeable = 0.03

  package static func words(
    _ place: RankedCompany, _ ranking: RankingRecord, _ context: ReportContext
  ) -> String {
    guard let central = place.centralWeights else {
      return context.text((place.rankShares.first ?? 0) > 0 ? .leadsRarely : .leadsNever)
    }
    let more = central.keys.sorted().compactMap { name -> (String, Double, Double)? in
      guard let mean = ranking.weights[name], let own = central[name] else { return nil }
      return own - mean >= noticeable ? (name, own, mean) : nil
    }
    let share = context.numbers.probability(place.rankShares.first ?? 0)
    guard let most = more.max(by: { $0.1 - $0.2 < $1.1 - $1.2 }) else {
      return context.text(.leadsAnyway, ["share": share])
    }
    return context.text(
      .leadsIf,
      [
        "criterion": criterion(most.0, context),
        "weight": context.numbers.share(most.1 * 100),
        "usual": context.numbers.share(most.2 * 100), "share": share,
      ])
  }

  /// The name of a ranking criterion for readers.
  package static func criterion(_ name: String, _ context: ReportContext) -> String {
    switch name.lowercased().replacing("_", with: "").replacing(" ", with: "") {
    case "headroom": context.text(.criterionHeadroom)
    case "cashcover": context.text(.criterionCashCover)
    case "pathsupport": context.text(.criterionPathSupport)
    case "diversification": context.text(.criterionIndependence)
    default: name.replacing("_", with: " ")
    }
  }
}
