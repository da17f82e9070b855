package import RunRecord

extension Section where Subject == PathRecord {
  /// What all companies on this path share: the market and the model's assumptions.
  package static let marketInputs = Section("MarketInputs") { path, context in
    let cells = PathCells(path, context)
    let market = cells.sharedInputs(scope: .market)
    let shared = cells.sharedInputs(scope: .assumption)
    var blocks: [Block] = []
    if !market.isEmpty {
      blocks += [context.heading(3, .marketTitle), InputTable.block(market, context)]
    }
    if !shared.isEmpty {
      blocks += [context.heading(3, .assumptionsTitle), InputTable.block(shared, context)]
    }
    guard !blocks.isEmpty else { return [] }
    return [context.heading(2, .sharedTitle), context.paragraph(.sharedIntro)] + blocks
  }
}
