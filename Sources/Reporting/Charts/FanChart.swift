import Publishing

/// A quantity year by year as a chart of its own: the median in a band from the 5th to the 95th
/// percentile.
public struct FanChart: Hashable, Sendable {
  /// The quantity's spread in a year.
  public struct Year: Hashable, Sendable {
    /// The calendar year.
    public var year: Int
    /// The 5th percentile.
    public var p5: Double
    /// The median.
    public var p50: Double
    /// The 95th percentile.
    public var p95: Double

    /// Makes a year's spread.
    public init(year: Int, p5: Double, p50: Double, p95: Double) {
      self.year = year
      self.p5 = p5
      self.p50 = p50
      self.p95 = p95
    }
  }

  /// The title: the variable with its unit, `medical-ai: revenue, CNY/year`.
  public var title: String
  /// The origin of the numbers, in one line.
  public var description: String
  /// The years in order.
  public var years: [Year]

  /// Makes a chart; years whose spread is not finite are left out.
  public init(title: String, description: String, years: [Year]) {
    self.title = title
    self.description = description
    self.years = years.filter { $0.p5.isFinite && $0.p50.isFinite && $0.p95.isFinite }
      .sorted { $0.year < $1.year }
  }

  /// The chart as an SVG file, the same bytes for the same values; nil with fewer than two years.
  public var svg: String? {
    FanDrawing(
      title: title, description: description,
      columns: years.map {
        FanDrawing.Column(
          time: Double($0.year), label: String($0.year), low: $0.p5, median: $0.p50, high: $0.p95)
      },
      median: "median", band: "5th to 95th percentile", notes: nil,
      numbers: NumberText(language: .english)
    ).drawing.map { SVGRenderer.file($0) }
  }
}
