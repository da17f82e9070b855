import RunRecord
import Testing
import TinyStudy

@testable import BreakevenCLI

/// What `explain` must say of every company and path, whatever its words are.
struct ExplainContractTests {
  private static let cells = TinyStudy.run.companies.flatMap { company in
    company.paths.map { [company.id, $0.path] }
  }

  private func assessment(_ cell: [String]) throws -> AssessmentRecord {
    let company = try #require(TinyStudy.run.companies.first { $0.id == cell[0] })
    return try #require(company.paths.first { $0.path == cell[1] })
  }

  /// A path with numbers has its money year by year, in lines of their own.
  @Test(arguments: cells)
  func aPathHasItsMoney(_ cell: [String]) throws {
    let info = TinyStudy.run.run
    let invoke = try Invocation()
    invoke.width = 200
    let outcome = invoke.run(["explain"] + cell)
    #expect(outcome.status == 0, "\(outcome.error)")
    let years = (info.startYear...info.horizon).map(String.init)
    let lines = outcome.output.split(separator: "\n")
    let head = lines.firstIndex { line in
      line.hasPrefix("Line ") && years.allSatisfy { line.contains($0) }
    }
    for name in ["Revenue", "Contribution", "Investment"] {
      let has =
        head.map { lines[$0...].contains { $0.hasPrefix("\(name), CNY/year  ") } } ?? false
      #expect(try has == (assessment(cell).results != nil), "\(cell) \(name)")
    }
  }

  /// A path without numbers has its reason: what people wrote, or the names of what is missing.
  @Test(arguments: cells)
  func aPathWithoutNumbersSaysWhy(_ cell: [String]) throws {
    let found = try assessment(cell)
    guard found.results == nil else { return }
    let output = try Invocation().run(["explain"] + cell).output.lowercased()
      .replacing("\n", with: " ")
    for missing in found.missing { #expect(output.contains(missing.description), "\(output)") }
    if let because = found.notPursued?.because.message {
      #expect(output.contains(because.lowercased()), "\(output)")
    }
  }

  /// Every number of a company's outcome that has a reason for missing shows it, and no zero.
  @Test func whatIsUnknownIsNoZero() throws {
    let output = try Invocation().run(["explain", "deep-whale"]).output
    #expect(
      output.replacing("\n", with: " ").contains("nothing is known of revenue by 2026-06-30"))
    #expect(!output.contains("0 %") && !output.contains("NaN") && !output.contains("nan"))
    for metric in ["revenue", "operating_income"] {
      #expect(output.contains(metric), "\(output)")
    }
  }
}
