/// What becomes of a study's headlines when what nobody can be sure of is taken otherwise (Method 8.7).
public struct RobustnessRecord: Hashable, Sendable, Codable {
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The last year.
  public var horizon: Int
  /// The number of draws.
  public var draws: Int
  /// The numbers from which words are said.
  public var judgements: JudgementScale
  /// The study as it is.
  public var base: RobustnessVariant
  /// The study taken otherwise, one thing at a time.
  public var variants: [RobustnessVariant]
  /// What is said of the study, each with the variants in which something else would be.
  public var headlines: [HeadlineRecord]
  /// Companies of which no headline is said, with the reason, by id.
  public var reasons: [String: Reason]

  /// Makes a record from its parts.
  public init(
    asOf: String, horizon: Int, draws: Int, judgements: JudgementScale, base: RobustnessVariant,
    variants: [RobustnessVariant], headlines: [HeadlineRecord] = [], reasons: [String: Reason] = [:]
  ) {
    self.asOf = asOf
    self.horizon = horizon
    self.draws = draws
    self.judgements = judgements
    self.base = base
    self.variants = variants
    self.headlines = headlines
    self.reasons = reasons
  }
}

/// A study evaluated in one way, as far as its headlines go.
public struct RobustnessVariant: Hashable, Sendable, Codable {
  /// What is taken otherwise.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing.
    case base
    /// Other draws: `value` is the seed.
    case seed
    /// Half or double the draws: `value` is their number.
    case draws
    /// Companies like each one alone: no path counts.
    case outside
    /// The paths' models in full.
    case inside
    /// Each company has a fate of its own: nothing is common to two of them.
    case independent
    /// Another discount rate, which is `value`.
    case discountRate = "discount_rate"
    /// Another last year, which is `value`.
    case horizon
  }

  /// What is taken otherwise.
  public var kind: Kind
  /// Its number, where it has one.
  public var value: Double?
  /// The companies with odds, in the order asked for.
  public var companies: [VariantCompany]
  /// Their order by mean utility, best first.
  public var order: [String]
  /// P(A beats B), by A's id, then B's.
  public var prefers: [String: [String: Double]]
  /// How many of them break even first; nil below two.
  public var breakEven: Estimate?
  /// How many run out of money or are sold; nil below two.
  public var runOut: Estimate?

  /// Makes a variant from its parts.
  public init(
    kind: Kind, value: Double? = nil, companies: [VariantCompany], order: [String],
    prefers: [String: [String: Double]], breakEven: Estimate?, runOut: Estimate?
  ) {
    self.kind = kind
    self.value = value
    self.companies = companies
    self.order = order
    self.prefers = prefers
    self.breakEven = breakEven
    self.runOut = runOut
  }
}

/// A company in a variant.
public struct VariantCompany: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// The four states.
  public var states: StateProbabilities
  /// Its tier; nil where it isn't ranked.
  public var tier: String?

  /// Makes one.
  public init(id: String, states: StateProbabilities, tier: String?) {
    self.id = id
    self.states = states
    self.tier = tier
  }
}

/// Something that is said of a study, and whether it would be said all the same.
public struct HeadlineRecord: Hashable, Sendable, Codable {
  /// The kind of headline.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The group of a company: `value`.
    case group
    /// The tier of a company: `value`.
    case tier
    /// That a company does better than another.
    case leads
    /// How many companies are in a group, `group`: `value`.
    case groupCount = "group_count"
    /// How many break even first together, p5 to p95: `value`.
    case breakEvenCount = "break_even_count"
    /// How many run out of money or are sold together, p5 to p95: `value`.
    case runOutCount = "run_out_count"
  }

  /// The kind of headline.
  public var kind: Kind
  /// The company that it is about; nil for one of all.
  public var company: String?
  /// The company that does worse.
  public var other: String?
  /// The group whose companies are counted.
  public var group: String?
  /// What is said.
  public var value: String
  /// The places of the variants in which something else would be said, with that.
  public var breaks: [HeadlineBreak]

  /// Makes a headline.
  public init(
    kind: Kind, company: String? = nil, other: String? = nil, group: String? = nil, value: String,
    breaks: [HeadlineBreak]
  ) {
    self.kind = kind
    self.company = company
    self.other = other
    self.group = group
    self.value = value
    self.breaks = breaks
  }
}

/// A variant that says something else.
public struct HeadlineBreak: Hashable, Sendable, Codable {
  /// The variant's place among all.
  public var variant: Int
  /// What it says.
  public var value: String

  /// Makes one.
  public init(variant: Int, value: String) {
    self.variant = variant
    self.value = value
  }
}
