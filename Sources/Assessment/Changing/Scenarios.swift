internal import Diagnostics
package import Evaluation
internal import Facts
internal import Plan
package import RunRecord
package import Study
package import Threads

/// Lists scenarios, and puts them beside each other on the same draws.
package struct Scenarios {
  let loaded: LoadedModels
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator], crew: Crew) {
    self.loaded = loaded
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// All scenarios in order of their ids, with what they change and why.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be read.
  package func list() throws -> [ScenarioListing] {
    let reader = ScenarioReader(
      loaded: loaded,
      catalogue: InputCatalogue(loaded, evaluators: loaded.evaluators(with: ownEvaluators)),
      asOf: nil)
    return try loaded.scenarios.values.sorted { $0.id < $1.id }.map { scenario in
      ScenarioListing(scenario, changes: try reader.changes(of: scenario.id))
    }
  }

  /// What becomes of companies in the study as it is and in each scenario.
  ///
  /// - Throws: `DiagnosticError` for unknown names, and for mistakes in the study.
  package func compare(_ request: ScenarioRequest) throws -> ScenarioComparison {
    if let twice = request.scenarios.first(where: { id in
      request.scenarios.count { $0 == id } > 1
    }) {
      throw DiagnosticError(Diagnostic("the scenario \"\(twice)\" is named twice"))
    }
    let question = try ChangeQuestion(
      WhatIfRequest(base: request.base, changes: []), loaded: loaded,
      ownEvaluators: ownEvaluators, crew: crew)
    let bench = question.bench
    let scenarios = try request.scenarios.map {
      try bench.changed(by: bench.read(["scenario=\($0)"]))
    }
    let companies = question.companies
    let told = try crew.map(companies.count) { index -> Told in
      let base = try bench.side(companies[index])
      let pairs = try scenarios.map { try $0.pair(base) }
      return Told(
        record: ScenarioComparison.Company(
          id: base.company.id, names: LocalizedText(base.company.names), base: base.standing,
          scenarios: pairs.map(\.variant)),
        odds: [base.odds] + pairs.map(\.new.odds),
        criteria: question.isOfAll ? [base.criteria] + pairs.map(\.new.criteria) : [])
    }
    let listed = Dictionary(try list().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return ScenarioComparison(
      basis: bench.basis, scenarios: request.scenarios.compactMap { listed[$0] },
      companies: question.isOfAll
        ? ranked(told, in: [bench.base] + scenarios.map(\.run)) : told.map(\.record),
      atRisk: question.isOfAll ? atRisk(told) : nil)
  }

  /// What is kept of a company: as it is, then in each scenario.
  private struct Told: Sendable {
    var record: ScenarioComparison.Company
    var odds: [Double?]
    var criteria: [CriterionDraws?]
  }

  private func ranked(_ told: [Told], in runs: [RunContext]) -> [ScenarioComparison.Company] {
    let places = runs.enumerated().map { index, run in
      run.places(told.map { ($0.record.id, $0.criteria[index]) })
    }
    return told.map { company in
      var record = company.record
      record.base.rank = places[0][record.id]?.rank
      record.base.tier = places[0][record.id]?.tier
      for index in record.scenarios.indices {
        record.scenarios[index].new.rank = places[index + 1][record.id]?.rank
        record.scenarios[index].new.tier = places[index + 1][record.id]?.tier
      }
      return record
    }
  }

  private func atRisk(_ told: [Told]) -> ScenarioComparison.AtRisk? {
    guard let count = told.first?.odds.count, told.contains(where: { $0.odds[0] != nil }) else {
      return nil
    }
    let sums = (0..<count).map { column in told.compactMap { $0.odds[column] }.reduce(0, +) }
    return ScenarioComparison.AtRisk(base: sums[0], scenarios: Array(sums.dropFirst()))
  }
}

extension ScenarioListing {
  /// A scenario with changes that were read of it and of those that it extends.
  fileprivate init(_ scenario: Scenario, changes: [StudyChange]) {
    func text(_ change: StudyChange, _ name: String) -> String {
      if case .text(let text)? = change.because.facts[name] { text } else { "" }
    }
    self.init(
      id: scenario.id, title: scenario.title, because: scenario.because,
      extends: scenario.parent?.id,
      changes: changes.map { change in
        Change(
          text: change.record.text, company: change.record.company, name: change.record.name,
          title: change.record.title, because: text(change, "text"),
          scenario: text(change, "scenario"))
      })
  }
}
