internal import Diagnostics
package import Evaluation
internal import Facts
internal import Foundation
internal import Formulas
internal import Plan
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
package import Threads

/// Holds a study against itself with changes, on the same draws.
///
/// Every stream of draws is named after its input, so that what isn't changed is the same draw for
/// draw, and a difference is of the changes alone.
package struct WhatIf {
  let loaded: LoadedModels
  let request: WhatIfRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: WhatIfRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The answer.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be read or can't be, and for mistakes in the
  ///   study.
  package func answer() throws -> WhatIfRecord {
    var asked = request.base
    var before = RunPreparation(
      loaded: loaded, request: asked, ownEvaluators: ownEvaluators, crew: crew)
    let (base, _) = try before.run()
    let changes = try ChangeReader(
      loaded: loaded, catalogue: InputCatalogue(loaded, evaluators: before.evaluators),
      asOf: base.evaluation.asOf
    ).read(request.changes)
    asked.companies = companies(named: asked.companies, changes)
    before = RunPreparation(
      loaded: loaded, request: asked, ownEvaluators: ownEvaluators, crew: crew)
    let changed = ChangedStudy(changes, to: loaded, asked)
    let after = RunPreparation(
      loaded: changed.loaded, request: changed.request, ownEvaluators: ownEvaluators, crew: crew)
    let (new, _) = try after.run()
    let companies = try before.companies()
    let others = Dictionary(
      try after.companies().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let changedPaths = Set(changes.flatMap(\.paths))
    let year = min(base.evaluation.years.last ?? 0, new.evaluation.years.last ?? 0)
    // A company's draws go once it is told; those of a changed input stay from the first that has it.
    let told = try crew.map(companies.count) { index in
      let company = companies[index]
      let side = try CompanySide(company, in: base, through: year)
      let pair = (
        base: side,
        new: try CompanySide(
          others[company.id] ?? company, in: new, through: year,
          anchors: side.anchors(of: changedPaths))
      )
      return Told(
        record: record(pair), odds: (odds(pair.base), odds(pair.new)),
        inputs: changes.map { ChangedInput.Columns($0, pair) })
    }
    let records = try changes.enumerated().map { place, change in
      try ChangedInput(
        change: change, columns: told.lazy.compactMap { $0.inputs[place] }.first,
        isForced: request.isForced
      ).record()
    }
    return WhatIfRecord(
      asOf: base.evaluation.asOf.description, horizon: base.evaluation.years.last ?? 0,
      currency: UnitName(base.evaluation.currency), draws: base.draws.count,
      judgements: loaded.policy.judgements, changes: records, companies: told.map(\.record),
      atRisk: asked.companies.isEmpty ? atRisk(told) : nil)
  }

  /// What is kept of a company.
  private struct Told: Sendable {
    var record: ChangedCompanyRecord
    /// The odds of breaking even first before and after; nil for one without.
    var odds: (base: Double?, new: Double?)
    /// The draws of each changed input, where the company has it.
    var inputs: [ChangedInput.Columns?]
  }

  /// Those named and those that are changed alone; nobody, which is everybody, where something is
  /// changed for all and nobody is named.
  private func companies(named: [String], _ changes: [StudyChange]) -> [String] {
    let changed = changes.compactMap(\.record.company)
    if named.isEmpty, changed.count < changes.count { return [] }
    return unique(named + changed)
  }

  private func record(_ pair: (base: CompanySide, new: CompanySide)) -> ChangedCompanyRecord {
    let company = pair.base.company
    let difference = difference(pair.base.states, pair.new.states)
    return ChangedCompanyRecord(
      id: company.id, names: LocalizedText(company.names),
      base: pair.base.standing, new: pair.new.standing, difference: difference?.value,
      standardError: difference?.error,
      moved: Movements(base: pair.base, new: pair.new).records())
  }

  /// The odds of breaking even first after less before, over draws that are known on both sides.
  private func difference(
    _ base: [OutcomeState?], _ new: [OutcomeState?]
  ) -> (value: Double, error: Double)? {
    guard !base.isEmpty, !new.isEmpty else { return nil }
    func indicator(_ state: OutcomeState?) -> Double {
      state.map { $0 == .brokeEven ? 1 : 0 } ?? .nan
    }
    return PairedDifference.mean(base.map(indicator), new.map(indicator))
  }

  private func odds(_ side: CompanySide) -> Double? {
    let known = side.states.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    return Double(known.count { $0 == .brokeEven }) / Double(known.count)
  }

  private func atRisk(_ told: [Told]) -> AtRiskChange? {
    let base = told.compactMap(\.odds.base)
    let new = told.compactMap(\.odds.new)
    guard !base.isEmpty, !new.isEmpty else { return nil }
    return AtRiskChange(base: base.reduce(0, +), new: new.reduce(0, +))
  }
}

/// A changed input as companies have it: what it was and became, and whether it can be.
private struct ChangedInput {
  let change: StudyChange
  let columns: Columns?
  let isForced: Bool

  /// The draws of the input before and after, and its unit.
  struct Columns: Sendable {
    let base: [Double]
    let new: [Double]
    let unit: UnitName

    /// Nil where the company hasn't got the input.
    init?(_ change: StudyChange, _ pair: (base: CompanySide, new: CompanySide)) {
      let record = change.record
      guard record.kind == .input, record.company ?? pair.base.company.id == pair.base.company.id
      else { return nil }
      func number(_ side: CompanySide) -> CompanySide.Number? {
        side.numbers.first { $0.key.stage == .input && $0.key.name == record.name }
      }
      guard let old = number(pair.base), let new = number(pair.new) else { return nil }
      base = old.values()
      self.new = new.values()
      unit = old.unit
      if base.isEmpty || self.new.isEmpty { return nil }
    }
  }

  /// The change with what it was before, what it became, and remarks.
  ///
  /// - Throws: `Diagnostic` for a value that can't be, unless it is forced.
  func record() throws -> ChangeRecord {
    var record = change.record
    guard case .input(let override) = change.effect, let columns else { return record }
    let (base, new) = (columns.base, columns.new)
    let before = Summary(base)
    let after = Summary(new)
    record.base = words(before)
    record.new = override.operation == .set ? override.text : words(after) ?? override.text
    let (low, high) = (base.min() ?? 0, base.max() ?? 0)
    let (least, most) = (new.min() ?? 0, new.max() ?? 0)
    if !isForced {
      if isShare(base), most > 1 || least < 0 {
        throw impossible("is a share: it lies between 0 and 1", override)
      }
      if low > 0, least < 0 { throw impossible("can't be below 0", override) }
    }
    if low < high, let median = after.p50, !(low...high).contains(median) {
      record.remarks.append(
        Remark(
          .outsideDraws,
          [
            "name": .text(change.record.name), "low": .number(rounded(low)),
            "high": .number(rounded(high)),
          ]))
    }
    return record
  }

  /// A plain number that never leaves 0...1 before, and isn't a plain switch.
  private func isShare(_ values: [Double]) -> Bool {
    values.allSatisfy { (0...1).contains($0) } && values.contains { $0 > 0 && $0 < 1 }
      && columns?.unit == "1"
  }

  private func words(_ summary: Summary) -> String? {
    guard let low = summary.p5, let high = summary.p95 else { return nil }
    return low == high
      ? NumberNotation.print(rounded(low))
      : "\(NumberNotation.print(rounded(low))) to \(NumberNotation.print(rounded(high)))"
  }

  /// Three digits, as much as anybody reads.
  private func rounded(_ value: Double) -> Double {
    Double(String(format: "%.3g", value)) ?? value
  }

  private func impossible(_ why: String, _ override: InputOverride) -> Diagnostic {
    Diagnostic(
      "\"\(change.record.text)\": \(override.name) \(why)",
      help: "--force takes it all the same")
  }
}
