internal import Diagnostics
package import Evaluation
internal import Facts
internal import Plan
package import RunRecord
internal import Scoring
package import Study
package import Threads

/// Holds a study against itself with changes, on the same draws.
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
    let question = try ChangeQuestion(
      request, loaded: loaded, ownEvaluators: ownEvaluators, crew: crew)
    let (bench, changes) = (question.bench, question.changes)
    let changed = try bench.changed(by: changes)
    let asked = Set(question.companies.map(\.id))
    let isWhole = question.isOfAll
    let ranks = request.ranks || isWhole || question.isOfRanks
    let companies = ranks ? try bench.companies([]) : question.companies
    // A company's draws go once it is told; those of a changed input stay from the first that has it.
    let told = try crew.map(companies.count) { index -> Told in
      let pair = try changed.pair(bench.side(companies[index]))
      return Told(
        record: asked.contains(companies[index].id) ? pair.record : nil,
        odds: (pair.base.odds, pair.new.odds),
        criteria: ranks ? (pair.base.criteria, pair.new.criteria) : (nil, nil),
        id: companies[index].id, inputs: changes.map { ChangedInput.Columns($0, pair) })
    }
    var doubted: Set<String> = []
    let records = try changes.enumerated().map { place, change in
      var record = try ChangedInput(
        change: change, columns: told.lazy.compactMap { $0.inputs[place] }.first,
        isForced: request.isForced
      ).record()
      // Of several figures of a company the first has what is said of its accounts.
      if case .fact(_, _, let company) = change.effect, doubted.insert(company).inserted {
        record.remarks += try AccountsDoubts(loaded: loaded, base: bench, changed: changed)
          .remarks(of: company)
      }
      return record
    }
    return WhatIfRecord(
      asOf: bench.base.evaluation.asOf.description, horizon: bench.horizon,
      currency: UnitName(bench.base.evaluation.currency), draws: bench.base.draws.count,
      scenario: bench.request.scenario, judgements: loaded.policy.judgements, changes: records,
      companies: ranks
        ? ranked(told, from: bench.base, to: changed.run) : told.compactMap(\.record),
      atRisk: isWhole ? atRisk(told) : nil)
  }

  /// What is kept of a company.
  private struct Told: Sendable {
    /// Nil of one that takes part in the ranking alone.
    var record: ChangedCompanyRecord?
    /// The odds of breaking even first before and after; nil for one without.
    var odds: (base: Double?, new: Double?)
    /// What it is ranked by before and after.
    var criteria: (base: CriterionDraws?, new: CriterionDraws?)
    var id: String
    /// The draws of each changed input, where the company has it.
    var inputs: [ChangedInput.Columns?]
  }

  /// The records with the ranks before and after.
  private func ranked(
    _ told: [Told], from base: RunContext, to new: RunContext
  ) -> [ChangedCompanyRecord] {
    let before = base.places(told.map { ($0.id, $0.criteria.base) })
    let after = new.places(told.map { ($0.id, $0.criteria.new) })
    return told.compactMap { company in
      guard var record = company.record else { return nil }
      record.base.rank = before[company.id]?.rank
      record.base.tier = before[company.id]?.tier
      record.new.rank = after[company.id]?.rank
      record.new.tier = after[company.id]?.tier
      return record
    }
  }

  private func atRisk(_ told: [Told]) -> AtRiskChange? {
    let base = told.compactMap(\.odds.base)
    let new = told.compactMap(\.odds.new)
    guard !base.isEmpty, !new.isEmpty else { return nil }
    return AtRiskChange(base: base.reduce(0, +), new: new.reduce(0, +))
  }
}

extension CompanySide {
  /// The odds of breaking even first; nil without.
  var odds: Double? {
    let known = states.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    return Double(known.count { $0 == .brokeEven }) / Double(known.count)
  }
}

extension RunContext {
  /// The places of companies by what they are ranked by, of those that can be.
  func places(
    _ companies: [(id: String, criteria: CriterionDraws?)]
  ) -> [String: (rank: Int, tier: String)] {
    let builder = RankingBuilder(run: self)
    return builder.places(
      companies.compactMap { id, criteria in
        criteria.flatMap { builder.canRank($0) ? (id, $0) : nil }
      })
  }
}
