internal import Facts
internal import Nowcast
internal import RunRecord
internal import Simulation
internal import Units

extension SeriesFinding {
  /// Puts level and trend on record; nil where no fact is known.
  func record(unit: UnitExpression, in context: EvaluationContext) -> SeriesRecord? {
    guard let series else { return nil }
    return SeriesRecord(
      metric: context.facts.names(of: [metric])[0], unit: UnitName(unit.text),
      observations: series.observations.map { one in
        SeriesObservation(
          period: one.fact.period.text, source: one.fact.source.id, at: one.time,
          length: one.length, value: Elementary.exp(one.log), sd: one.deviation,
          moved: one.movedLevel, movedTrend: one.movedTrend, level: Elementary.exp(one.level),
          levelSd: one.levelVariance.squareRoot())
      },
      today: SeriesState(
        at: series.today.time, level: Elementary.exp(series.today.level),
        levelSd: series.today.levelVariance.squareRoot(), trend: series.today.trend,
        trendSd: series.today.trendVariance.squareRoot(), correlation: series.correlation))
  }
}
