import Breakeven
import BreakevenTesting
import Diagnostics
import Foundation
import Reporting
import RunRecord
import RunStore
import Testing

// The code of the articles that stands by itself; here it has to compile.

func gettingStarted() throws {
  let workspace = Workspace(models: ["Models"])
  do {
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["alibaba", "tencent"], paths: ["chat-advertising"]))
    for company in run.companies {
      for path in company.paths {
        if let score = path.score.estimate {
          print(company.name, score.value, score.p5, score.p95)
        } else {
          print(company.name, path.reason?.message ?? "unknown")
        }
      }
    }
  } catch let mistakes as DiagnosticError {
    print(mistakes)
  }
  let dear = try workspace.evaluate(
    EvaluationRequest(
      paths: ["chat-advertising"], overrides: [InputOverride(name: "price_ad", text: "0.1 to 0.3")],
      draws: 4096))
  _ = dear
}

func keep(_ run: RunRecord) throws -> [ReportFile] {
  let store = try RunStore(path: "runs.sqlite")
  try store.save(run, createdAt: Date.now.ISO8601Format())
  return reportFiles(
    for: try store.run(id: run.run.id),
    options: ReportOptions(language: .traditionalChinese, format: .html))
}

func registering() {
  let workspace = Workspace(evaluators: .builtIn + [SubscriptionsEvaluator()])
  _ = workspace
}

func conforms() {
  expectConformance(of: SubscriptionsEvaluator(), models: ["Models"])
}

func explain(_ name: String, in path: AssessmentRecord, depth: Int = 0) {
  guard let node = path.trace.first(where: { $0.name == name }) else { return }
  print(
    String(repeating: "  ", count: depth), node.name, node.values[2030]?.value ?? .nan, node.unit,
    node.formula ?? "")
  for child in node.children { explain(child, in: path, depth: depth + 1) }
}
