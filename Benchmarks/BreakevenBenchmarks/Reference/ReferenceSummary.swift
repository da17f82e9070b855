import Simulation

/// What a run says of the reference model, by the names of the oracle and the peers.
struct ReferenceSummary {
  /// `mean revenue_2030`, `p5 …`, `p50 …`, `p95 …`, and probabilities.
  let figures: [String: Double]

  /// Names the summaries of an engine that counts probabilities.
  init(_ summaries: [ColumnSummary]) {
    var figures: [String: Double] = [:]
    for (output, summary) in zip(ReferenceModel.outputs, summaries) {
      figures["mean \(output.name)"] = summary.mean
      figures["p5 \(output.name)"] = summary.p5
      figures["p50 \(output.name)"] = summary.p50
      figures["p95 \(output.name)"] = summary.p95
    }
    let rest = summaries.dropFirst(ReferenceModel.outputs.count)
    for (probability, summary) in zip(ReferenceModel.probabilities, rest) {
      figures[probability.name] = summary.mean
    }
    self.figures = figures
  }

  subscript(figure: String) -> Double { figures[figure] ?? .nan }
}
