internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation

/// A company before and after some changes, on the same draws.
struct SidePair: Sendable {
  let base: CompanySide
  let new: CompanySide

  /// The odds of breaking even first after less before, over draws that are known on both sides, with
  /// their standard error; nil without odds on both sides.
  var difference: (value: Double, error: Double)? {
    let (old, then) = (base.states, new.states)
    guard !old.isEmpty, !then.isEmpty else { return nil }
    func indicator(_ state: OutcomeState?) -> Double {
      state.map { $0 == .brokeEven ? 1 : 0 } ?? .nan
    }
    return PairedDifference.mean(old.map(indicator), then.map(indicator))
  }

  /// What became of it, against what would have.
  var variant: VariantRecord {
    let difference = difference
    return VariantRecord(
      new: new.standing, difference: difference?.value, standardError: difference?.error)
  }

  /// The company with everything that moved on the way.
  var record: ChangedCompanyRecord {
    let difference = difference
    return ChangedCompanyRecord(
      id: base.company.id, names: LocalizedText(base.company.names), base: base.standing,
      new: new.standing, difference: difference?.value, standardError: difference?.error,
      moved: new.isAsBefore ? [] : Movements(base: base, new: new).records())
  }
}
