import Publishing
package import RunRecord

/// The number of different inputs that a run rests on, by kind; a shared one counts once.
package struct InputCount: Hashable, Sendable {
  package var facts = 0
  package var estimates = 0
  package var assumptions = 0
  package var overrides = 0
  package var total: Int { facts + estimates + assumptions + overrides }

  package init(_ record: RunRecord) {
    var seen: Set<[String]> = []
    func add(_ input: InputRecord, owner: [String]) {
      guard seen.insert(owner + [input.name]).inserted else { return }
      switch input.kind {
      case .fact: facts += 1
      // Computed from inputs that count themselves.
      case .calculation: break
      case .estimate: estimates += 1
      case .override: overrides += 1
      case .assumption: assumptions += 1
      }
    }
    for market in record.markets { add(market.input, owner: ["market", market.region]) }
    for company in record.companies {
      for input in company.outcome.inputs where input.scope != .market {
        add(input, owner: input.scope == .company ? ["company", company.id] : ["outcome"])
      }
      for cell in company.paths {
        for input in cell.inputs where input.scope != .market {
          let owner =
            input.scope == .company ? ["path", cell.path, company.id] : ["path", cell.path]
          add(input, owner: owner)
        }
      }
    }
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
  }
}
