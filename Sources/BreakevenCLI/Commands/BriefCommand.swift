import ArgumentParser
import Breakeven
import Publishing
import Reporting
import RunRecord

/// `breakeven brief`.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "The answer on one page.",
    usage: "breakeven brief [<company> ...] [<options>]",
    discussion: """
      What `report` begins with: the answer in five sentences, and the companies at risk with their \
      odds, what most likely becomes of them, how long their money lasts and what decides it. \
      Companies may be named; without names it is about all of the study's. --since says what the \
      odds were on an earlier day.

      EXAMPLES:
        breakeven brief --language zh-Hans
        breakeven brief --since 2025-05-31 --format markdown
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @Option(
    help: ArgumentHelp("Say what the odds were on an earlier day.", valueName: "date"))
  var since: String?

  @OptionGroup var arrangement: LayoutOptions
  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Output") var money: CurrencyOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws { try evaluating.validate(since: since) }

  mutating func run() throws {
    let layout = try arrangement.chosen(global)
    let run = try evaluating.evaluate(companies: company, in: output.speech, global)
    let earlier = try since.flatMap { CalendarDay($0) }.map {
      try evaluating.earlier(than: run.run, on: $0, companies: company, in: output.speech, global)
    }
    run.keep(global)
    let currency = try money.chosen(for: run.run)
    if output.format == .json || output.format == .csv {
      money.sayThatDataStay(in: run.run, global)
    }
    try output.print(
      global,
      note: { language in
        BriefNote.page(
          ReportContext(
            record: run.run, language: language, earlier: earlier, layout: layout,
            currency: currency))
      }, data: BriefData(run: run.run, earlier: earlier).table)
    try AnswerIsPartial.check(run.run.leftOut, global)
  }
}
