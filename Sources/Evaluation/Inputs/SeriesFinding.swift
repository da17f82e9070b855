internal import Diagnostics
internal import Facts
internal import Formulas
internal import Nowcast
internal import RunRecord
internal import Simulation
internal import Units

/// A metric's level and trend on the as-of day, with what they rest on.
struct SeriesFinding {
  /// The metric.
  var metric: String
  /// Level and trend; nil where no fact of it is known.
  var series: MetricSeries?
  /// The trend where no fact is known.
  var prior: (mean: Double, deviation: Double)
  /// The facts that took part, as records.
  var facts: [FactRecord] = []
  /// Conversions of money, and facts that were left out.
  var reasons: [Reason] = []
  /// The sources of facts and rates.
  var sources: [String] = []
}

extension EvaluationContext {
  /// The level and trend of a metric of a company, in a unit.
  ///
  /// - Throws: `MissingRate` when money can't be converted, `DiagnosticError` when the units don't
  ///   fit or nobody says with which numbers series are estimated.
  func series(
    _ metric: String, of company: Company?, in unit: UnitExpression
  ) throws -> SeriesFinding {
    guard let company, facts.metrics[metric] != nil else { return try find(metric, [], unit) }
    return try find(
      metric, facts.series(company: company.id, metric: metric, asOf: asOf), unit)
  }

  /// The same of a region.
  ///
  /// - Throws: as for a company.
  func series(
    _ metric: String, region: String, in unit: UnitExpression
  ) throws -> SeriesFinding {
    guard facts.metrics[metric] != nil else { return try find(metric, [], unit) }
    return try find(metric, facts.series(region: region, metric: metric, asOf: asOf), unit)
  }

  private func find(
    _ metric: String, _ facts: [Fact], _ unit: UnitExpression
  ) throws -> SeriesFinding {
    let parameters = try seriesParameters()
    let kind = self.facts.metrics[metric]?.kind ?? .stock
    let year = try units.parse("year")
    var found = SeriesFinding(
      metric: metric, series: nil,
      prior: (parameters.firstTrend, parameters.firstTrendDeviation))
    var amounts: [MetricSeries.Amount] = []
    for fact in facts {
      guard fact.central > 0, fact.low.map({ $0 > 0 }) ?? true else {
        found.reasons.append(notPositive(fact))
        continue
      }
      // An amount over time becomes a rate a year.
      let reading =
        kind == .flow
        ? try reading(
          fact, in: unit.dimension * year.dimension, scale: unit.scale * year.scale,
          as: "an amount of which a year's is in \(unit.text)")
        : try reading(fact, in: unit.dimension, scale: unit.scale, as: unit.text)
      amounts.append(MetricSeries.Amount(fact: fact, kind: kind, factor: reading.factor))
      found.facts.append(record(of: fact))
      found.reasons += reading.reasons
      found.sources += reading.sources
    }
    found.series = MetricSeries(amounts, asOf: asOf, parameters: parameters)
    return found
  }

  private func seriesParameters() throws -> SeriesParameters {
    guard let companyModel else {
      throw DiagnosticError(
        Diagnostic(
          "there is no company.yaml, whose section \"series\" says how series are estimated",
          category: .missing))
    }
    return try companyModel.seriesParameters(in: self)
  }

  private func notPositive(_ fact: Fact) -> Reason {
    Reason(
      .seriesNotPositive,
      [
        "metric": .metrics(facts.names(of: [fact.metric])), "period": .text(fact.period.text),
        "value": .amounts([
          SourcedAmount(
            value: min(fact.central, fact.low ?? fact.central), unit: UnitName(fact.unit),
            source: fact.source.id)
        ]),
      ])
  }
}

extension SeriesFinding {
  /// The level as a distribution: lognormal.
  var level: DistributionSpec? {
    series.map { series in
      let (mean, deviation) = (series.today.level, series.today.levelVariance.squareRoot())
      let reach = Self.ninetyFifth * deviation
      return .interval(low: Elementary.exp(mean - reach), high: Elementary.exp(mean + reach))
    }
  }

  /// The trend as a distribution: normal.
  var trend: DistributionSpec {
    guard let series else { return .normal(mean: prior.mean, sd: prior.deviation) }
    return .normal(mean: series.today.trend, sd: series.today.trendVariance.squareRoot())
  }

  /// A distribution as readers are shown it, to four digits.
  static func text(_ spec: DistributionSpec) -> String {
    switch spec {
    case .interval(let low, let high):
      DistributionSpec.interval(low: rounded(low), high: rounded(high)).description
    case .normal(let mean, let sd):
      DistributionSpec.normal(mean: rounded(mean), sd: rounded(sd)).description
    default: spec.description
    }
  }

  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var (unit, size) = (1.0, value.magnitude)
    while size >= 1e4 { (unit, size) = (unit * 10, size / 10) }
    var parts = 1.0
    while size < 1e3 { (parts, size) = (parts * 10, size * 10) }
    // Divided last, so that no digit is added by a tenth that isn't one.
    return unit > 1 ? (value / unit).rounded() * unit : (value * parts).rounded() / parts
  }

  /// From the median to the 95th percentile of a normal, in standard deviations.
  private static let ninetyFifth = 1.6448536269514722

  /// The kind of number that the level is: an estimate where any fact is one, since all of them give
  /// it (Method 1.2).
  var levelKind: InputKind {
    facts.isEmpty || facts.contains(where: \.isEstimate) ? .estimate : .fact
  }

  /// The trend is seen where two facts or more lie apart in time, and believed otherwise.
  var isTrendSeen: Bool {
    guard let first = series?.observations.first, let last = series?.observations.last else {
      return false
    }
    return last.time > first.time
  }

  /// The facts of a statement about it.
  func values(on day: Day, _ base: FactBase) -> [String: StatementValue] {
    [
      "metric": .metrics(base.names(of: [metric])), "day": .text(day.description),
      "count": .whole(facts.count),
    ]
  }
}
