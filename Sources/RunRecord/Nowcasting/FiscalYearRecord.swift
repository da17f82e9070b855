/// A fiscal year as the accounts on file tell it; what is nil isn't on file, and is no zero.
///
/// Money is in the company's own currency.
public struct FiscalYearRecord: Hashable, Sendable, Codable {
  /// The calendar year in which it ends, by which people call it.
  public var year: Int
  /// Its end, in years: 2026 for a year that ends with December 2025.
  public var end: Double
  /// Its revenue.
  public var revenue: FiscalYearFigure?
  /// Its costs: revenue less the operating result.
  public var costs: FiscalYearFigure?
  /// Its operating result, or what stands in for it.
  public var operatingResult: FiscalYearFigure?
  /// The balance of cash at its end.
  public var cash: FiscalYearFigure?
  /// The sum of the rounds on file that were closed in it.
  public var raised: FiscalYearFigure?

  /// Makes a year from its parts.
  public init(
    year: Int, end: Double, revenue: FiscalYearFigure? = nil, costs: FiscalYearFigure? = nil,
    operatingResult: FiscalYearFigure? = nil, cash: FiscalYearFigure? = nil,
    raised: FiscalYearFigure? = nil
  ) {
    self.year = year
    self.end = end
    self.revenue = revenue
    self.costs = costs
    self.operatingResult = operatingResult
    self.cash = cash
    self.raised = raised
  }
}

extension FiscalYearRecord {
  /// Its figures, in the order in which they are printed.
  public var figures: [FiscalYearFigure] {
    [revenue, costs, operatingResult, cash, raised].compactMap(\.self)
  }
}

/// An amount that accounts tell, or the range of what stands in for it.
public struct FiscalYearFigure: Hashable, Sendable, Codable {
  /// The lowest of the figures.
  public var low: Double
  /// The highest; the same where one figure tells it.
  public var high: Double
  /// The metrics that the figures are of.
  public var metrics: [MetricName]
  /// True if other figures stand in for the one that is asked for.
  public var isEstimate: Bool
  /// The reported periods behind it.
  public var terms: [NowcastTerm]

  /// Makes an amount.
  public init(
    low: Double, high: Double, metrics: [MetricName] = [], isEstimate: Bool = false,
    terms: [NowcastTerm]
  ) {
    self.low = low
    self.high = high
    self.metrics = metrics
    self.isEstimate = isEstimate
    self.terms = terms
  }

  /// The middle of its range.
  public var middle: Double { (low + high) / 2 }
}
