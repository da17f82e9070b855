/// The past days to replay, and the companies to replay them for.
public struct BacktestRequest: Hashable, Sendable {
  /// The companies' ids; all of the study's when empty.
  public var companies: [String]
  /// The first day.
  public var from: CalendarDay
  /// The last day that may be replayed; the study's as-of day when nil.
  public var until: CalendarDay?
  /// The number of months between two days.
  public var months: Int
  /// True if facts count as known by the usual delays of publication instead of their sources'
  /// days: opens history that was gathered later.
  public var usesDelays: Bool
  /// The number of draws, a power of two.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of threads; all of the machine's when nil.
  public var threads: Int?

  /// Makes a request.
  public init(
    companies: [String] = [], from: CalendarDay = "2019-06-30", until: CalendarDay? = nil,
    months: Int = 6, usesDelays: Bool = false, draws: Int = 4096, seed: UInt64 = 1,
    threads: Int? = nil
  ) {
    self.companies = companies
    self.from = from
    self.until = until
    self.months = months
    self.usesDelays = usesDelays
    self.draws = draws
    self.seed = seed
    self.threads = threads
  }
}
