/// What to find out next: the inputs by what learning each is worth (Method 8.5).
public struct ResearchRecord: Hashable, Sendable, Codable {
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The number of draws.
  public var draws: Int
  /// The companies that were asked about, with what there is to gain.
  public var companies: [ResearchSubject]
  /// The inputs that somebody could know, most worth their hours first.
  public var items: [ResearchItem]
  /// Facts without which nothing is said of a company or a path, so that nobody can say what they
  /// are worth; those of whole companies first.
  public var missing: [ResearchItem]
  /// What no research settles, the largest first.
  public var chance: [ResearchItem]
  /// The decision that knowledge is wanted for; nil where the odds themselves are.
  public var decision: DecisionRecord?

  /// Makes a record from its parts.
  public init(
    asOf: String, draws: Int, companies: [ResearchSubject], items: [ResearchItem],
    missing: [ResearchItem], chance: [ResearchItem], decision: DecisionRecord? = nil
  ) {
    self.asOf = asOf
    self.draws = draws
    self.companies = companies
    self.items = items
    self.missing = missing
    self.chance = chance
    self.decision = decision
  }
}

/// A company that was asked about.
public struct ResearchSubject: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// P(break-even first); nil without odds.
  public var odds: Double?
  /// What knowing the outcome itself would be worth, Brier points: p(1 − p).
  public var ceiling: Double?
  /// The reason why there are no odds.
  public var reason: Reason?

  /// Makes a subject.
  public init(id: String, odds: Double?, reason: Reason?) {
    self.id = id
    self.odds = odds
    ceiling = odds.map { $0 * (1 - $0) }
    self.reason = reason
  }
}

/// Something to find out.
public struct ResearchItem: Hashable, Sendable, Codable {
  /// The kind of thing.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A fact that nobody has: without it nothing is said.
    case missing
    /// A judgement with its reason.
    case assumption
    /// A range that figures only bracket.
    case estimate
    /// A fact that is known as a range.
    case fact
    /// Where the company stands today, which its next accounts tell.
    case accounts
    /// What no research settles.
    case chance
  }

  /// The kind of thing.
  public var kind: Kind
  /// The input, as its model names it, or the metric.
  public var name: String
  /// The title for readers.
  public var title: LocalizedText?
  /// The path that has it; nil for the company's own and for what several have.
  public var path: String?
  /// The company that it is of; nil for what companies share.
  public var company: String?
  /// The companies whose odds it moves, by what it is worth for each.
  public var companies: [String]
  /// The metrics that tell it; none where no fact does.
  public var metrics: [String]
  /// The place of its declaration: what companies share is one thing by it.
  public var place: String?
  /// What learning it exactly is worth for the odds, Brier points summed over the companies; nil
  /// where nobody can say.
  public var gain: Double?
  /// What learning it exactly is worth for the decision; nil where there is none.
  public var decisionGain: Double?
  /// The share of cases in which others would be chosen; nil where there is no decision.
  public var flips: Double?
  /// The chance that somebody who looks for it finds it.
  public var findable: Double
  /// The hours that it takes.
  public var hours: Double
  /// What would answer, and where that is usually published; or why it matters.
  public var because: [Reason]
  /// The report that tells it and has been due since; nil where none is.
  public var due: FreshnessRecord.DueReport?

  /// Makes an item.
  public init(
    kind: Kind, name: String, title: LocalizedText? = nil, path: String? = nil,
    company: String? = nil, companies: [String] = [], metrics: [String] = [],
    place: String? = nil, gain: Double? = nil, findable: Double = ResearchEffort.usual.findable,
    hours: Double = ResearchEffort.usual.hours, because: [Reason] = [],
    due: FreshnessRecord.DueReport? = nil
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.path = path
    self.company = company
    self.companies = companies
    self.metrics = metrics
    self.place = place
    self.gain = gain
    self.findable = findable
    self.hours = hours
    self.because = because
    self.due = due
  }

  /// The gain by which items are ordered: of the decision where there is one, times the chance of an
  /// answer, an hour.
  public var worth: Double { (decisionGain ?? gain ?? 0) * findable / hours }
}

/// What it takes to find a metric's figure.
public struct ResearchEffort: Hashable, Sendable, Codable {
  /// The chance that somebody who looks for it finds it.
  public var findable: Double
  /// The hours that it takes.
  public var hours: Double

  /// Makes an effort.
  public init(findable: Double, hours: Double) {
    self.findable = findable
    self.hours = hours
  }

  /// What is taken where a metric says nothing: an even chance, half a day.
  public static let usual = ResearchEffort(findable: 0.5, hours: 4)
}

/// The choice of a few companies, and what knowledge is worth for it.
public struct DecisionRecord: Hashable, Sendable, Codable {
  /// How many companies are chosen.
  public var picks: Int
  /// The companies to choose from: those with odds.
  public var options: [String]
  /// Those that are best by what is known, best first.
  public var chosen: [String]
  /// How many of them break even first on average.
  public var value: Double
  /// What knowing everything would be worth: how many more would.
  public var ofEverything: Double
  /// The number of draws.
  public var draws: Int
  /// What knowing each input is worth; those that are worth nothing are left out.
  public var inputs: [DecisionInput]

  /// Makes a record from its parts.
  public init(
    picks: Int, options: [String], chosen: [String], value: Double, ofEverything: Double,
    draws: Int, inputs: [DecisionInput]
  ) {
    self.picks = picks
    self.options = options
    self.chosen = chosen
    self.value = value
    self.ofEverything = ofEverything
    self.draws = draws
    self.inputs = inputs
  }
}

/// What knowing one input is worth for a decision.
public struct DecisionInput: Hashable, Sendable, Codable {
  /// The input, as its model names it.
  public var name: String
  /// The company that it is of; nil for what companies share.
  public var company: String?
  /// The place of its declaration.
  public var place: String?
  /// How many more of the chosen break even first.
  public var gain: Double
  /// The share of cases in which others are chosen.
  public var flips: Double

  /// Makes one.
  public init(name: String, company: String?, place: String?, gain: Double, flips: Double) {
    self.name = name
    self.company = company
    self.place = place
    self.gain = gain
    self.flips = flips
  }
}
