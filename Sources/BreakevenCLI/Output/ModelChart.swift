import RunRecord
import Diagnostics
import Publishing
import Reporting

/// The fan of one variable of a model that was run alone.
struct ModelChart {
  let result: ModelRunResult
  let company: String?

  /// The chart as SVG.
  ///
  /// - Throws: `Diagnostic` when there is no such variable, or no fan to draw of it.
  func svg(of name: String) throws -> String {
    guard let variable = result.variables[name] else {
      throw Diagnostic(
        "\(result.path) has no output or variable \"\(name)\"",
        help: Suggestion.help(for: name, among: result.variables.keys.sorted())
          ?? "name one of \(result.variables.keys.sorted().joined(separator: ", "))",
        category: .missing)
    }
    let years = variable.years.compactMap { key, summary in
      Int(key).map { FanChart.Year(year: $0, p5: summary.p5, p50: summary.p50, p95: summary.p95) }
    }
    let subject = company.map { ", \($0)" } ?? ""
    let chart = FanChart(
      title: "\(result.path)\(subject): \(name), \(variable.unit)",
      description: "\(result.draws) draws, seed \(result.seed)", years: years)
    let withheld = variable.withheld?.values.max()
    if variable.years.isEmpty {
      throw Diagnostic(
        withheld.map {
          "\"\(name)\" is withheld, since up to \($0) of \(result.draws) draws give no number, so "
            + "there is nothing to draw"
        } ?? "\"\(name)\" is no number in any draw, so there is nothing to draw",
        help: "look for a division by zero in its formula, or in those that it names")
    }
    guard let svg = chart.svg else {
      if withheld != nil || variable.withoutNumber != nil {
        let years = variable.years.keys.sorted().joined(separator: ", ")
        throw Diagnostic(
          "\"\(name)\" has a number in \(years) alone, so there is no fan to draw",
          help: "look for a division by zero in its formula, or in those that it names")
      }
      throw Diagnostic(
        "\"\(name)\" doesn't vary from year to year, so there is no fan to draw",
        help: "name another output or variable with --output-name")
    }
    return svg
  }
}

/// The forms in which a model's graph prints.
enum GraphFormat: String, CaseIterable, Sendable {
  case mermaid
  case svg
}
