package import Diagnostics
package import Documents

/// An organisation under study with all that is known of it.
package struct Company: Sendable {
  /// The payer when money runs short: the classes of the financing model.
  package enum Financing: String, Hashable, Sendable, CaseIterable {
    /// On a stock exchange.
    case listed
    /// Not on a stock exchange.
    case unlisted
    /// Backed by state institutions or funds.
    case stateLinked = "state_linked"
    /// Carried by a parent company.
    case parentBacked = "parent_backed"
  }

  /// A path on which the company has no business.
  package struct NotPursued: Hashable, Sendable {
    /// The path's id.
    package var path: String
    /// The reason.
    package var because: String
    /// The source that says so.
    package var source: Source
    /// The position of the entry in its file.
    package var location: SourceLocation
  }

  /// The id in kebab-case, the name of its file.
  package var id: String
  /// The names.
  package var names: Translations
  /// The id of the market where it sells unless `markets` says otherwise.
  package var region: String
  /// The country of its seat, as a code of two letters.
  package var country: String?
  /// The line of business, in words.
  package var kind: String?
  /// Exchange and code, when it is listed.
  package var listing: String?
  /// Parent or backers, in words.
  package var parent: String?
  /// A further remark.
  package var note: String?
  /// The source of this description.
  package var source: Source?
  /// The end of its fiscal year.
  package var fiscalYearEnd: FiscalYearEnd
  /// The payer when money runs short.
  package var financing: Financing
  /// The market by path, where it sells outside its home.
  package var markets: [String: String]
  /// Paths on which it has no business.
  package var notPursued: [NotPursued] = []
  /// Its facts in the order of the file.
  package var facts: [Fact] = []
  /// Its ratings in the order of the file.
  package var ratings: [Rating] = []
  /// The events in its story.
  package var events: [Event] = []
  /// The position of its declaration.
  package var location: SourceLocation

  /// The market where it sells on a path.
  package func region(forPath path: String) -> String { markets[path] ?? region }
}

/// The evidence for one criterion of a path's readiness.
package struct Rating: Hashable, Sendable {
  /// The grade of the evidence, from A, a register or audit, to D, somebody's word.
  package enum Grade: String, Hashable, Sendable, CaseIterable {
    case A, B, C, D
  }

  /// The path's id.
  package var path: String
  /// The criterion's id.
  package var criterion: String
  /// The date of the evidence.
  package var period: Period
  /// The lowest level on the criterion's ladder that the evidence allows.
  package var low: Double
  /// The highest level.
  package var high: Double
  /// The grade of the evidence.
  package var grade: Grade
  /// The origin of the evidence; ratings of one origin are no independent witnesses.
  package var origin: String
  /// The source in which it is found.
  package var source: Source
  /// The observation in words.
  package var note: String?
  /// The day from which it counts as known.
  package var knownSince: Day
  /// The position of the entry in its file.
  package var location: SourceLocation
}

/// Something that happened, or was said, on a date.
package struct Event: Hashable, Sendable {
  /// The company's id, or `industry`.
  package var company: String
  /// The day, month or year of the event.
  package var date: Period
  /// The kind of event: `funding`, `layoffs`, `thesis`, ….
  package var kind: String
  /// The event in words.
  package var text: String
  /// The source that says so.
  package var source: Source
  /// The day from which it counts as known.
  package var knownSince: Day
  /// The position of the entry in its file.
  package var location: SourceLocation
}

/// The facts of a region.
package struct MarketFacts: Sendable {
  /// The region's id.
  package var region: String
  /// The name in reports.
  package var title: Translations?
  /// Its facts in the order of the files.
  package var facts: [Fact]
}
