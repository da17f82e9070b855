internal import Evaluation
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Exposure by path, gap, carry, and the four ranking criteria, as the record has them.
struct ExposureReport: Sendable {
  /// Headroom, cash cover, path support and independence in every draw.
  let criteria: [String: [Double]]

  private let paths: [Path]
  private let gap: Quantity
  private let other: Quantity
  private let summaries: [String: Quantity]
  private let note: String?

  private struct Path: Sendable {
    var exposure: Quantity
    var drain: Quantity
    var carry: Quantity
  }

  init(run: RunContext, _ simulation: OutcomeSimulation, _ assessed: [AssessedPath]) {
    let flows = simulation.withRounds.horizonFlows(paths: assessed.map(\.flows))
    let exposure = Exposure(flows, baseYearCost: simulation.model.anchor.totalCost)
    let carries = zip(exposure.paths, assessed).map {
      Score.carry(exposure: $0, score: $1.scores)
    }
    criteria = [
      "headroom": RankingCriteria.headroom(flows),
      "cash_cover": RankingCriteria.cashCover(simulation.withRounds),
      "path_support": Score.pathSupport(
        carries: carries, other: exposure.other, otherScore: run.policy.otherScore),
      "independence": RankingCriteria.independence(Dependence(flows), flows: flows),
    ]
    paths = carries.indices.map { index in
      Path(
        exposure: Self.shares(exposure.paths[index]), drain: Self.shares(exposure.drains[index]),
        carry: Self.shares(carries[index]))
    }
    gap = Self.shares(exposure.gap)
    other = Self.shares(exposure.other)
    summaries = criteria.mapValues(Self.shares)
    note =
      exposure.undefined > 0
      ? "In \(exposure.undefined) of \(run.draws.count) draws there is no cost base to speak of; "
        + "they are left out of the exposures."
      : nil
  }

  /// Puts the numbers on record.
  func add(to record: inout OutcomeRecord, _ assessed: inout [AssessedPath]) {
    for (index, path) in paths.enumerated() {
      assessed[index].record.exposure = path.exposure
      assessed[index].record.drain = path.drain
      assessed[index].record.carry = path.carry
    }
    record.gap = gap
    record.other = other
    record.headroom = summaries["headroom"] ?? record.headroom
    record.cashCover = summaries["cash_cover"] ?? record.cashCover
    record.pathSupport = summaries["path_support"] ?? record.pathSupport
    record.independence = summaries["independence"] ?? record.independence
    if let note { record.notes.append(note) }
  }

  /// Shares whose undefined draws don't count against them.
  private static func shares(_ values: [Double]) -> Quantity {
    Summary(values).quantity(unit: "point", reason: "undefined in every draw")
  }
}
