/// A model to run alone.
public struct ModelRunRequest: Hashable, Sendable, Codable {
  /// The path's id, or the model's file.
  public var model: String
  /// The company whose facts answer, or nil for the model's own defaults.
  public var company: String?
  /// The day as of which facts are known; the study's if nil.
  public var asOf: CalendarDay?
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
  /// The method by which draws are made.
  public var sampler: DrawSampler

  /// Makes a request.
  public init(
    model: String, company: String? = nil, asOf: CalendarDay? = nil, scenario: String? = nil,
    overrides: [InputOverride] = [], draws: Int = 16384, seed: UInt64 = 1, threads: Int? = nil,
    sampler: DrawSampler = .sobol
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
