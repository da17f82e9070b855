/// The figures that a company's state rests on, how old they are, and which reports have been due
/// since.
public struct FreshnessRecord: Hashable, Sendable, Codable {
  /// The age of what the odds rest on: the newest twelve months, the result and the cash.
  public enum Age: String, Hashable, Sendable, Codable, CaseIterable {
    /// Young enough to need no word.
    case fresh
    /// So old that it is said beside the headline.
    case stale
    /// Too old to say anything of the company.
    case tooOld = "too_old"
  }

  /// The age of what the odds rest on.
  public var age: Age
  /// The figures that the state rests on.
  public var figures: [Figure]
  /// Reports that are due and not on file, the oldest first.
  public var due: [DueReport]

  /// Makes a record.
  public init(age: Age, figures: [Figure], due: [DueReport]) {
    self.age = age
    self.figures = figures
    self.due = due
  }

  /// A figure that a state rests on.
  public struct Figure: Hashable, Sendable, Codable {
    /// The use of a figure.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
      /// Revenue of the newest twelve months.
      case revenue
      /// The newest part of a year or run rate after them.
      case revenueSince = "revenue_since"
      /// The operating result, or what stands in for it.
      case result
      /// The cash flow.
      case cashFlow = "cash_flow"
      /// The balance.
      case cash
    }

    /// The use of the figure.
    public var role: Role
    /// The end of its period, in years.
    public var end: Double
    /// The number of months from that to the as-of day.
    public var months: Double

    /// Makes a figure.
    public init(role: Role, end: Double, months: Double) {
      self.role = role
      self.end = end
      self.months = months
    }
  }

  /// A report that was to be expected.
  public struct DueReport: Hashable, Sendable, Codable {
    /// The months of the fiscal year that it covers: 3, 6, 9 or 12.
    public var months: Int
    /// The end of its period, in years.
    public var end: Double
    /// The usual time of publication of such reports, in years.
    public var since: Double

    /// Makes a report.
    public init(months: Int, end: Double, since: Double) {
      self.months = months
      self.end = end
      self.since = since
    }
  }
}

/// The freshness of one company, or why there is nothing to be fresh.
public struct FreshnessListing: Hashable, Sendable, Codable {
  /// The company's id.
  public var company: String
  /// The day as of which the question was asked, `YYYY-MM-DD`.
  public var asOf: String
  /// The basis of its state; nil where there is no state.
  public var freshness: FreshnessRecord?
  /// The reason why there is no state.
  public var reason: Reason?

  /// Makes an entry.
  public init(company: String, asOf: String, freshness: FreshnessRecord?, reason: Reason?) {
    self.company = company
    self.asOf = asOf
    self.freshness = freshness
    self.reason = reason
  }
}
