/// The description of a run: the models, facts and settings that it was made from.
public struct RunInfo: Hashable, Sendable, Codable {
  /// Derived from everything that went in: the same inputs give the same id.
  public var id: String
  /// The title of the study.
  public var title: LocalizedText
  /// The question the study asks.
  public var question: LocalizedText
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of draws, a power of two.
  public var draws: Int
  /// The method by which the draws are made.
  public var sampler: DrawSampler
  /// The scenario's name, or nil for the base case.
  public var scenario: String?
  /// Overrides given with `--set`, by input name.
  public var overrides: [String: String]
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The first modelled year.
  public var startYear: Int
  /// The last modelled year.
  public var horizon: Int
  /// The currency of all money.
  public var currency: UnitName
  /// The nominal discount rate per year.
  public var discountRate: Double
  /// The version of the program.
  public var version: String
  /// The models, with their versions and the SHA-256 of their files.
  public var models: [ModelReference]
  /// The SHA-256 of all facts, markets and sources that were read.
  public var factsSha256: String
  /// The SHA-256 of company.yaml, scoring.yaml, study.yaml and units.yaml.
  public var settingsSha256: String
  /// The replacements of an earlier models folder's content by a later one's; empty when there was
  /// one folder or the folders had nothing in common.
  public var overridden: [Remark]
  /// The numbers from which words are said; nil for runs stored before they kept that.
  public var judgements: JudgementScale?
  /// The prices of other currencies on the as-of day, by their names; nil in runs that were made
  /// before they were recorded.
  public var rates: [CurrencyRate]?
  /// The ids of the paths, where only some of the study's were asked for: the others are left out of
  /// every number; nil where none is.
  public var onlyPaths: [String]?
  /// True where only some of the study's companies were asked for: places are among these alone; nil
  /// where all were.
  public var someCompanies: Bool?

  /// Makes the description of a run.
  public init(
    id: String, title: LocalizedText, question: LocalizedText, seed: UInt64, draws: Int,
    sampler: DrawSampler, scenario: String?, overrides: [String: String], asOf: String,
    startYear: Int,
    horizon: Int, currency: UnitName, discountRate: Double, version: String,
    models: [ModelReference], factsSha256: String, settingsSha256: String,
    overridden: [Remark] = [], judgements: JudgementScale? = nil,
    rates: [CurrencyRate]? = nil, onlyPaths: [String]? = nil, someCompanies: Bool? = nil
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.seed = seed
    self.draws = draws
    self.sampler = sampler
    self.scenario = scenario
    self.overrides = overrides
    self.asOf = asOf
    self.startYear = startYear
    self.horizon = horizon
    self.currency = currency
    self.discountRate = discountRate
    self.version = version
    self.models = models
    self.factsSha256 = factsSha256
    self.settingsSha256 = settingsSha256
    self.overridden = overridden
    self.judgements = judgements
    self.rates = rates
    self.onlyPaths = onlyPaths
    self.someCompanies = someCompanies
  }
}

/// A model and the exact file it came from.
public struct ModelReference: Hashable, Sendable, Codable {
  /// The path's id.
  public var path: String
  /// The model's version.
  public var version: Int
  /// The file, relative to the models folder; nil for an evaluator written in Swift.
  public var file: String?
  /// The SHA-256 of the file.
  public var sha256: String?

  /// Makes a reference.
  public init(path: String, version: Int, file: String?, sha256: String?) {
    self.path = path
    self.version = version
    self.file = file
    self.sha256 = sha256
  }
}
