/// A run in the store, as a list shows it.
public struct StoredRun: Hashable, Sendable, Codable {
  /// The run's id.
  public var id: String
  /// When it was stored, as it was given.
  public var createdAt: String
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The scenario's name, or nil for the base case.
  public var scenario: String?
  /// Inputs set by hand, by name.
  public var overrides: [String: String]
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of draws.
  public var draws: Int
  /// The number of companies.
  public var companies: Int
  /// The number of paths.
  public var paths: Int
  /// The version of the program.
  public var version: String

  /// Makes an entry.
  public init(
    id: String, createdAt: String, asOf: String, scenario: String?, overrides: [String: String],
    seed: UInt64, draws: Int, companies: Int, paths: Int, version: String
  ) {
    self.id = id
    self.createdAt = createdAt
    self.asOf = asOf
    self.scenario = scenario
    self.overrides = overrides
    self.seed = seed
    self.draws = draws
    self.companies = companies
    self.paths = paths
    self.version = version
  }
}
