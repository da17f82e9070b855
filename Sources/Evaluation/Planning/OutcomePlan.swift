package import Nowcast
internal import Plan
package import RunRecord

/// The plan by which a company's outcome comes about once its paths have numbers.
package struct OutcomePlan: Sendable {
  /// The company.
  package let subject: Subject
  /// Course, money and outcome as formulas.
  package let model: CompanyModel
  /// The company's state today.
  package let state: Nowcast
  /// What is known of how it finds money.
  package let standing: CompanyStanding
  /// The value of a unit of the study's currency in US dollars, on the day.
  package let usdRate: Double
  /// What the accounts say of the paths' lines of business, by path.
  package let lines: [String: SegmentWindow]
}

/// The reason why a company has no outcome, and the metrics that are missing for one.
package struct MissingOutcome: Error, Sendable {
  /// The reason.
  package var reason: Reason
  /// The metrics.
  package var metrics: [String]
}
