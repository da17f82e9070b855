import Testing

@testable import BreakevenCLI

/// Every command's output on the sample run, at 80 columns.
struct CommandSnapshotTests {
  static let cases: [(name: String, arguments: [String])] = [
    ("evaluate", ["evaluate"]),
    ("evaluate-markdown", ["evaluate", "--format", "markdown"]),
    ("evaluate-csv", ["evaluate", "--format", "csv"]),
    ("brief", ["brief"]),
    ("brief-chinese", ["brief", "--language", "zh-Hant"]),
    ("brief-csv", ["brief", "--format", "csv"]),
    ("compare", ["compare", "big-group", "cloud-pipe", "hospital-mind"]),
    ("compare-unknown", ["compare", "deep-whale", "hospital-mind"]),
    ("compare-four", ["compare", "big-group", "cloud-pipe", "deep-whale", "hospital-mind"]),
    ("compare-markdown", ["compare", "cloud-pipe", "hospital-mind", "--format", "markdown"]),
    ("compare-csv", ["compare", "deep-whale", "hospital-mind", "--format", "csv"]),
    ("compare-without-why", ["compare", "cloud-pipe", "hospital-mind", "--no-why"]),
    ("compare-why-chinese", ["compare", "cloud-pipe", "hospital-mind", "--language", "zh-Hant"]),
    ("compare-why-csv", ["compare", "cloud-pipe", "hospital-mind", "--format", "csv"]),
    ("research", ["research"]),
    ("research-decision", ["research", "--decide", "invest in 1", "--all"]),
    ("research-markdown", ["research", "hospital-mind", "--format", "markdown"]),
    ("research-chinese", ["research", "hospital-mind", "--language", "zh-Hans"]),
    ("research-csv", ["research", "hospital-mind", "--format", "csv"]),
    ("robust", ["robust"]),
    ("robust-chinese", ["robust", "--language", "zh-Hant"]),
    ("robust-csv", ["robust", "--format", "csv"]),
    ("explain-company", ["explain", "cloud-pipe"]),
    ("explain-company-chinese", ["explain", "hospital-mind", "--language", "zh-Hans"]),
    ("explain-company-unknown", ["explain", "deep-whale"]),
    ("explain-path", ["explain", "cloud-pipe", "medical-ai"]),
    ("explain-path-not-pursued", ["explain", "cloud-pipe", "chat-advertising"]),
    ("explain-path-missing", ["explain", "big-group", "medical-ai"]),
    ("explain-name", ["explain", "cloud-pipe", "medical-ai", "revenue"]),
    ("explain-criterion", ["explain", "cloud-pipe", "medical-ai", "registration"]),
    ("explain-term", ["explain", "score"]),
    ("explain-term-chinese", ["explain", "cash", "cover", "--language", "zh-Hant"]),
    ("explain-terms", ["explain"]),
    ("facts-answer", ["facts", "cloud-pipe", "revenue"]),
    ("facts-ratings", ["facts", "cloud-pipe", "--ratings"]),
    ("facts-list", ["facts", "list", "cloud-pipe"]),
    ("facts-conflicts", ["facts", "conflicts"]),
    ("facts-todo", ["facts", "todo"]),
    ("facts-export", ["facts", "export"]),
    ("facts-list-json", ["facts", "list", "--metric", "revenue", "--format", "json"]),
    ("companies", ["companies"]),
    ("paths", ["paths"]),
    ("sources", ["sources"]),
    ("model-list", ["model", "list"]),
    ("model-show", ["model", "show", "medical-ai"]),
    ("model-show-program", ["model", "show", "medical-ai", "--program"]),
    ("model-show-mermaid", ["model", "show", "medical-ai", "--graph", "mermaid"]),
    ("model-run", ["model", "run", "medical-ai", "--company", "cloud-pipe"]),
    (
      "model-run-json",
      ["model", "run", "medical-ai", "--company", "cloud-pipe", "--format", "json"]
    ),
    (
      "model-run-csv", ["model", "run", "medical-ai", "--company", "cloud-pipe", "--format", "csv"]
    ),
    ("model-new", ["model", "new", "robotics"]),
  ]

  @Test(arguments: cases.map(\.name))
  func output(_ name: String) throws {
    let arguments = try #require(Self.cases.first { $0.name == name }?.arguments)
    let outcome = try Invocation().run(arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    expectSnapshot(outcome.output, "Output/\(name).txt")
    if !name.hasSuffix("csv"), !name.hasSuffix("export"), !name.hasSuffix("markdown"),
      !name.hasSuffix("json"), !name.hasSuffix("mermaid")
    {
      expectFits(outcome.output)
    }
  }

  @Test func runs() throws {
    let invoke = try Invocation()
    #expect(invoke("evaluate").status == 0)
    for (name, arguments) in [
      ("runs-list", ["runs", "list"]), ("runs-show", ["runs", "show"]),
      ("runs-list-json", ["runs", "list", "--format", "json"]),
    ] {
      let outcome = invoke.run(arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      expectSnapshot(outcome.output, "Output/\(name).txt")
      expectFits(outcome.output)
    }
  }
}
