import AdTiming
import Breakeven
import Diagnostics
import Evaluation
import RunRecord

// When should three companies switch chat advertising on, and what is being free to wait worth to
// them? `ad-timing [MODELS]`, from the repository's folder.
let models = CommandLine.arguments.dropFirst().first ?? "Models"
let workspace = Workspace(models: [models], evaluators: .builtIn + [AdTimingEvaluator()])

do {
  let run = try workspace.evaluate(
    EvaluationRequest(
      companies: ["alibaba", "deepseek", "moonshot"], paths: ["chat-ad-timing"], draws: 4096))
  let years = Array(run.run.startYear...run.run.horizon)
  print(row("", years.map(String.init) + ["waiting", "money back"]))
  for company in run.companies {
    for path in company.paths {
      print(row(company.name, cells(of: path, years: years)))
    }
  }
  print(
    """

    By year: the share of draws in which advertising runs. waiting: the value of being free to
    wait, billion CNY. money back: what comes back by \(run.run.horizon) over what goes out, points;
    50 is money back.
    """)
} catch {
  print(error)
}

/// What is known of a company on the path, or why nothing is.
func cells(of path: AssessmentRecord, years: [Int]) -> [String] {
  if let reason = path.reason { return [reason.message] }
  let shares = years.map { year in
    path.series["advertises"]?[year].map { "\(Int(($0.value * 100).rounded()))%" } ?? "unknown"
  }
  let waiting = path.series["value_of_waiting"]?[years[0]].map { tenths($0.value / 1e9) }
  return shares + [waiting ?? "unknown", path.moneyBackIndex.value.map(tenths) ?? "unknown"]
}

/// A number to one digit behind the point.
func tenths(_ value: Double) -> String { String((value * 10).rounded() / 10) }

/// A name, then columns of one width.
func row(_ name: String, _ cells: [String]) -> String {
  func spaces(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count))
  }
  return name + spaces(name, 20) + cells.map { spaces($0, 9) + $0 }.joined()
}
