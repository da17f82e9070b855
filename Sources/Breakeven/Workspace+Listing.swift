internal import Assessment
internal import Evaluation
public import RunRecord
internal import Study

// What the folders hold: companies, paths, sources, facts and ratings.
extension Workspace {
  /// The companies, in alphabetical order of their ids.
  public func companies() throws -> [CompanySummary] {
    try CompanyLister(loaded: load(), ownEvaluators: ownEvaluators).companies()
  }

  /// The revenue paths, in the order of their files' names.
  public func paths() throws -> [PathRecord] {
    try evaluators().map { $0.description.record }
  }

  /// The sources, in alphabetical order of their ids.
  public func sources() throws -> [SourceSummary] {
    try load().sources
  }

  /// The facts that a query asks for, by company, metric, then newest period first.
  public func facts(_ query: FactQuery) throws -> [FactListing] {
    try factLister().facts(query)
  }

  /// The fact that answers for a company's metric, and the reasons against the others.
  public func factAnswer(
    company: String, metric: String, asOf: CalendarDay?
  ) throws -> FactAnswerListing {
    try factLister().answer(company: company, metric: metric, asOf: asOf)
  }

  /// The facts that disagree with each other.
  public func factConflicts() throws -> [FactConflict] {
    try factLister().conflicts()
  }

  /// The facts that are missing, and the estimates to replace, most useful first.
  public func factTodo() throws -> [FactTodo] {
    try factLister().todo()
  }

  /// The ratings of a company with what each is worth on a day: by path and criterion in the
  /// order of the models, within a criterion the latest last.
  public func ratings(company id: String, asOf: CalendarDay?) throws -> [RatingListing] {
    try RatingLister(loaded: load(), ownEvaluators: ownEvaluators)
      .ratings(company: id, asOf: asOf)
  }

  private func factLister() throws -> FactLister {
    FactLister(loaded: try load(), ownEvaluators: ownEvaluators)
  }
}
