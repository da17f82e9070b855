/// An input that can be set or changed, with what it is today.
public struct InputListing: Hashable, Sendable, Codable {
  /// The name to type: by itself, or with its model in front where two have it.
  public var name: String
  /// The path's id, or `company`.
  public var model: String
  /// The title, where its model gives one.
  public var title: LocalizedText?
  /// The unit.
  public var unit: UnitName
  /// What it rests on; nil where no company was named that has it.
  public var kind: InputKind?
  /// The distribution today, in the notation of models; nil where no company was named.
  public var distribution: String?
  /// The 5th, 50th and 95th percentile today, in the unit, of the last year where they differ by
  /// year; nil where no company was named.
  public var quantiles: Quantiles?
  /// What it rests on by id.
  public var sources: [String]
  /// The share of the spread of a company's odds that it explains, 0...1; of what the accounts give,
  /// that of the variable which one sets by it; nil where nobody asked.
  public var share: Double?
  /// What it was taken from, where a company's accounts give it.
  public var accounts: Accounts?

  /// Percentiles of an input.
  public struct Quantiles: Hashable, Sendable, Codable {
    /// The year, for an input that differs from year to year.
    public var year: Int?
    /// The 5th percentile.
    public var p5: Double
    /// The median.
    public var p50: Double
    /// The 95th percentile.
    public var p95: Double

    /// Makes percentiles.
    public init(year: Int? = nil, p5: Double, p50: Double, p95: Double) {
      self.year = year
      self.p5 = p5
      self.p50 = p50
      self.p95 = p95
    }
  }

  /// What a number of the accounts rests on.
  public struct Accounts: Hashable, Sendable, Codable {
    /// The reported periods that make up the base, such as `FY2024 − 2024-H1 + 2025-H1`.
    public var window: String?
    /// The standard deviation that it is known with; nil where it is taken as it is.
    public var deviation: Double?

    /// Makes one.
    public init(window: String?, deviation: Double?) {
      self.window = window
      self.deviation = deviation
    }
  }

  /// Makes a listing.
  public init(
    name: String, model: String, title: LocalizedText?, unit: UnitName, kind: InputKind? = nil,
    distribution: String? = nil, quantiles: Quantiles? = nil, sources: [String] = [],
    share: Double? = nil, accounts: Accounts? = nil
  ) {
    self.name = name
    self.model = model
    self.title = title
    self.unit = unit
    self.kind = kind
    self.distribution = distribution
    self.quantiles = quantiles
    self.sources = sources
    self.share = share
    self.accounts = accounts
  }
}
