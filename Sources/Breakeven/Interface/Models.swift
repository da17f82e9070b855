public import RunRecord

/// A model and what it holds.
public struct ModelSummary: Hashable, Sendable, Codable {
  /// The path's id.
  public var path: String
  /// Its name.
  public var title: LocalizedText
  /// Its version.
  public var version: Int
  /// The file it comes from; nil for an evaluator written in Swift.
  public var file: String?
  /// How many inputs it has.
  public var inputs: Int
  /// How many variables it has, outputs included.
  public var variables: Int
  /// How many readiness criteria it has.
  public var criteria: Int

  /// Makes a summary.
  public init(
    path: String, title: LocalizedText, version: Int, file: String?, inputs: Int, variables: Int,
    criteria: Int
  ) {
    self.path = path
    self.title = title
    self.version = version
    self.file = file
    self.inputs = inputs
    self.variables = variables
    self.criteria = criteria
  }
}

/// A model as it reads.
public struct ModelDescription: Hashable, Sendable, Codable {
  /// The path: title, summary, version, criteria, and formulas in the order of computation.
  public var path: PathRecord
  /// The file it comes from; nil for an evaluator written in Swift.
  public var file: String?
  /// Its inputs in the order of the file.
  public var inputs: [ModelInput]
  /// The names among the formulas that are outputs.
  public var outputs: [String]
  /// The compiled program as text, if it was asked for.
  public var program: String?
  /// The whole description as a Markdown page.
  public var markdown: String
  /// The inputs and variables that each formula uses directly, by the variable's name, in the
  /// order of first use.
  public var dependencies: [String: [String]]

  /// Makes a description.
  public init(
    path: PathRecord, file: String?, inputs: [ModelInput], outputs: [String], program: String?,
    markdown: String, dependencies: [String: [String]] = [:]
  ) {
    self.path = path
    self.file = file
    self.inputs = inputs
    self.outputs = outputs
    self.program = program
    self.markdown = markdown
    self.dependencies = dependencies
  }
}

/// An input as a model declares it.
public struct ModelInput: Hashable, Sendable, Codable {
  /// Its name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: String
  /// `market`, `company` or `assumption`: whose draws they are.
  public var scope: String
  /// The metric or market input that answers, if there is one.
  public var from: String?
  /// The distribution as text, by year where it varies, and by region where it is the market's;
  /// nil if a fact is required.
  public var distribution: String?
  /// The reason for the distribution.
  public var because: String?
  /// The sources' ids.
  public var sources: [String]

  /// Makes an input.
  public init(
    name: String, title: LocalizedText?, unit: String, scope: String, from: String?,
    distribution: String?, because: String?, sources: [String]
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.scope = scope
    self.from = from
    self.distribution = distribution
    self.because = because
    self.sources = sources
  }
}

/// A model to run alone.
public struct ModelRunRequest: Hashable, Sendable, Codable {
  /// The path's id, or the model's file.
  public var model: String
  /// The company whose facts answer, or nil for the model's own defaults.
  public var company: String?
  /// The day as of which facts are known, `YYYY-MM-DD`; the study's if nil.
  public var asOf: String?
  /// The scenario's name, or nil for the base case.
  public var scenario: String?
  /// Inputs to set, in the order given.
  public var overrides: [InputOverride]
  /// The number of draws, a power of two.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of threads; as many as the machine has if nil.
  public var threads: Int?
  /// `sobol` or `random`.
  public var sampler: String

  /// Makes a request.
  public init(
    model: String, company: String? = nil, asOf: String? = nil, scenario: String? = nil,
    overrides: [InputOverride] = [], draws: Int = 16384, seed: UInt64 = 1, threads: Int? = nil,
    sampler: String = "sobol"
  ) {
    self.model = model
    self.company = company
    self.asOf = asOf
    self.scenario = scenario
    self.overrides = overrides
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.sampler = sampler
  }
}

/// Every variable of a model that was run alone.
public struct ModelRunResult: Hashable, Sendable, Codable {
  /// The version of this form.
  public var schema: Int
  /// The path's id.
  public var path: String
  /// The number of draws.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// The variables and outputs, by name.
  public var variables: [String: VariableResult]

  /// Makes a result in the current schema.
  public init(path: String, draws: Int, seed: UInt64, variables: [String: VariableResult]) {
    schema = 1
    self.path = path
    self.draws = draws
    self.seed = seed
    self.variables = variables
  }
}

/// One variable of a model that was run alone.
public struct VariableResult: Hashable, Sendable, Codable {
  /// Its unit.
  public var unit: String
  /// Its summary by year (`"2026"`), or under `"all"` if it doesn't vary.
  public var years: [String: VariableSummary]
  /// The years, or `"all"`, that have no summary since the formula gave a number in no draw; nil
  /// where there are none.
  public var withoutNumber: [String]?

  /// Makes a result.
  public init(unit: String, years: [String: VariableSummary], withoutNumber: [String]? = nil) {
    self.unit = unit
    self.years = years
    self.withoutNumber = withoutNumber
  }
}

/// The draws of a variable in one year, summarised.
public struct VariableSummary: Hashable, Sendable, Codable {
  /// The mean.
  public var mean: Double
  /// The Monte Carlo standard error of the mean.
  public var standardError: Double
  /// The standard deviation.
  public var sd: Double
  /// The 5th percentile.
  public var p5: Double
  /// The median.
  public var p50: Double
  /// The 95th percentile.
  public var p95: Double
  /// How many draws were dropped by a domain error.
  public var flagged: Int

  /// Makes a summary.
  public init(
    mean: Double, standardError: Double, sd: Double, p5: Double, p50: Double, p95: Double,
    flagged: Int
  ) {
    self.mean = mean
    self.standardError = standardError
    self.sd = sd
    self.p5 = p5
    self.p50 = p50
    self.p95 = p95
    self.flagged = flagged
  }
}
