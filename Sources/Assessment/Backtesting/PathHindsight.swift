internal import Evaluation
internal import Facts

/// The assumptions that paths and markets rest on, and those that nobody had written down by a day.
struct PathHindsight {
  /// The number of assumptions.
  let used: Int
  /// The number of those without a revision by the day.
  let undated: Int

  /// Counts the assumptions of some models and markets.
  init(_ models: [ModelFile], _ markets: [MarketFile], before day: Day) {
    let ofModels = models.flatMap(\.inputs).compactMap { input -> Assumption? in
      switch input.scope {
      case .assumption(let assumption): assumption
      case .company(_, let otherwise): otherwise
      case .series(let series): series.otherwise
      case .market, .contest, .room, .trend: nil
      }
    }
    let ofMarkets = markets.flatMap(\.inputs.values).compactMap(\.assumption)
    let all = ofModels + ofMarkets
    used = all.count
    undated = all.count { !$0.isWritten(by: day) }
  }
}

extension Assumption {
  /// True if a revision of it is dated a day or earlier.
  func isWritten(by day: Day) -> Bool {
    revisions.contains { $0.since.map { $0 <= day } ?? false }
  }
}
