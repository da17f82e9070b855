import Publishing
package import RunRecord

/// Which weights put a company first, in words.
package enum LeadsIf {
  /// Weights differ when they are this far apart.
  private static let noticeable = 0.03

  package static func words(
    _ place: RankedCompany, _ ranking: RankingRecord, _ context: ReportContext
  ) -> String {
    guard let central = place.centralWeights else {
      return context.text((place.rankShares.first ?? 0) > 0 ? Words.rarely : Words.never)
    }
    let more = central.keys.sorted().compactMap { name -> (String, Double, Double)? in
      guard let mean = ranking.weights[name], let own = central[name] else { return nil }
      return own - mean >= noticeable ? (name, own, mean) : nil
    }
    let share = context.numbers.probability(place.rankShares.first ?? 0)
    guard let most = more.max(by: { $0.1 - $0.2 < $1.1 - $1.2 }) else {
      return context.text(Words.anyway, ["share": share])
    }
    return context.text(
      Words.underWeights,
      [
        "criterion": criterion(most.0, context),
        "weight": context.numbers.share(most.1 * 100),
        "usual": context.numbers.share(most.2 * 100), "share": share,
      ])
  }

  /// The name of a ranking criterion for readers.
  package static func criterion(_ name: String, _ context: ReportContext) -> String {
    switch name.lowercased().replacing("_", with: "").replacing(" ", with: "") {
    case "headroom": context.text(Words.criterionHeadroom)
    case "cashcover": context.text(Words.criterionCashCover)
    case "pathsupport": context.text(Words.criterionPathSupport)
    case "independence": context.text(Words.criterionIndependence)
    default: name.replacing("_", with: " ")
    }
  }
}

extension LeadsIf {
  enum Words: String, Phrases {
    static let topic = "LeadsIf"

    case rarely = "hardly ever leads"
    case never = "never first"
    case anyway = "any weights may do (first in {share} of draws)"
    case underWeights = """
      {criterion} weighs more than usual ({weight} against {usual}); leads in {share} of \
      draws
      """
    case criterionHeadroom = "headroom"
    case criterionCashCover = "cash cover"
    case criterionPathSupport = "path support"
    case criterionIndependence = "independence"
  }
}
