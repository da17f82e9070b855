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
    usage: "breakeven whatif [<company> ...] <change> ... [<options>]",
    discussion: """
      A change is NAME=VALUE, NAME*=NUMBER, NAME+=NUMBER or NAME-=NUMBER, where NAME is an \
      input of a model, COMPANY.INPUT for one company alone, a company's figure (COMPANY.METRIC, \
      COMPANY.cash), money that comes in (COMPANY.round), or one of as_of, horizon, discount_rate \
      and scenario. The study as it is and the changed one are evaluated on the same draws.

      EXAMPLES:
        breakeven whatif openai price_ad*=2
        breakeven whatif sensetime trend=20%
        breakeven whatif cloudwalk "cloudwalk.round=2bn in 2026"
        breakeven whatif perplexity "perplexity.operating_income=-250M USD FY2025"
        breakeven whatif horizon=2032
      """)

  @Argument(
    help: ArgumentHelp(
      "Companies' ids and changes; without ids the companies that are changed, or all.",
      valueName: "what"))
  var words: [String]

  @Flag(help: "Take values that can't be, such as a share above 1.")
  var force = false

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  private var changes: [String] { words.filter { $0.contains("=") } }
  private var companies: [String] { words.filter { !$0.contains("=") } }

  func validate() throws {
    if changes.isEmpty {
      throw ValidationError("whatif takes at least one change, such as price_ad*=2")
    }
  }

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let answer = try workspace.whatIf(
      WhatIfRequest(
        base: drawing.request(companies: companies, global), changes: changes,
        isForced: force))
    let titles = Dictionary(
      try workspace.paths().map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    try output.print(
      global, note: { WhatIfNote(answer, paths: titles, language: $0).page },
      csv: WhatIfData.table(answer), json: { try RunCoder.encode(answer) })
  }
}
