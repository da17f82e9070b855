import Publishing
package import RunRecord

/// The number of different inputs that a run rests on, by kind; a shared one counts once.
package struct InputCount: Hashable, Sendable {
  /// The inputs of one kind of owner, and how many of them rest on what somebody measured.
  package struct Part: Hashable, Sendable {
    /// Those that rest on facts, or on estimates that a source supports.
    package var sourced: Int
    package var total: Int

    package init(sourced: Int = 0, total: Int = 0) {
      self.sourced = sourced
      self.total = total
    }
  }

  package var facts = 0
  package var estimates = 0
  package var assumptions = 0
  package var overrides = 0
  package var total: Int { facts + estimates + assumptions + overrides }
  /// The inputs of markets.
  package var markets = Part()
  /// The inputs of the paths of companies whose break-even is asked about, markets' left out.
  package var pathsAtRisk = Part()

  package init(_ record: RunRecord) {
    let measured = Set(
      record.sources.filter { $0.kind != .memory && $0.kind != .assumption }.map(\.id))
    var seen: Set<[String]> = []
    /// Counts an input the first time it is met; what is computed from others counts nowhere.
    func isNew(_ input: InputRecord, _ owner: [String]) -> Bool {
      input.kind != .calculation && seen.insert(owner + [input.name]).inserted
    }
    func add(_ input: InputRecord, owner: [String]) {
      guard isNew(input, ["all"] + owner) else { return }
      switch input.kind {
      case .fact: facts += 1
      case .estimate: estimates += 1
      case .override: overrides += 1
      case .assumption, .calculation: assumptions += 1
      }
    }
    func add(_ input: InputRecord, owner: [String], to part: inout Part) {
      guard isNew(input, ["part"] + owner) else { return }
      part.total += 1
      // An estimate from memory is an estimate, but nobody can look it up.
      let isEstimate = input.kind == .estimate && !measured.isDisjoint(with: input.sources)
      if input.kind == .fact || isEstimate { part.sourced += 1 }
    }
    for market in record.markets {
      add(market.input, owner: ["market", market.region])
      add(market.input, owner: ["market", market.region], to: &markets)
    }
    for company in record.companies {
      for input in company.outcome.inputs where input.scope != .market {
        add(input, owner: input.scope == .company ? ["company", company.id] : ["outcome"])
      }
      let isAtRisk = company.outcome.known?.states != nil
      for cell in company.paths {
        for input in cell.inputs where input.scope != .market {
          let owner =
            input.scope == .company ? ["path", cell.path, company.id] : ["path", cell.path]
          add(input, owner: owner)
          if isAtRisk { add(input, owner: owner, to: &pathsAtRisk) }
        }
      }
    }
  }

  /// What of the inputs rests on what was measured, in a sentence; nil where there are none.
  func sourcedLine(_ context: ReportContext) -> [Inline]? {
    guard markets.total > 0, pathsAtRisk.total > 0 else { return nil }
    func number(_ count: Int) -> [Inline] { [.text(String(count))] }
    return context.line(
      Words.sourced,
      [
        "market": number(markets.sourced), "marketTotal": number(markets.total),
        "path": number(pathsAtRisk.sourced), "pathTotal": number(pathsAtRisk.total),
      ])
  }
}

extension InputCount {
  enum Words: String, Phrases {
    static let topic = "InputCount"

    case howSure = """
      How sure: beside the accounts and the fixed numbers of the company model, of {total} \
      inputs {facts} rest on facts with sources, {estimates} on estimates and {assumptions} are \
      assumptions with reasons.
      """
    case sourced = """
       Facts, or estimates that a source supports, stand behind {market} of {marketTotal} inputs \
      of the markets and {path} of {pathTotal} inputs of the paths of companies at risk.
      """
  }
}
