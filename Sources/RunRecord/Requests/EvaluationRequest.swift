/// The companies and paths to evaluate, and the draws to do it with.
public struct EvaluationRequest: Hashable, Sendable, Codable {
  /// The ids of the companies; all of the study's if empty.
  public var companies: [String]
  /// The ids of the paths; all of them if empty.
  public var paths: [String]
  /// The day as of which facts are known; the study's if nil.
  public var asOf: CalendarDay?
  /// The scenario's name, or nil for the base case.
  public var scenario: String?
  /// Inputs to set for this run, in the order given; they come after the scenario's.
  public var overrides: [InputOverride]
  /// The number of draws, a power of two.
  public var draws: Int
  /// True if a study of very many companies may take fewer draws: as many as 2^24 leaves for each, at
  /// least 4,096.
  public var takesFewerForMany = false
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of threads, on which results do not depend; as many as the machine has if nil.
  public var threads: Int?
  /// The method by which draws are made.
  public var sampler: DrawSampler
  /// True if the theses of the models folders are tested too.
  public var testsTheses: Bool
  /// The days within which the next disclosures of companies are looked at too; nil to leave it.
  public var daysAhead: Int?

  /// Makes a request; without arguments, for everything in the base case.
  public init(
    companies: [String] = [], paths: [String] = [], asOf: CalendarDay? = nil,
    scenario: String? = nil,
    overrides: [InputOverride] = [], draws: Int = 16384, seed: UInt64 = 1, threads: Int? = nil,
    sampler: DrawSampler = .sobol, testsTheses: Bool = false,
    daysAhead: Int? = nil
  ) {
    self.companies = companies
    self.paths = paths
    self.asOf = asOf
    self.scenario = scenario
    self.overrides = overrides
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.sampler = sampler
    self.testsTheses = testsTheses
    self.daysAhead = daysAhead
  }
}

extension EvaluationRequest {
  /// So many draws of companies a study takes at most of its own accord: 16,384 of 1,024.
  private static let mostOfAll = 1 << 24
  /// The fewest that it takes of its own accord: the standard error of a chance is then below 0.8 points.
  private static let leastForMany = 4096

  /// The request with the number of draws that it comes to in a study of so many companies.
  package func settled(companies: Int) -> EvaluationRequest {
    guard takesFewerForMany else { return self }
    var settled = self
    settled.takesFewerForMany = false
    while settled.draws > Self.leastForMany, settled.draws * companies > Self.mostOfAll {
      settled.draws /= 2
    }
    return settled
  }
}
