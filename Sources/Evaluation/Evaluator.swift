public import Plan
public import RunRecord

/// Scores one company's exposure to one revenue path: facts and assumptions in, yearly draws out.
///
/// Usually a compiled model file; a Swift type when the logic goes beyond formulas. Evaluators of
/// either kind go through the same scoring, storage, explanation and reports.
public protocol Evaluator: Sendable {
  /// Id, version, titles, criteria: everything that reports say about the path itself.
  var description: PathDescription { get }

  /// The company facts and market inputs without which a company can't be assessed.
  ///
  /// They are checked outside, alike for all evaluators, before `project` is called.
  var needs: [Requirement] { get }

  /// The yearly results of one company on this path, in every draw, with the trace behind them.
  ///
  /// - Throws: `DiagnosticError` when the inputs can't be used.
  func project(_ subject: Subject, over draws: Draws) throws -> Projection
}

/// A fact or input that an evaluator can't do without.
public enum Requirement: Hashable, Sendable {
  /// A company fact, by metric.
  case companyFact(metric: String)
  /// A market input of the region in which the company sells, by name.
  case marketInput(name: String)
}

/// A path as its evaluator describes it.
public struct PathDescription: Hashable, Sendable {
  /// The path's description for reports; its drivers and crowding are filled in by the run.
  public var record: PathRecord
  /// The file it was read from and its hash, for the run's list of models.
  public var reference: ModelReference
  /// The half-life of evidence by criterion, in years; 1.5 where nothing is said.
  public var halfLives: [String: Double]
  /// The metrics under which companies report this path's revenue, the best first.
  public var reportedAs: [String]
  /// The names of the inputs, which scenarios and `--set` may replace.
  public var inputs: [String]
  /// The sums that must hold over all companies.
  package var checks: [SumCheck] = []

  /// Makes the description of an evaluator written in Swift.
  ///
  /// - Parameters:
  ///   - id: The path's id, in lower case and hyphens as a model file's.
  ///   - version: Raised whenever results change; it enters the id of every run.
  ///   - title: Its name for readers.
  ///   - summary: What it is, in a sentence or two.
  ///   - inputs: Its inputs.
  ///   - criteria: Its readiness criteria; ratings of companies are looked up by their ids.
  ///   - reportedAs: The metrics under which companies report this path's revenue.
  public init(
    id: String, version: Int, title: LocalizedText, summary: LocalizedText,
    inputs: [EvaluatorInput], criteria: [CriterionRecord] = [], reportedAs: [String] = []
  ) {
    self.init(
      record: PathRecord(
        id: id, title: title, summary: summary, version: version, criteria: criteria, formulas: [],
        drivers: [], crowding: nil),
      reference: ModelReference(path: id, version: version, file: nil, sha256: nil),
      reportedAs: reportedAs, inputs: inputs.map(\.name))
  }

  /// Makes a description.
  public init(
    record: PathRecord, reference: ModelReference, halfLives: [String: Double] = [:],
    reportedAs: [String] = [], inputs: [String] = []
  ) {
    self.record = record
    self.reference = reference
    self.halfLives = halfLives
    self.reportedAs = reportedAs
    self.inputs = inputs
  }
}
