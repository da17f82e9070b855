/// The thresholds from which a number is called by a word.
///
/// They are judgements of `scoring.yaml`, each with its reason there. A run keeps those it was made
/// with, so that a stored run reads as it did when it was stored.
public struct JudgementScale: Hashable, Sendable, Codable {
  /// The chances from which an outcome is called likely; its opposite below the mirror images.
  public var likelihood: Likelihood
  /// The values of P(the upper beats the lower) from which neighbours get a sign.
  public var signs: Signs
  /// The part of its cost that a path must cover, of 100 points.
  public var support: Support
  /// The points of its cost base from which a company rests on its existing business.
  public var existingBusiness: Double
  /// The share of draws from which a path gives the money back.
  public var moneyBack: Double
  /// The least difference of two weights that counts as one.
  public var weightsApart: Double
  /// The share of the market, in points, above which stories can't all come true.
  public var crowded: Double
  /// The shares from which assumptions carry a number.
  public var assumptions: Assumptions
  /// The completeness at which evidence on readiness is called thin or solid.
  public var evidence: Evidence

  /// Chances, each the least that its word needs.
  public struct Likelihood: Hashable, Sendable, Codable {
    /// Below it, and above its mirror image, odds are as good as even.
    public var moreLikelyThanNot: Double
    /// From it up an outcome is likely.
    public var likely: Double
    /// From it up an outcome is very likely.
    public var veryLikely: Double

    /// Makes a scale.
    public init(moreLikelyThanNot: Double, likely: Double, veryLikely: Double) {
      self.moreLikelyThanNot = moreLikelyThanNot
      self.likely = likely
      self.veryLikely = veryLikely
    }
  }

  /// Chances that one company beats another.
  public struct Signs: Hashable, Sendable, Codable {
    /// From it up the first of a tier stands above a company.
    public var tier: Double
    /// From it up one is likely better.
    public var likely: Double
    /// From it up one is clearly better.
    public var clear: Double

    /// Makes a scale.
    public init(tier: Double, likely: Double, clear: Double) {
      self.tier = tier
      self.likely = likely
      self.clear = clear
    }
  }

  /// Points of support, 0...100.
  public struct Support: Hashable, Sendable, Codable {
    /// The least support that counts: what is less would print as 0.
    public var some: Double
    /// From it up a path carries a company.
    public var much: Double

    /// Makes a scale.
    public init(some: Double, much: Double) {
      self.some = some
      self.much = much
    }
  }

  /// Shares above which a number is mostly assumption.
  public struct Assumptions: Hashable, Sendable, Codable {
    /// Of the variance explained.
    public var variance: Double
    /// Of the inputs.
    public var inputs: Double

    /// Makes a scale.
    public init(variance: Double, inputs: Double) {
      self.variance = variance
      self.inputs = inputs
    }
  }

  /// Completeness of evidence, 0...1.
  public struct Evidence: Hashable, Sendable, Codable {
    /// Below it evidence is thin.
    public var thinBelow: Double
    /// Above it evidence is solid.
    public var solidAbove: Double

    /// Makes a scale.
    public init(thinBelow: Double, solidAbove: Double) {
      self.thinBelow = thinBelow
      self.solidAbove = solidAbove
    }
  }

  /// Makes a scale from its parts.
  public init(
    likelihood: Likelihood, signs: Signs, support: Support, existingBusiness: Double,
    moneyBack: Double, weightsApart: Double, crowded: Double, assumptions: Assumptions,
    evidence: Evidence
  ) {
    self.likelihood = likelihood
    self.signs = signs
    self.support = support
    self.existingBusiness = existingBusiness
    self.moneyBack = moneyBack
    self.weightsApart = weightsApart
    self.crowded = crowded
    self.assumptions = assumptions
    self.evidence = evidence
  }

  /// The scale of runs that were stored before they kept their own.
  public static let standard = JudgementScale(
    likelihood: Likelihood(moreLikelyThanNot: 0.55, likely: 0.7, veryLikely: 0.9),
    signs: Signs(tier: 0.8, likely: 0.7, clear: 0.9), support: Support(some: 0.5, much: 5),
    existingBusiness: 50, moneyBack: 0.5, weightsApart: 0.03, crowded: 100,
    assumptions: Assumptions(variance: 0.6, inputs: 0.7),
    evidence: Evidence(thinBelow: 0.35, solidAbove: 0.65))
}
