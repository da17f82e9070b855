/// The fact that answers for a metric on a day, and the reasons against the others.
package struct FactSelection: Sendable {
  /// The verdict on a fact.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It answers.
    case chosen
    /// It is known, but another is nearer or better, or it can't answer at all.
    case superseded
    /// Nobody could know it, or its period was not over.
    case notYetKnown = "not_yet_known"
  }

  /// A fact and what became of it.
  package struct Candidate: Sendable {
    /// The fact.
    package var fact: Fact
    /// The verdict on the fact.
    package var verdict: Verdict
    /// The reason for the verdict.
    package var because: SelectionReason
  }

  /// The metric's name.
  package var metric: String
  /// The day for which the question was asked.
  package var asOf: Day
  /// Every fact about the metric, the chosen one first, then from the latest period back.
  package var candidates: [Candidate]

  /// The fact that answers, or nil when none does.
  package var chosen: Fact? { candidates.first { $0.verdict == .chosen }?.fact }

  /// True if the answer is an estimate: recalled or assumed.
  package var isEstimate: Bool { chosen?.isEstimate ?? false }
}

/// One fact of a series.
package struct YearlyFact: Sendable {
  /// The fiscal year for flows; for others the calendar year in which the period ends.
  package var year: Int
  /// The fact that answers for the year.
  package var fact: Fact
}
