import RunRecord

/// The four states at the horizon, best first.
enum StateKind: CaseIterable {
  case brokeEven, stillLosing, sold, cashedOut

  var phrase: Phrase {
    switch self {
    case .brokeEven: .stateBrokeEven
    case .stillLosing: .stateStillLosing
    case .sold: .stateSold
    case .cashedOut: .stateCashedOut
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
