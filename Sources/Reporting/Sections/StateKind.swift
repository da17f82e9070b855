import Publishing
import RunRecord

/// The four states at the horizon, best first.
enum StateKind: CaseIterable {
  case brokeEven, stillLosing, sold, cashedOut

  var phrase: Words {
    switch self {
    case .brokeEven: Words.brokeEven
    case .stillLosing: Words.stillLosing
    case .sold: Words.sold
    case .cashedOut: Words.cashedOut
    }
  }

  func estimate(_ states: StateProbabilities) -> Estimate {
    switch self {
    case .brokeEven: states.brokeEven
    case .stillLosing: states.stillLosing
    case .sold: states.sold
    case .cashedOut: states.cashedOut
    }
  }
}

extension StateKind {
  enum Words: String, Phrases {
    static let topic = "StateKind"

    case brokeEven = "breaks even first"
    case stillLosing = "still losing money"
    case sold = "sold"
    case cashedOut = "out of money"
  }
}
