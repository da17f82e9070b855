/// A finished run: what went in, and every result with the trace behind it.
///
/// Plain values that compute nothing. Reports, the store, `explain`, `compare` and
/// `evaluate --format json` all read this and never the engine. Keys are only ever added within
/// a schema version.
public struct RunRecord: Hashable, Sendable, Codable {
  /// The version of this form.
  public var schema: Int
  /// What went in.
  public var run: RunInfo
  /// The revenue paths, in the order of their files' names.
  public var paths: [PathRecord]
  /// The companies under study, in alphabetical order of their ids.
  public var companies: [CompanyRecord]
  /// The order of the companies whose outcome is known.
  public var ranking: RankingRecord
  /// Every source that the run rests on, by id.
  public var sources: [SourceRecord]
  /// The market facts and shared assumptions that the run used.
  public var markets: [MarketInputRecord]
  /// Things a reader must know: crowding, conflicts between sources, brands that add up oddly.
  public var warnings: [String]

  /// Makes a record from its parts, in the current schema.
  public init(
    run: RunInfo, paths: [PathRecord], companies: [CompanyRecord], ranking: RankingRecord,
    sources: [SourceRecord], markets: [MarketInputRecord], warnings: [String]
  ) {
    schema = 1
    self.run = run
    self.paths = paths
    self.companies = companies
    self.ranking = ranking
    self.sources = sources
    self.markets = markets
    self.warnings = warnings
  }
}

/// What a run was made from.
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
  /// `sobol` or `random`.
  public var sampler: String
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
  public var currency: String
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
  /// What a later models folder put in place of an earlier one's, a sentence each; empty when
  /// there was one folder or the folders had nothing in common.
  public var overridden: [String]

  /// Makes the description of a run.
  public init(
    id: String, title: LocalizedText, question: LocalizedText, seed: UInt64, draws: Int,
    sampler: String, scenario: String?, overrides: [String: String], asOf: String, startYear: Int,
    horizon: Int, currency: String, discountRate: Double, version: String,
    models: [ModelReference], factsSha256: String, settingsSha256: String,
    overridden: [String] = []
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
  }

  /// Reads the description of a run, also of one stored before `overridden` was a key.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      title: try values.decode(LocalizedText.self, forKey: .title),
      question: try values.decode(LocalizedText.self, forKey: .question),
      seed: try values.decode(UInt64.self, forKey: .seed),
      draws: try values.decode(Int.self, forKey: .draws),
      sampler: try values.decode(String.self, forKey: .sampler),
      scenario: try values.decodeIfPresent(String.self, forKey: .scenario),
      overrides: try values.decode([String: String].self, forKey: .overrides),
      asOf: try values.decode(String.self, forKey: .asOf),
      startYear: try values.decode(Int.self, forKey: .startYear),
      horizon: try values.decode(Int.self, forKey: .horizon),
      currency: try values.decode(String.self, forKey: .currency),
      discountRate: try values.decode(Double.self, forKey: .discountRate),
      version: try values.decode(String.self, forKey: .version),
      models: try values.decode([ModelReference].self, forKey: .models),
      factsSha256: try values.decode(String.self, forKey: .factsSha256),
      settingsSha256: try values.decode(String.self, forKey: .settingsSha256),
      overridden: try values.decodeIfPresent([String].self, forKey: .overridden) ?? [])
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

/// A revenue path, as reports describe it.
public struct PathRecord: Hashable, Sendable, Codable {
  /// The path's id.
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// What it is, in a sentence or two.
  public var summary: LocalizedText
  /// The model's version.
  public var version: Int
  /// Its readiness criteria.
  public var criteria: [CriterionRecord]
  /// Its formulas in the order of computation: variable name, unit, formula, title.
  public var formulas: [FormulaRecord]
  /// What drives recovery on this path: the inputs' first-order shares of variance, averaged
  /// over the assessed companies, largest first.
  public var drivers: [DriverRecord]
  /// What the companies' stories claim together of the market they share, per cent, or nil.
  public var crowding: Quantity?
  /// The region of the market that `crowding` is about: the one where it is largest.
  public var crowdingRegion: String?

  /// Makes a path from its parts.
  public init(
    id: String, title: LocalizedText, summary: LocalizedText, version: Int,
    criteria: [CriterionRecord], formulas: [FormulaRecord], drivers: [DriverRecord],
    crowding: Quantity?, crowdingRegion: String? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.version = version
    self.criteria = criteria
    self.formulas = formulas
    self.drivers = drivers
    self.crowding = crowding
    self.crowdingRegion = crowdingRegion
  }
}

/// A readiness criterion with its anchored scale.
public struct CriterionRecord: Hashable, Sendable, Codable {
  /// Its id within the path.
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// Its weight as written; weights are normalised.
  public var weight: Double
  /// Whether it limits the whole index (METHODOLOGY 3.5).
  public var gate: Bool
  /// Whether it restates an input of the cash model and so leaves the index.
  public var inModel: Bool
  /// What each level from 0 to 4 means.
  public var levels: [LocalizedText]

  /// Makes a criterion.
  public init(
    id: String, title: LocalizedText, weight: Double, gate: Bool, inModel: Bool,
    levels: [LocalizedText]
  ) {
    self.id = id
    self.title = title
    self.weight = weight
    self.gate = gate
    self.inModel = inModel
    self.levels = levels
  }
}

/// A formula as its author wrote it.
public struct FormulaRecord: Hashable, Sendable, Codable {
  /// The variable or output.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: String
  /// Its text; a stock's first value and recurrence are joined by `; then `.
  public var formula: String

  /// Makes a formula.
  public init(name: String, title: LocalizedText?, unit: String, formula: String) {
    self.name = name
    self.title = title
    self.unit = unit
    self.formula = formula
  }
}

/// An input and how much of a result's variance it explains alone.
public struct DriverRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// `fact`, `estimate`, `market` or `assumption`.
  public var kind: String
  /// First-order share of variance, 0...1, by bins (METHODOLOGY 8.2).
  public var share: Double
  /// The mean of the result in the lowest tenth of the input.
  public var low: Double?
  /// The mean of the result in the highest tenth of the input.
  public var high: Double?

  /// Makes a driver.
  public init(
    name: String, title: LocalizedText?, kind: String, share: Double, low: Double?, high: Double?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.share = share
    self.low = low
    self.high = high
  }
}

/// A source that the run rests on.
public struct SourceRecord: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its title.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// When, as written; nil for kinds that have no date of their own (assumption, calculation).
  public var date: String?
  /// `filing`, `press`, `article`, `analyst`, `aggregator`, `memory`, `calculation`, `assumption`.
  public var kind: String
  /// A web address or a description of where it is.
  public var reference: String
  /// The earliest day on which something that the run takes from it was known, `YYYY-MM-DD`.
  public var knownSince: String?

  /// Makes a source.
  public init(
    id: String, title: String, publisher: String, date: String?, kind: String, reference: String,
    knownSince: String?
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.kind = kind
    self.reference = reference
    self.knownSince = knownSince
  }
}

/// A market input as the run used it.
public struct MarketInputRecord: Hashable, Sendable, Codable {
  /// The region's id, such as `china`.
  public var region: String
  /// What was used, and what it rests on.
  public var input: InputRecord

  /// Makes a market input.
  public init(region: String, input: InputRecord) {
    self.region = region
    self.input = input
  }
}
