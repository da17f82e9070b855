internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation

/// The numbers that moved between two runs of a company on the same draws, from inputs over lines to
/// its money.
struct Movements {
  let base: CompanySide
  let new: CompanySide

  /// What moved by more than the draws leave open.
  func records() -> [MovedRecord] {
    let after = Dictionary(
      new.numbers.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return base.numbers.compactMap { number in
      after[number.key].flatMap { moved(number, $0) }
    }
  }

  private func moved(_ first: CompanySide.Number, _ second: CompanySide.Number) -> MovedRecord? {
    var (old, new) = (first.values(), second.values())
    // Two days look to one horizon from different ends: beyond the nearer one nothing is known of both.
    let limit = first.key.name == "money_lasts" ? mostMonths : nil
    if let limit { (old, new) = (old.map { min($0, limit) }, new.map { min($0, limit) }) }
    guard old != new else { return nil }
    let (before, now) = (Summary(old), Summary(new))
    // A median of the draws that are left says nothing of those that were dropped.
    guard self.base.run.quantities.withheld(max(before.flagged, now.flagged)) == nil,
      let base = before.p50, let then = now.p50
    else { return nil }
    let difference = then - base
    let error = PairedDifference.errorOfMedians(old, new)
    guard abs(difference) > max(2 * error, 1e-6 * max(abs(base), abs(then))) else { return nil }
    return MovedRecord(
      stage: first.key.stage, path: first.key.path, name: first.key.name, title: first.title,
      year: first.year, unit: first.unit, base: base, new: then,
      censoredAt: limit, difference: difference, standardError: error)
  }

  /// The months that both sides look ahead.
  private var mostMonths: Double? {
    [base.outcome?.censoredAt, new.outcome?.censoredAt].compactMap(\.self).min()
  }
}

/// Differences between two runs on the same draws.
enum PairedDifference {
  /// The mean difference of two columns with its standard error; nil without a draw known on both
  /// sides.
  static func mean(_ base: [Double], _ new: [Double]) -> (value: Double, error: Double)? {
    let summary = Summary(zip(base, new).map { $1 - $0 })
    return summary.mean.map { ($0, summary.standardError ?? 0) }
  }

  /// The error of a difference of medians: how much it differs between sixteenths of the draws.
  static func errorOfMedians(_ base: [Double], _ new: [Double]) -> Double {
    let size = base.count / 16
    guard size > 1, base.count == new.count else { return 0 }
    let differences = (0..<16).compactMap { part -> Double? in
      let range = part * size..<(part + 1) * size
      guard let old = Summary(Array(base[range])).p50, let then = Summary(Array(new[range])).p50
      else { return nil }
      return then - old
    }
    return (Summary(differences).sd ?? 0) / Double(differences.count).squareRoot()
  }
}
