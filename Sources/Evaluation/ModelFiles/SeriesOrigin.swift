package import Formulas
internal import RunRecord
internal import Units

/// A series of a company: the level and trend of a metric by all facts of it.
package struct SeriesOrigin: Sendable {
  /// The metric.
  package var metric: String
  /// The level where no fact is known; without one a fact is required.
  package var otherwise: Assumption?

  /// Makes one.
  package init(metric: String, otherwise: Assumption?) {
    self.metric = metric
    self.otherwise = otherwise
  }
}

/// The trend of a series, which formulas ask for with `trend(NAME)`.
package struct TrendOrigin: Sendable {
  /// The input that is the series.
  package var name: String
  /// The series.
  package var series: Series

  /// The kind of series.
  package enum Series: Sendable {
    /// Of the company, by its metric.
    case company(metric: String)
    /// Of the region, by the name of the market input.
    case market(name: String)
  }

  /// True for the trend of a company's own series.
  package var isOfCompany: Bool { scope == .company }

  /// Who shares its draws.
  var scope: InputScope {
    switch series {
    case .company: .company
    case .market: .market
    }
  }

  /// The name of the input that is the trend of another: what `--set` names.
  package static func name(of series: String) -> String { "\(series).trend" }
}

extension ModelInput {
  /// The series whose trend it is, by name.
  package var trendOf: String? {
    if case .trend(let trend) = scope { trend.name } else { nil }
  }

  /// The part in a series that the compiler is told: whether a market input is one depends on the
  /// region, so formulas may take any for one.
  package var seriesPart: InputDeclaration.SeriesPart? {
    switch scope {
    case .series, .market: .level
    case .trend(let trend): .trend(of: trend.name)
    default: nil
    }
  }
}

/// Adds the trends that formulas ask for, each after its series.
struct TrendInputs {
  let units: UnitRegistry

  /// The inputs with the trends of those series whose trend some formula names.
  func adding(to inputs: [ModelInput], from variables: [ModelVariable]) -> [ModelInput] {
    let wanted = Set(
      variables.flatMap(\.declaration.rule.texts).filter { $0.contains("trend") }
        .flatMap { (try? FormulaExpression.parse(FormulaSource($0)))?.trends ?? [] })
    guard !wanted.isEmpty, let unit = try? units.parse("1/year") else { return inputs }
    return inputs.flatMap { input -> [ModelInput] in
      guard wanted.contains(input.name) else { return [input] }
      let series: TrendOrigin.Series
      switch input.scope {
      case .series(let origin): series = .company(metric: origin.metric)
      case .market(let name): series = .market(name: name)
      default: return [input]
      }
      let trend = ModelInput(
        name: TrendOrigin.name(of: input.name), title: input.title, unit: unit,
        scope: .trend(TrendOrigin(name: input.name, series: series)), location: input.location,
        sourceLine: input.sourceLine)
      return [input, trend]
    }
  }
}
