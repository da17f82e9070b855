internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study

/// What in a company's accounts can't be right, or is out of all proportion, once figures are changed.
struct AccountsDoubts {
  let loaded: LoadedModels
  let base: ChangeBench
  let changed: ChangedBench

  /// The remarks of a company that its accounts hadn't before the changes; what is said of the changed figure
  /// itself, that it isn't plausible, isn't among them.
  ///
  /// - Throws: `DiagnosticError` naming numbers that the company model lacks.
  func remarks(of id: String) throws -> [Remark] {
    guard let company = base.base.evaluation.facts.company(id) else { return [] }
    let before = try mistakes(of: company, in: base.base.evaluation)
    return try mistakes(of: changed.company(company), in: changed.run.evaluation).filter {
      !before.contains($0) && ![.outsidePlausible, .leftOutNotPositive].contains($0.kind)
    }
  }

  private func mistakes(of company: Company, in context: EvaluationContext) throws -> [Remark] {
    let nowcaster = try CompanyNowcaster(loaded.companyModel, in: context)
    guard case .success(let found) = nowcaster.find(company) else { return [] }
    return nowcaster.record(of: company, found).mistakes
  }
}
