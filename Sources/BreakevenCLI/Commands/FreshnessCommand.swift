import ArgumentParser
import Breakeven
import Publishing
import Reporting
import RunRecord
import RunStore

/// `breakeven facts freshness`.
struct FactsFreshness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freshness",
    abstract: "Show what each company's state rests on, how old it is, and what has been due.",
    usage: "breakeven facts freshness [<company>] [<options>]",
    discussion: """
      Leaves with 1 if the accounts of a company are too old to say anything of it.

      EXAMPLES:
        breakeven facts freshness
        breakeven facts freshness sensetime --as-of 2026-09-30
      """)

  @Argument(help: "A company's id; all of the study's if left out.")
  var company: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let all = try Surroundings.current.makeWorkspace(global)
      .freshness(company: company, asOf: global.day)
    try output.print(
      global, note: { FreshnessNote.page(all, $0) }, csv: NowcastData.table(all),
      json: { try RunCoder.encode(all) })
    if all.contains(where: { $0.freshness?.age == .tooOld }) { throw AnswerIsNo() }
  }
}
