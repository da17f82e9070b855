internal import Documents
package import Evaluation
internal import Facts
package import RunRecord
package import Study

/// Lists companies with how much is known about each.
package struct CompanyLister {
  let loaded: LoadedModels
  let ownEvaluators: [any Evaluator]

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator]) {
    self.loaded = loaded
    self.ownEvaluators = ownEvaluators
  }

  /// The companies, in alphabetical order of their ids.
  package func companies() throws -> [CompanySummary] {
    let preparation = RunPreparation(
      loaded: loaded, request: EvaluationRequest(), ownEvaluators: ownEvaluators)
    let (context, _) = try preparation.context()
    return try loaded.facts.companies.map { company in
      let subject = Subject(company: company, context: context)
      var assessed: [String] = []
      var notPursued: [String] = []
      var missing: [String: [MissingInput]] = [:]
      for evaluator in preparation.evaluators {
        let id = evaluator.description.record.id
        let lacking = try context.missing(for: evaluator, subject: subject)
        if company.notPursued.contains(where: { $0.path == id }) {
          notPursued.append(id)
        } else if lacking.isEmpty {
          assessed.append(id)
        } else {
          missing[id] = lacking
        }
      }
      let observed = company.facts.filter { !$0.isEstimate }
      return CompanySummary(
        id: company.id, name: company.names.en, names: LocalizedText(company.names),
        kind: company.kind ?? "", region: company.region, listing: company.listing,
        facts: observed.count, estimates: company.facts.count - observed.count,
        assessed: assessed, notPursued: notPursued, missing: missing)
    }
  }
}
