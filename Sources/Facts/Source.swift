package import Diagnostics

/// A source of facts.
package struct Source: Hashable, Sendable {
  /// The kind of a source; it decides when its facts count as known.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A company's report, release or prospectus.
    case filing
    /// News.
    case press
    /// An essay or feature.
    case article
    /// An analyst house with its own numbers.
    case analyst
    /// A page that repeats filings; its date is the day it was seen.
    case aggregator
    /// A document that was named but not looked up.
    case memory
    /// Arithmetic on other facts.
    case calculation
    /// A range with a reason; no evidence.
    case assumption

    /// True if facts from here are estimates: they answer, but never raise the evidence level.
    package var isEstimate: Bool { self == .memory || self == .assumption }
  }

  /// The id in kebab-case.
  package var id: String
  /// The title of the document.
  package var title: String
  /// The publisher.
  package var publisher: String
  /// The date of publication: a day, a month or a year.
  package var date: Period
  /// The kind of source.
  package var kind: Kind
  /// An address, or how to find it.
  package var reference: String
  /// The position of its declaration.
  package var location: SourceLocation?

  /// The day on which it counts as published: a month or a year counts from its last day.
  package var day: Day { date.days(fiscalYearEnd: .calendarYear).end }

  /// Assumptions and calculations have no date of their own.
  package var isTimeless: Bool { kind == .assumption || kind == .calculation }

  /// The day from which an observation of this source, about these days, counts as known.
  ///
  /// Aggregators and recalled documents repeat what was filed, so they count as known at the latest
  /// 120 days after the end of a year and 60 days after a shorter period; calculations and
  /// assumptions from the end of the period that they are about.
  package func knownSince(about days: DayRange) -> Day {
    switch kind {
    case .calculation, .assumption: days.end
    case .aggregator, .memory: min(day, days.end.adding(days: days.length >= 360 ? 120 : 60))
    case .filing, .press, .article, .analyst: day
    }
  }
}
