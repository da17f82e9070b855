import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// A section on the inputs that all companies on this path share: the market and the model's
  /// assumptions.
  package static let marketInputs = Section("MarketInputs", Words.self) { path, context in
    let cells = PathCells(path, context)
    let market = cells.sharedInputs(scope: .market)
    let shared = cells.sharedInputs(scope: .assumption)
    var blocks: [Block] = []
    if !market.isEmpty {
      blocks += [context.heading(3, Words.marketTitle), InputTable.block(market, context)]
    }
    if !shared.isEmpty {
      blocks += [context.heading(3, Words.assumptionsTitle), InputTable.block(shared, context)]
    }
    guard !blocks.isEmpty else { return [] }
    return [context.heading(2, Words.sharedTitle), context.paragraph(Words.sharedIntro)] + blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "MarketInputs"

  case sharedTitle = "What all companies share"
  case sharedIntro = """
    One draw for all companies, so that like is compared with like. ≈ marks estimates, ◇ \
    assumptions.
    """
  case marketTitle = "Market inputs"
  case assumptionsTitle = "Assumptions of the model"
}
