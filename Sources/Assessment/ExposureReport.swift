internal import Evaluation
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Exposure and support by path, what covers the rest, and the four ranking criteria.
struct ExposureReport: Sendable {
  /// Headroom, cash cover, path support and diversification in every draw.
  let criteria: [String: [Double]]

  /// The paths in the order of the assessments.
  let paths: [Path]
  let uncoveredCost: Quantity
  let existingBusiness: Quantity
  let headroom: Quantity
  let cashCover: Quantity
  let pathSupport: Quantity
  let diversification: Quantity
  /// That some draws have no cost base.
  let remark: Remark?

  struct Path: Sendable {
    var exposure: Quantity
    var drain: Quantity
    var support: Quantity
  }

  init(run: RunContext, _ simulation: OutcomeSimulation, _ assessed: [AssessedPath]) {
    let flows = simulation.withRounds.horizonFlows(paths: assessed.map(\.flows))
    let exposure = Exposure(flows, baseYearCost: simulation.model.anchor.totalCost)
    let supports = zip(exposure.paths, assessed).map {
      Score.carry(exposure: $0, score: $1.scores)
    }
    criteria = [
      "headroom": RankingCriteria.headroom(flows),
      "cash_cover": RankingCriteria.cashCover(simulation.withRounds),
      "path_support": Score.pathSupport(
        carries: supports, other: exposure.other, otherScore: run.policy.otherScore),
      "diversification": RankingCriteria.independence(Dependence(flows), flows: flows),
    ]
    paths = supports.indices.map { index in
      Path(
        exposure: Self.shares(exposure.paths[index]), drain: Self.shares(exposure.drains[index]),
        support: Self.shares(supports[index]))
    }
    uncoveredCost = Self.shares(exposure.gap)
    existingBusiness = Self.shares(exposure.other)
    headroom = Self.shares(criteria["headroom"] ?? [])
    cashCover = Self.shares(criteria["cash_cover"] ?? [])
    pathSupport = Self.shares(criteria["path_support"] ?? [])
    diversification = Self.shares(criteria["diversification"] ?? [])
    remark =
      exposure.undefined > 0
      ? Remark(
        .noCostBase,
        ["undefined": .whole(exposure.undefined), "draws": .whole(run.draws.count)])
      : nil
  }

  /// Shares whose undefined draws don't count against them.
  private static func shares(_ values: [Double]) -> Quantity {
    Summary(values).quantity(unit: .point)
  }
}
