/// A thesis under test: claims that somebody makes of the companies of the study, and what became of
/// each in the run.
public struct ThesisRecord: Hashable, Sendable, Codable {
  /// Its id, the name of its page.
  public var id: String
  /// Its name for readers.
  public var title: LocalizedText
  /// Who says it and what it is about; nil where nothing is said of that.
  public var summary: LocalizedText?
  /// The ids of the sources that make the claims.
  public var sources: [String]
  /// The file it was read from, relative to the models folder.
  public var file: String
  /// The SHA-256 of the file.
  public var sha256: String
  /// The day on which the claims were tested.
  public var asOf: String
  /// The earlier day that they are held against; nil where there is none before the run's.
  public var since: String?
  /// The number of draws of the test.
  public var draws: Int
  /// The claims, in the order of the file.
  public var claims: [ClaimRecord]

  /// Makes a record.
  public init(
    id: String, title: LocalizedText, summary: LocalizedText?, sources: [String], file: String,
    sha256: String, asOf: String, since: String?, draws: Int, claims: [ClaimRecord]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.sources = sources
    self.file = file
    self.sha256 = sha256
    self.asOf = asOf
    self.since = since
    self.draws = draws
    self.claims = claims
  }
}

/// A claim and how often it held.
public struct ClaimRecord: Hashable, Sendable, Codable {
  /// Its id within the thesis.
  public var id: String
  /// The claim in a sentence.
  public var title: LocalizedText
  /// The words for exactly what is tested.
  public var says: LocalizedText
  /// The formula that is true or false in each draw; nil for a claim that nothing can test yet.
  public var holds: String?
  /// The share of draws in which it holds, or why there is none.
  public var chance: Quantity
  /// True if it compares chances instead of draws: then it holds or doesn't, 1 or 0.
  public var comparesChances: Bool
  /// The same on the earlier day; nil where the thesis has none.
  public var before: Quantity?
  /// The numbers in the formula, in the order of the file.
  public var measures: [MeasureRecord]
  /// The inputs that it may rest on, each put in its neutral place by itself.
  public var hinges: [HingeRecord]
  /// With all hinges in their neutral places at once; nil below two of them.
  public var allHinges: Quantity?
  /// Weaker or stronger forms of the claim, by the same numbers.
  public var also: [ClaimFormRecord]

  /// Makes a record.
  public init(
    id: String, title: LocalizedText, says: LocalizedText, holds: String?, chance: Quantity,
    comparesChances: Bool = false, before: Quantity? = nil, measures: [MeasureRecord] = [],
    hinges: [HingeRecord] = [], allHinges: Quantity? = nil, also: [ClaimFormRecord] = []
  ) {
    self.id = id
    self.title = title
    self.says = says
    self.holds = holds
    self.chance = chance
    self.comparesChances = comparesChances
    self.before = before
    self.measures = measures
    self.hinges = hinges
    self.allHinges = allHinges
    self.also = also
  }
}

/// A number that a claim's formula names: something of some companies, taken together.
public struct MeasureRecord: Hashable, Sendable, Codable {
  /// Its name in the formula.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// The formula that is computed for each company.
  public var each: String
  /// The way in which the companies' values become one: `count`, `share`, `mean`.
  public var take: String
  /// The path whose model the names are of; nil for the company model.
  public var path: String?
  /// The year that it is of.
  public var year: Int
  /// The view of the company model in which it was taken; nil for the plain run.
  public var view: String?
  /// The inputs that were set for it alone, by name.
  public var set: [String: String]
  /// The companies that took part, in alphabetical order of their ids.
  public var companies: [String]
  /// The companies that were named and have no number, with the reasons, by id.
  public var leftOut: [String: Reason]
  /// The number, over all draws.
  public var value: Quantity
  /// The same on the earlier day; nil where the thesis has none.
  public var before: Quantity?

  /// Makes a record.
  public init(
    name: String, title: LocalizedText?, each: String, take: String, path: String?, year: Int,
    view: String?, set: [String: String], companies: [String], leftOut: [String: Reason],
    value: Quantity, before: Quantity? = nil
  ) {
    self.name = name
    self.title = title
    self.each = each
    self.take = take
    self.path = path
    self.year = year
    self.view = view
    self.set = set
    self.companies = companies
    self.leftOut = leftOut
    self.value = value
    self.before = before
  }
}

/// An input that a claim may rest on, and how often the claim holds without it.
public struct HingeRecord: Hashable, Sendable, Codable {
  /// The input, as `--set` names it.
  public var input: String
  /// What it was replaced by, in the notation of models.
  public var neutral: String
  /// The reason why that is neutral.
  public var because: String
  /// The share of draws in which the claim holds then.
  public var chance: Quantity

  /// Makes a record.
  public init(input: String, neutral: String, because: String, chance: Quantity) {
    self.input = input
    self.neutral = neutral
    self.because = because
    self.chance = chance
  }
}

/// A weaker or stronger form of a claim.
public struct ClaimFormRecord: Hashable, Sendable, Codable {
  /// Its id within the claim.
  public var id: String
  /// The form in a sentence.
  public var title: LocalizedText
  /// The formula that is true or false in each draw.
  public var holds: String
  /// The share of draws in which it holds.
  public var chance: Quantity
  /// The same on the earlier day; nil where the thesis has none.
  public var before: Quantity?

  /// Makes a record.
  public init(
    id: String, title: LocalizedText, holds: String, chance: Quantity, before: Quantity? = nil
  ) {
    self.id = id
    self.title = title
    self.holds = holds
    self.chance = chance
    self.before = before
  }
}
