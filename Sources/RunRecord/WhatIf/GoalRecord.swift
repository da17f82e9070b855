/// What it takes for companies to reach a goal.
public struct GoalRecord: Hashable, Sendable, Codable {
  /// The day, the horizon and the draws.
  public var basis: AnswerBasis
  /// The goal as it was typed.
  public var text: String
  /// The number that shall reach it.
  public var measure: Measure
  /// True if it shall be at least the target, false if at most.
  public var isAtLeast: Bool
  /// The target: a fraction, months, or money a year in the study's currency.
  public var target: Double
  /// What is changed in any case, in the order given.
  public var changes: [ChangeRecord]
  /// The companies, in the order of the study.
  public var companies: [Company]

  /// A number that a goal is about.
  public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// The odds of breaking even first.
    case odds
    /// The odds of losing money still.
    case losing
    /// The odds of being sold.
    case sold
    /// The odds of running out of money.
    case out
    /// The odds of being sold or running out of money.
    case lost
    /// The median of months that the money lasts, with rounds.
    case runway
    /// The median operating result of the last year.
    case result
  }

  /// What it takes for one company.
  public struct Company: Hashable, Sendable, Codable {
    /// Its id.
    public var id: String
    /// Its names.
    public var names: LocalizedText
    /// The number today; nil where there is none.
    public var base: Double?
    /// How far the model looks, in months, of a goal for the runway: so many are that many or more; nil
    /// for other goals.
    public var censoredAt: Double?
    /// The number of inputs that were tried.
    public var tried: Int
    /// The reason why there is none, or nil.
    public var reason: Reason?
    /// The inputs that reach the goal alone, the one that is changed least first.
    public var single: [Way]
    /// The input that gets nearest where none reaches it; nil where one does, or none gets nearer.
    public var nearest: Way?
    /// The two inputs that reach it together with the least change; nil where none were found.
    public var pair: Way?

    /// True if the goal holds as it is.
    public var isMet: Bool

    /// Makes a record from its parts.
    public init(
      id: String, names: LocalizedText, base: Double?, censoredAt: Double? = nil,
      tried: Int = 0, reason: Reason? = nil, isMet: Bool, single: [Way] = [], nearest: Way? = nil,
      pair: Way? = nil
    ) {
      self.id = id
      self.names = names
      self.base = base
      self.censoredAt = censoredAt
      self.tried = tried
      self.reason = reason
      self.isMet = isMet
      self.single = single
      self.nearest = nearest
      self.pair = pair
    }
  }

  /// Inputs with the values that they would have, and what comes of it, evaluated.
  public struct Way: Hashable, Sendable, Codable {
    /// The inputs.
    public var inputs: [Input]
    /// The changes, as one could type them.
    public var changes: [String]
    /// How far they are from the middle of what is assumed: the root of the sum of the squares of the
    /// normal scores of their percentiles.
    public var distance: Double
    /// The number that comes of it.
    public var reached: Double

    /// Makes a way.
    public init(inputs: [Input], changes: [String], distance: Double, reached: Double) {
      self.inputs = inputs
      self.changes = changes
      self.distance = distance
      self.reached = reached
    }
  }

  /// An input with the value that it would have.
  public struct Input: Hashable, Sendable, Codable {
    /// The name to type.
    public var name: String
    /// Its title, where it has one.
    public var title: LocalizedText?
    /// Its unit.
    public var unit: UnitName
    /// The year of the values, for one that differs from year to year.
    public var year: Int?
    /// The value that it would have.
    public var value: Double
    /// Its median today.
    public var median: Double
    /// The percentile of the value in what is assumed today, 0...100.
    public var percentile: Double

    /// Makes an input.
    public init(
      name: String, title: LocalizedText?, unit: UnitName, year: Int?, value: Double,
      median: Double, percentile: Double
    ) {
      self.name = name
      self.title = title
      self.unit = unit
      self.year = year
      self.value = value
      self.median = median
      self.percentile = percentile
    }
  }

  /// Makes a record from its parts.
  public init(
    basis: AnswerBasis, text: String, measure: Measure, isAtLeast: Bool, target: Double,
    changes: [ChangeRecord], companies: [Company]
  ) {
    self.basis = basis
    self.text = text
    self.measure = measure
    self.isAtLeast = isAtLeast
    self.target = target
    self.changes = changes
    self.companies = companies
  }
}
