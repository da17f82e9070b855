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

  /// Break-even leads through formulas to figures with period, value, source and its day.
  @Test func breakEvenReachesItsFacts() throws {
    let output = try Invocation().run(["explain", "cloud-pipe", "break_even"]).output
    let text = Self.plain(output)
    // ln(397,684,600 / 7), at 7 CNY to the dollar, is 17.86.
    for part in [
      "Breaks even first by 2030: 28 %", "= revenue - cost", "= exp(log_revenue) * 1 [USD/year]",
      "= level + level_sd * level_shock", "Revenue today (log of USD a year) (level): 17.9",
      "FY2025: CNY 398M (pipe-ar-2025, confidence high): key notices",
      "Operating income, FY2025: CNY −121M (pipe-ar-2025, confidence high)",
      "given by the state of today, as level", "company.yaml:",
    ] {
      #expect(text.contains(part), "\(part)\n\(output)")
    }
    #expect(text.contains("- pipe-ar-2025:") && text.contains("2026-04-28)"))
    expectFits(output)
  }

  /// The other side of the odds: from cash that runs out to the balance on file.
  @Test func cashReachesItsBalance() throws {
    let text = Self.plain(try Invocation().run(["explain", "cloud-pipe", "cash_today"]).output)
    #expect(
      text.contains("FY2024: CNY 330M (pipe-ar-2024, confidence high): derived: net cash + debt"),
      "\(text)")
  }

  /// The note of a company names what drives its odds by the words that one types to set it; where a
  /// path has an input of the same name, it says whose is meant.
  @Test(arguments: ["en", "zh-Hant", "zh-Hans"])
  func driversHaveTheirOption(_ language: String) throws {
    let output = try Invocation().run(
      ["explain", "cloud-pipe", "--language", language]
    ).output
    for option in [
      "--set trend=", "--set company.growth=", "--set k_low=", "--set gap_known=",
      "--set balance=", "breakeven explain cloud-pipe break_even",
    ] {
      #expect(Self.plain(output).contains(option), "\(option)\n\(output)")
    }
    expectFits(output)
  }

  @Test(arguments: [
    (["cloud-pipe", "breakeven"], "did you mean \"break_even\"?"),
    (["cloud-pipe", "trends"], "did you mean \"trend\"?"),
    (["cloud-pipe", "medicalai"], "did you mean \"medical-ai\"?"),
    (["deep-whale", "break_even"], "a fact of revenue or operating_income would give one"),
  ])
  func aNameThatIsNone(arguments: [String], help: String) throws {
    let outcome = try Invocation().run(["explain"] + arguments)
    #expect(outcome.status == 66 && outcome.error.contains(help), "\(outcome.error)")
  }

  /// Without line breaks and the lines of the tree, which part sentences.
  private static func plain(_ text: String) -> String {
    text.split { "\n│├└─".contains($0) || $0 == " " }.joined(separator: " ")
  }
}
