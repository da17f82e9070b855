import ArgumentParser
import Breakeven
import Diagnostics
import Reporting
import RunRecord
import RunStore

/// `breakeven whatif`.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Change something and see what moves.",
    usage: """
      breakeven whatif [<company> ...] <change> ... [<options>]
      breakeven whatif [<company> ...] --scenario <name> ... [<options>]
      breakeven whatif <company> ... --table <axis> [<axis>] [<options>]
      breakeven whatif <company> ... --goal <goal> [<options>]
      """,
    discussion: """
      A change is NAME=VALUE, NAME*=NUMBER, NAME+=NUMBER or NAME-=NUMBER, where NAME is an \
      input of a model (`breakeven inputs` lists them), COMPANY.INPUT for one company alone, a \
      company's figure (COMPANY.METRIC, COMPANY.cash), what is computed of it (growth_ahead, \
      margin_today), money that comes in (COMPANY.round), or a setting: as_of, horizon, \
      discount_rate, scenario, weights, heads (or k). The study as it is and the changed one \
      are evaluated on the same draws.

      EXAMPLES:
        breakeven whatif openai "price_ad*=2"
        breakeven whatif sensetime growth_ahead=20%
        breakeven whatif "cloudwalk.round=2bn in 2026"
        breakeven whatif "perplexity.operating_income=-250M USD FY2025"
        breakeven whatif horizon=2032
        breakeven whatif k=4 weights=headroom:2,cash_cover:1
        breakeven whatif --scenario price-war --scenario funding-drought
        breakeven whatif openai --table "price_ad=0.1..0.4:4" "fill=0.4..0.8:3"
        breakeven whatif cohere --goal "odds>=50%"
      """)

  @Argument(
    help: ArgumentHelp(
      "Companies' ids and changes; without ids the companies that are changed, or all.",
      valueName: "what"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Put the study beside a scenario, several side by side; with changes, make them under it.
      """, valueName: "name"))
  var scenario: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Hold against a grid of values of one thing or two: NAME=LOW..HIGH:COUNT or NAME=A,B,C.",
      valueName: "axis"))
  var table: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Find the least change that reaches a goal: odds>=50%, out<=20%, runway>=24m, result>=0; \
      also losing, sold, lost.
      """, valueName: "goal"))
  var goal: String?

  @Flag(help: "Take values below 0 or above 1 of what never was there; domains hold all the same.")
  var force = false

  @Flag(help: "Tell the rank among all companies where only some are named; takes longer.")
  var rank = false

  @OptionGroup(title: "Evaluating") var sampling: SamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  /// What follows --table may be a company or a change after its axes.
  private var all: [String] { words + table.filter { !Self.isAxis($0) } }
  private var axes: [String] {
    table.filter(Self.isAxis).flatMap { Self.parts(of: $0) }
  }
  private var changes: [String] { all.filter { $0.contains("=") } }
  private var companies: [String] { all.filter { !$0.contains("=") } }

  private static func isAxis(_ text: String) -> Bool {
    text.contains("=") && (text.contains("..") || text.contains(","))
  }

  /// Two axes may stand in one word, as in "A=1..2 B=3..4".
  private static func parts(of text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { parts, word in
      if word.contains("=") || parts.isEmpty {
        parts.append(String(word))
      } else {
        parts[parts.count - 1] += " \(word)"
      }
    }
  }

  func validate() throws {
    if table.isEmpty, goal == nil, scenario.isEmpty, changes.isEmpty {
      throw ValidationError(
        "whatif takes at least one change, such as price_ad*=2, or --scenario, --table or --goal")
    }
    if !table.isEmpty, axes.isEmpty {
      throw ValidationError(
        "--table takes NAME=LOW..HIGH:COUNT or NAME=A,B,C, such as price_ad=0.1..0.4:4, not "
          + "\"\(table[0].printable)\"")
    }
    if !table.isEmpty, goal != nil {
      throw ValidationError("--table and --goal exclude each other")
    }
    if scenario.count > 1, !comparesScenarios {
      throw ValidationError(
        "with changes, --table or --goal there is one scenario, under which both sides are; put "
          + "further changes into a scenario that extends it")
    }
  }

  /// Scenarios and nothing else: they are what is compared.
  private var comparesScenarios: Bool {
    !scenario.isEmpty && changes.isEmpty && table.isEmpty && goal == nil
  }

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    var base = sampling.request(companies: companies, global)
    if comparesScenarios { return try compare(base, in: workspace) }
    base.scenario = scenario.first
    let request = WhatIfRequest(base: base, changes: changes, isForced: force, ranks: rank)
    if !axes.isEmpty {
      let answer = try workspace.whatIfTable(WhatIfTableRequest(request, axes: axes))
      return try output.print(
        global, note: { WhatIfTableNote(answer, language: $0).page },
        csv: WhatIfTableData.table(answer), json: { try RunCoder.encode(answer) })
    }
    if let goal {
      let answer = try workspace.goal(GoalRequest(request, goal: goal))
      return try output.print(
        global, note: { GoalNote(answer, language: $0).page }, csv: GoalData.table(answer),
        json: { try RunCoder.encode(answer) })
    }
    let answer = try workspace.whatIf(request)
    let titles = Dictionary(
      try workspace.paths().map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    try output.print(
      global, note: { WhatIfNote(answer, paths: titles, language: $0).page },
      csv: WhatIfData.table(answer), json: { try RunCoder.encode(answer) })
  }

  private func compare(
    _ base: EvaluationRequest, in workspace: any WorkspaceProtocol
  ) throws {
    let answer = try workspace.compareScenarios(
      ScenarioRequest(base: base, scenarios: scenario))
    try output.print(
      global, note: { ScenarioComparisonNote(answer, language: $0).page },
      csv: ScenarioData.table(answer), json: { try RunCoder.encode(answer) })
  }
}
