internal import Evaluation
internal import RunRecord

/// A projection to the last bit, for comparison; not-a-number equals itself here.
struct ProjectionBits: Equatable {
  private let years: [Int]
  private let series: [String: [UInt64]]
  private let records: [InputRecord]
  private let trace: [TraceNode]

  init(_ projection: Projection) {
    var series = [
      "revenue": projection.revenue.values, "contribution": projection.contribution.values,
      "investment": projection.investment.values, "claim": projection.claim?.values ?? [],
    ]
    for (name, values) in projection.metrics { series["metric \(name)"] = values.values }
    for (name, levels) in projection.levels { series["levels \(name)"] = levels }
    for input in projection.inputs { series["input \(input.record.name)"] = input.uniforms ?? [] }
    years = projection.years
    self.series = series.mapValues { $0.map(\.bitPattern) }
    records = projection.inputs.map(\.record)
    trace = projection.trace
  }
}
