/// The rules by which a team lets changes pass.
public struct ReviewRules: Hashable, Sendable, Codable {
  /// The file, as it was given.
  public var file: String
  /// The rules, in the order of the file.
  public var rules: [ReviewRule]

  /// Makes rules.
  public init(file: String, rules: [ReviewRule]) {
    self.file = file
    self.rules = rules
  }
}

/// A rule that a change must keep.
public struct ReviewRule: Hashable, Sendable, Codable {
  /// What may not be.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A company's group, such as "more likely than not to break even first", may not change.
    case group
    /// Odds of any state may not move by more than so many points.
    case odds
    /// The median runway may not move by more than so many months.
    case runway
    /// A fact that is new or different must have a source that isn't memory or an assumption.
    case factSource = "fact_source"
    /// An assumption that is new or different must cite a source.
    case assumptionSource = "assumption_source"
    /// Companies and paths may not come or go.
    case membership
  }

  /// The name of the rule.
  public var id: String
  /// What may not be.
  public var kind: Kind
  /// The points or months up to which a number may move; nil for other rules.
  public var atMost: Double?
  /// The ids of the companies that it holds for; all if empty.
  public var companies: [String]
  /// True if a new source allows what it forbids.
  public var unlessNewSource: Bool
  /// Why the team has the rule.
  public var because: String?

  /// Makes a rule.
  public init(
    id: String, kind: Kind, atMost: Double? = nil, companies: [String] = [],
    unlessNewSource: Bool = false, because: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.atMost = atMost
    self.companies = companies
    self.unlessNewSource = unlessNewSource
    self.because = because
  }
}

/// What rules say of a change.
public struct ReviewRecord: Hashable, Sendable, Codable {
  /// The rules.
  public var rules: ReviewRules
  /// What breaks them, in their order.
  public var failures: [RuleFailure]

  /// Makes a record.
  public init(rules: ReviewRules, failures: [RuleFailure]) {
    self.rules = rules
    self.failures = failures
  }
}

/// Something that breaks a rule.
public struct RuleFailure: Hashable, Sendable, Codable {
  /// The place of the rule among the rules.
  public var rule: Int
  /// The company's id; nil where it is about none.
  public var company: String?
  /// The number that moved too far; nil for other rules.
  public var headline: Headline?
  /// The number before.
  public var base: Double?
  /// The number after.
  public var new: Double?
  /// The place among the record's items of what lacks a source; nil for other rules.
  public var item: Int?
  /// The path that came or went.
  public var path: String?

  /// Makes one from its parts.
  public init(
    rule: Int, company: String? = nil, headline: Headline? = nil, base: Double? = nil,
    new: Double? = nil, item: Int? = nil, path: String? = nil
  ) {
    self.rule = rule
    self.company = company
    self.headline = headline
    self.base = base
    self.new = new
    self.item = item
    self.path = path
  }
}
