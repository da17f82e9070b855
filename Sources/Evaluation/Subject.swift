package import Facts
package import Formulas
package import Units
package import RunRecord

/// The company that an evaluator looks at, as far as it is known on the as-of day.
public struct Subject: Sendable {
  /// The company's id; empty when a model runs without a company.
  public let company: String

  package let context: EvaluationContext
  package let facts: Company?

  package init(company: Company?, context: EvaluationContext) {
    self.company = company?.id ?? ""
    self.context = context
    facts = company
  }

  /// A company's facts under another's name, whose chance it takes.
  init(company: Company?, id: String, context: EvaluationContext) {
    self.company = id
    self.context = context
    facts = company
  }

  /// The modelled years.
  public var years: [Int] { context.years }

  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String { context.asOf.description }

  /// The id of the region in which the company sells on a path.
  public func region(on path: String) -> String {
    facts?.region(forPath: path) ?? context.defaultRegion
  }

  /// What was put in place of an input for this company.
  package func override(of name: String, in path: String) -> InputOverrideValue? {
    context.override(of: name, in: path, for: company)
  }

  /// Returns true if an input has a value that was set; one that is changed needs one to change.
  package func isSet(_ name: String, in path: String) -> Bool {
    switch override(of: name, in: path)?.value {
    case .set?, .adjusted(_, of: .some)?: true
    default: false
    }
  }

  /// The fact that answers for a metric, as a distribution in a unit; nil when there is none.
  ///
  /// A range is its 5th to 95th percentile; a value alone has no uncertainty. Metrics that no file
  /// declares have no facts.
  ///
  /// - Throws: `DiagnosticError` when facts tie, `MissingRate` when the currency can't be converted.
  package func fact(metric: String, in unit: UnitExpression) throws -> SelectedFact? {
    guard let facts, context.facts.metrics[metric] != nil else { return nil }
    let answer = try context.facts.answer(
      company: facts.id, metric: metric, asOf: context.asOf)
    guard let first = answer.candidates.first, first.verdict == .chosen else { return nil }
    return try context.answering(first.fact, in: unit, because: first.because)
  }
}

/// A fact that answers for an input, in the input's unit.
package struct SelectedFact: Sendable {
  package var fact: Fact
  package var distribution: DistributionSpec
  package var record: FactRecord
  package var because: [Reason]
  package var sources: [String]
}
