internal import Plan
public import RunRecord
internal import Diagnostics
internal import Formulas
internal import Units

/// An input of an evaluator written in Swift: an uncertain number with a name, a unit and an
/// origin, declared as in a model file.
///
/// Units and distributions are text in the notation of model files and are checked when the
/// inputs are drawn, all of them at once.
public struct EvaluatorInput: Hashable, Sendable {
  /// The origin of an input's draws and of its distribution.
  public enum Origin: Hashable, Sendable {
    /// One draw for all companies of a region, declared in `markets/` under a name.
    case market(name: String)
    /// The company's own: the fact of the first metric that answers, otherwise the assumption;
    /// without one it is required.
    case company(metrics: [String], otherwise: Assumed?)
    /// One draw for all companies, assumed here.
    case assumption(Assumed)
  }

  /// An assumption about a number that nobody has measured.
  public struct Assumed: Hashable, Sendable {
    /// The distribution, `0.1 to 0.4`, or several by year that share one quantile.
    public var distributions: Distributions
    /// The reason, for readers.
    public var because: String
    /// The ids of sources in `sources.yaml`.
    public var sources: [String]

    /// Makes an assumption.
    public init(_ distributions: Distributions, because: String, sources: [String] = []) {
      self.distributions = distributions
      self.because = because
      self.sources = sources
    }
  }

  /// One distribution for all years, or anchors by year.
  public enum Distributions: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The same in all years.
    case always(String)
    /// By year; between the years in equal ratios where all numbers are positive, else in equal
    /// steps.
    case byYear([Int: String])

    /// The same distribution in all years.
    public init(stringLiteral value: String) {
      self = .always(value)
    }
  }

  /// The name, as `--set` and `explain` know it.
  public var name: String
  /// The name for readers.
  public var title: LocalizedText?
  /// The unit in which the evaluator reads it, such as `CNY/ad`.
  public var unit: String
  /// The origin of its draws and its distribution.
  public var origin: Origin
  /// True if it is chance by nature, which no research settles: nobody is told to find it out.
  public var isChance = false
  let location: SourceLocation

  /// Declares an input; the place of the declaration is shown wherever the input is explained.
  public init(
    _ name: String, unit: String, title: LocalizedText? = nil, origin: Origin,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.unit = unit
    self.title = title
    self.origin = origin
    location = SourceLocation(file: file, line: line, column: column)
  }
}

extension EvaluatorInput {
  /// An input that `markets/` declares for the region in which the company sells.
  public static func market(
    _ name: String, unit: String, title: LocalizedText? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> EvaluatorInput {
    EvaluatorInput(
      name, unit: unit, title: title, origin: .market(name: name), file: file, line: line,
      column: column)
  }

  /// A fact of the company, by the first of its metrics that has one, else an assumption.
  ///
  /// Without an assumption the input is required: a company without the fact is not assessed.
  public static func company(
    _ name: String, metrics: [String] = [], unit: String, title: LocalizedText? = nil,
    otherwise: Assumed? = nil, isChance: Bool = false, file: String = #fileID,
    line: Int = #line, column: Int = #column
  ) -> EvaluatorInput {
    var input = EvaluatorInput(
      name, unit: unit, title: title,
      origin: .company(metrics: metrics.isEmpty ? [name] : metrics, otherwise: otherwise),
      file: file, line: line, column: column)
    input.isChance = isChance
    return input
  }

  /// A number that nobody has measured, the same draw for all companies.
  public static func assumption(
    _ name: String, unit: String, title: LocalizedText? = nil, _ distributions: Distributions,
    because: String, sources: [String] = [],
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> EvaluatorInput {
    EvaluatorInput(
      name, unit: unit, title: title,
      origin: .assumption(Assumed(distributions, because: because, sources: sources)),
      file: file, line: line, column: column)
  }
}

extension Sequence<EvaluatorInput> {
  /// The facts that a company or its market must have for these inputs to be drawn: an evaluator's
  /// `needs`.
  public var requirements: [Requirement] {
    compactMap { input in
      switch input.origin {
      case .company(let metrics, nil): .companyFact(metric: metrics[0])
      case .market(let name): .marketInput(name: name)
      default: nil
      }
    }
  }
}

extension EvaluatorInput {
  /// The input as a model file would have declared it.
  func modelInput(in context: EvaluationContext) throws -> ModelInput {
    let scope: InputOrigin =
      switch origin {
      case .market(let name): .market(name: name)
      case .company(let metrics, let otherwise):
        .company(metrics: metrics, otherwise: try otherwise.map(assumption))
      case .assumption(let assumed): .assumption(try assumption(assumed))
      }
    return ModelInput(
      name: name, title: title,
      unit: try context.units.parse(unit, at: location, sourceLine: nil), scope: scope,
      location: location, isChance: isChance)
  }

  private func assumption(_ assumed: Assumed) throws -> Assumption {
    let series: DistributionSeries
    switch assumed.distributions {
    case .always(let text):
      series = .always(try DistributionNotation.parseDrawable(text, at: location))
    case .byYear(let texts):
      guard !texts.isEmpty else {
        throw Diagnostic("\"\(name)\" has no distribution for any year", at: location)
      }
      series = .byYear(
        try texts.keys.sorted().map { year in
          DistributionSeries.Anchor(
            year: year,
            distribution: try DistributionNotation.parseDrawable(texts[year] ?? "", at: location))
        })
    }
    return Assumption(revisions: [
      Assumption.Revision(
        since: nil, series: series, because: assumed.because, sources: assumed.sources,
        location: location)
    ])
  }
}
