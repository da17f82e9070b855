import Foundation
import Testing

/// A question asked twice is answered from the store, in the same words, until something that the
/// answer rests on changes.
struct RepeatedRunsTests {
  private static let taken = "nothing it rests on has changed"

  @Test(arguments: [
    "evaluate synyi --draws 256 --format json", "compare synyi iflytek --draws 256",
    "explain synyi medical-ai --draws 256",
  ])
  func theSecondAnswerIsTheFirst(command: String) throws {
    let shell = try Shell()
    let first = try shell("breakeven \(command) --output first")
    #expect(first.status == 0 && !first.output.contains(Self.taken), "\(first.output)")
    let second = try shell("breakeven \(command) --output second")
    #expect(second.status == 0 && second.output.contains(Self.taken), "\(second.output)")
    let fresh = try shell("breakeven \(command) --fresh --output fresh")
    #expect(fresh.status == 0 && !fresh.output.contains(Self.taken), "\(fresh.output)")
    let answer = try #require(shell.read("first"))
    #expect(shell.read("second") == answer)
    #expect(shell.read("fresh") == answer)
  }

  @Test func aReportIsWrittenFromTheStoredRun() throws {
    let shell = try Shell()
    let report = "breakeven report synyi --draws 256 --output"
    #expect(try !shell("\(report) first").output.contains(Self.taken))
    #expect(try shell("\(report) second").output.contains(Self.taken))
    for page in ["README.md", "companies/synyi.md", "sources.md"] {
      let first = try #require(shell.read("first/\(page)"))
      #expect(shell.read("second/\(page)") == first)
    }
  }

  @Test func aChangeIsEvaluated() throws {
    let shell = try Shell()
    let evaluate = "breakeven evaluate synyi --path medical-ai --draws 256"
    #expect(try !shell(evaluate).output.contains(Self.taken))
    #expect(try shell(evaluate + " --threads 1").output.contains(Self.taken))
    for other in ["--seed 2", "--draws 128", "--as-of 2025-05-31", "--set market_age=0.5"] {
      #expect(try !shell("\(evaluate) \(other)").output.contains(Self.taken), "\(other)")
    }
    #expect(try shell(evaluate).output.contains(Self.taken))
    // Not used by this run.
    try edit("Models/paths/on-device.yaml", in: shell)
    #expect(try shell(evaluate).output.contains(Self.taken))
    for used in ["paths/medical-ai.yaml", "companies/synyi.yaml", "company.yaml"] {
      try edit("Models/\(used)", in: shell)
      #expect(try !shell(evaluate).output.contains(Self.taken), "\(used)")
      #expect(try shell(evaluate).output.contains(Self.taken), "\(used)")
    }
  }

  @Test func aStoreThatCannotBeReadIsNoHindrance() throws {
    let shell = try Shell()
    try shell.write("breakeven.sqlite", "This is no database.")
    let compare = try shell("breakeven compare synyi iflytek --draws 256")
    #expect(compare.status == 0)
    #expect(shell.read("breakeven.sqlite") == "This is no database.")
  }

  private func edit(_ file: String, in shell: Shell) throws {
    let text = try #require(shell.read(file))
    try shell.write(file, text + "\n# a remark\n")
  }
}
