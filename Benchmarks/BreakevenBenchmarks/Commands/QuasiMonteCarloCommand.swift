import ArgumentParser
import Foundation
import Simulation

/// Measures what scrambled Sobol points bring over plain draws, and draws it.
struct QuasiMonteCarloCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quasi-monte-carlo",
    abstract: "Measure the errors of both samplers, and draw them.")

  @Option(help: "How often each error is measured.") var seeds: UInt64 = 128
  @Option(help: "Where the chart goes.") var chart: String?

  private struct Report: Encodable {
    struct Row: Encodable {
      var quantity: String
      var plain: [Double]
      var sobol: [Double]
      /// The plain draws that one Sobol point is worth: the ratio of the mean square errors.
      var worth: [Double]
    }

    var seeds: UInt64
    var draws: [Int]
    var rows: [Row]
  }

  func run() throws {
    let errors = SamplerErrors(
      model: try ReferenceModel(), oracle: try Oracle.read(), seeds: seeds)
    let plain = try errors.rootMeanSquares(.random)
    let sobol = try errors.rootMeanSquares(.sobol)
    let rows = SamplerErrors.Quantity.allCases.map { quantity in
      let (first, second) = (plain[quantity] ?? [], sobol[quantity] ?? [])
      return Report.Row(
        quantity: quantity.rawValue, plain: first, sobol: second,
        worth: zip(first, second).map { ($0 / $1) * ($0 / $1) })
    }
    if let chart {
      let panels: [(SamplerErrors.Quantity, String)] = [
        (.meanCumulative, "mean (cumulative profit)"), (.highRevenue, "95th percentile (revenue)"),
        (.breakeven, "probability (breakeven)"),
      ]
      let drawing = ErrorChart(
        sizes: SamplerErrors.sizes,
        panels: panels.map { quantity, title in
          ErrorChart.Panel(
            title: title, plain: plain[quantity] ?? [], sobol: sobol[quantity] ?? [])
        }, seeds: seeds)
      try Data(drawing.svg.utf8).write(to: URL(filePath: chart))
    }
    try JSONLine.print(Report(seeds: seeds, draws: SamplerErrors.sizes, rows: rows))
  }
}
