package import Scoring
internal import Simulation

/// A company's outcome in every draw: with rounds, without, and with each path failing.
package struct OutcomeResult: Sendable {
  /// The inputs that it rests on beside the paths: parameters, then reported figures.
  package var inputs: [DrawnValues]
  /// The base year.
  package var base: BaseDraws
  /// The parameters.
  package var parameters: OutcomeParameterDraws
  /// The model that ran, with the figures it was anchored to.
  package var model: OutcomeModel
  /// The plain run.
  package var withRounds: OutcomeDraws
  /// Without new money.
  package var alone: OutcomeDraws
  /// Break-even first without a path, in the order of the paths.
  package var without: [EventProbability]
  /// The share of each path in the company.
  package var exposure: ExposureResult
}

extension OutcomePlan {
  /// The outcome of a company with the given paths; nil where its figures can't be drawn.
  ///
  /// - Precondition: Every parameter of the outcome model is among `parameters`.
  func evaluate(
    company: String, years: [Int], paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> OutcomeResult? {
    let drawn = try parameters.map { try $0.drawn(years: [years[0]], from: draws) }
    var values: [OutcomeParameter: [Double]] = [:]
    for parameter in drawn {
      guard let known = OutcomeParameter(rawValue: parameter.input.name) else { continue }
      values[known] = parameter.values(count: draws.count)
    }
    guard let parameters = OutcomeParameterDraws(values),
      let base = try figures.drawn(year: years[0], from: draws)
    else { return nil }
    let streams = OutcomeStreamMaker(company: company, years: years.count, draws: draws)
    let flows = paths.map {
      OutcomePath(
        revenue: $0.flows.revenue, contribution: $0.flows.contribution,
        investment: $0.flows.investment)
    }
    var inputs = OutcomeInputs(
      elapsedShare: elapsedShare, parameters: OutcomeParameters(parameters, access: access),
      facts: base.facts, paths: flows, streams: streams.own(),
      climate: streams.climate(
        persistence: parameters.constant(.climatePersistence),
        shock: parameters.constant(.climateShock)))
    inputs.standing = standing(among: paths)
    let model = OutcomeModel(inputs)
    var withoutMoney = OutcomeOptions()
    withoutMoney.raisesMoney = false
    let withRounds = model.run()
    return OutcomeResult(
      inputs: drawn + base.inputs, base: base, parameters: parameters, model: model,
      withRounds: withRounds, alone: model.run(withoutMoney),
      without: paths.indices.map { path in
        var options = OutcomeOptions()
        options.knockedOutPath = path
        return model.probabilityOfBreakingEven(options)
      },
      exposure: ExposureResult(
        withRounds, model.anchor, flows, scores: paths.map(\.scores), rules))
  }

  /// 1 in the head group of a market that has consolidated, -1 outside it, 0 before.
  private func standing(among paths: [PathResult]) -> YearlyDraws? {
    guard let consolidation,
      let path = paths.first(where: { $0.path == consolidation.path }),
      let consolidated = path.flows.metrics[consolidation.consolidated],
      let head = path.flows.metrics[consolidation.head]
    else { return nil }
    let values = zip(consolidated.values, head.values).map { done, head in
      done > 0.5 ? (head > 0.5 ? 1.0 : -1.0) : 0
    }
    return YearlyDraws(values: values, draws: consolidated.draws)
  }
}

/// The uniforms of a company's own luck, and the climate that all companies share.
private struct OutcomeStreamMaker {
  let company: String
  let years: Int
  let draws: Draws

  func own() -> OutcomeStreams {
    let block = "outcome \(company)"
    func yearly(_ place: Int) -> YearlyDraws {
      YearlyDraws(values: uniforms(block, from: 1 + place * years), draws: draws.count)
    }
    return OutcomeStreams(
      growth: yearly(0), shock: yearly(1), bridge: yearly(2), financing: yearly(3),
      sale: draws.uniforms(block: block, dimension: 0))
  }

  func climate(persistence: Double, shock: Double) -> YearlyDraws {
    let values = draws.sharedColumn("climate \(persistence) \(shock)") {
      Climate.path(
        uniforms: YearlyDraws(
          values: uniforms("outcome climate", from: 0), draws: draws.count),
        persistence: persistence, shock: shock
      ).values
    }
    return YearlyDraws(values: values, draws: draws.count)
  }

  /// The uniforms of a block's dimensions, one after the other, for each year from a first one on.
  private func uniforms(_ block: String, from first: Int) -> [Double] {
    var uniforms: [Double] = []
    uniforms.reserveCapacity(years * draws.count)
    for year in 0..<years {
      uniforms += draws.uniforms(block: block, dimension: first + year)
    }
    return uniforms
  }
}
