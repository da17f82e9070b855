import ArgumentParser
import Breakeven
import Diagnostics
import Reporting
import RunRecord
import RunStore

/// `breakeven settle`.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Hold what came against what was foretold.",
    usage: """
      breakeven settle [<file.yaml>] [<options>]
      breakeven settle <company> <metric=value> ... [<period>] [<options>]
      """,
    discussion: """
      With a file that `breakeven ahead --write` wrote, tripwires.yaml if none is named: into which \
      branch the facts that came since fell, what the draws that agree with them say of the company, \
      and how the forecasts held. With a company and figures: the same of what its next report is \
      said to show.

      EXAMPLES:
        breakeven settle
        breakeven settle tripwires.yaml --as-of 2026-09-30
        breakeven settle zhipu revenue=2.1bn cash=30bn FY2026
        breakeven settle cloudwalk revenue_growth=22% 2026-9M
      """)

  @Argument(
    help: ArgumentHelp(
      "A file of forecasts; or a company's id, its figures and their period.", valueName: "what"))
  var words: [String] = []

  @Option(
    name: .customLong("company"),
    help: ArgumentHelp("Of a file only this company; may repeat.", valueName: "company"))
  var companies: [String] = []

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  private var figures: [String] { words.filter { $0.contains("=") } }
  private var names: [String] { words.filter { !$0.contains("=") } }

  func validate() throws {
    if figures.isEmpty, names.count > 1 {
      throw ValidationError(
        "settle takes a file, or a company with METRIC=VALUE, such as "
          + "`breakeven settle cloudwalk revenue=350M 2026-9M`")
    }
    if !figures.isEmpty, !(1...2).contains(names.count) {
      throw ValidationError(
        names.isEmpty
          ? "whose figures are these? Say the company first: breakeven settle COMPANY "
            + figures[0].printable
          : "settle takes one company, its figures and one period; found "
            + names.map { "\"\($0.printable)\"" }.joined(separator: ", "))
    }
  }

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let subject: SettleRequest.Subject =
      if figures.isEmpty {
        .tripwires(try workspace.tripwires(inFile: names.first ?? "tripwires.yaml"))
      } else {
        .typed(company: names[0], figures: figures, period: names.dropFirst().first)
      }
    let answer = try workspace.settle(
      SettleRequest(base: drawing.request(companies: companies, global), subject: subject))
    try output.print(
      global, note: { SettleNote(answer, language: $0).page }, csv: AheadData.table(answer),
      json: { try RunCoder.encode(answer) })
  }
}
