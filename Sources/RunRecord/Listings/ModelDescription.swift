/// A model and what it holds.
public struct ModelSummary: Hashable, Sendable, Codable {
  /// The path's id; `company` for the model of all companies.
  public var path: String
  /// Its name.
  public var title: LocalizedText
  /// Its version.
  public var version: Int
  /// The file it comes from; nil for an evaluator written in Swift.
  public var file: String?
  /// The number of its inputs.
  public var inputs: Int
  /// The number of its variables, outputs included.
  public var variables: Int
  /// The number of its readiness criteria.
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
  public var inputs: [InputDescription]
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
    path: PathRecord, file: String?, inputs: [InputDescription], outputs: [String],
    program: String?,
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
public struct InputDescription: Hashable, Sendable, Codable {
  /// Its name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: String
  /// `market`, `company` or `assumption`: whose draws they are; of the company model also `nowcast`
  /// or `paths`: which of the two gives it.
  public var scope: String
  /// The metric, market input, quantity of the nowcast or variable of a path that answers, if there
  /// is one.
  public var from: String?
  /// The distribution as text, by year where it varies, and by region where it is the market's;
  /// nil if a fact is required.
  public var distribution: String?
  /// The reason for the distribution.
  public var because: String?
  /// The reasons by region, where the distribution is the market's.
  public var reasons: [String: String]?
  /// The sources' ids.
  public var sources: [String]

  /// Makes an input.
  public init(
    name: String, title: LocalizedText?, unit: String, scope: String, from: String?,
    distribution: String?, because: String?, reasons: [String: String]? = nil, sources: [String]
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.scope = scope
    self.from = from
    self.distribution = distribution
    self.because = because
    self.reasons = reasons
    self.sources = sources
  }
}
