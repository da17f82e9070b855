import Testing

@testable import BreakevenCLI

/// Every command's output on the sample run, at 80 columns.
struct CommandSnapshotTests {
  static let cases: [(name: String, arguments: [String])] = [
    ("evaluate", ["evaluate"]),
    ("evaluate-markdown", ["evaluate", "--format", "markdown"]),
    ("evaluate-csv", ["evaluate", "--format", "csv"]),
    ("compare", ["compare", "cloudwalk", "synyi", "yitu"]),
    ("compare-unknown", ["compare", "moonshot", "yitu"]),
    ("compare-four", ["compare", "cloudwalk", "moonshot", "synyi", "yitu"]),
    ("compare-markdown", ["compare", "synyi", "yitu", "--format", "markdown"]),
    ("compare-csv", ["compare", "moonshot", "yitu", "--format", "csv"]),
    ("explain-company", ["explain", "cloudwalk"]),
    ("explain-company-chinese", ["explain", "synyi", "--language", "zh-Hans"]),
    ("explain-company-unknown", ["explain", "moonshot"]),
    ("explain-path", ["explain", "cloudwalk", "medical-ai"]),
    ("explain-path-not-pursued", ["explain", "cloudwalk", "chat-advertising"]),
    ("explain-path-missing", ["explain", "yitu", "chat-advertising"]),
    ("explain-name", ["explain", "cloudwalk", "medical-ai", "revenue"]),
    ("explain-criterion", ["explain", "cloudwalk", "medical-ai", "registration"]),
    ("explain-term", ["explain", "score"]),
    ("explain-term-chinese", ["explain", "cash", "cover", "--language", "zh-Hant"]),
    ("explain-terms", ["explain"]),
    ("facts-answer", ["facts", "cloudwalk", "revenue"]),
    ("facts-ratings", ["facts", "cloudwalk", "--ratings"]),
    ("facts-list", ["facts", "list", "cloudwalk"]),
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
    ("model-run", ["model", "run", "medical-ai"]),
    ("model-run-json", ["model", "run", "medical-ai", "--format", "json"]),
    ("model-run-csv", ["model", "run", "medical-ai", "--format", "csv"]),
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
