import ArgumentParser
import Publishing
import Reporting
import RunRecord
import RunStore

/// `breakeven evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluate companies, store the run, and print the league table.",
    usage: "breakeven evaluate [<company> ...] [<options>]",
    discussion: """
      --format json prints everything that is known about the run.

      EXAMPLES:
        breakeven evaluate
        breakeven evaluate cloudwalk --set price_per_hospital='0.1M to 0.3M'
        breakeven evaluate --format json --output run.json
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let run = try evaluating.evaluate(companies: company, global)
    // An answer that can't be stored is an answer all the same.
    let stored = Result { try run.save(global) }
    try Self.print(run.run, output, global) { LeagueNote.page($0) }
    try stored.get()
    try AnswerIsPartial.check(run.run.leftOut, global)
  }

  /// Prints a run as a note, or in one of the forms for programs.
  static func print(
    _ run: RunRecord, _ output: OutputOptions, _ global: GlobalOptions,
    note: (ReportContext) -> Page
  ) throws {
    try output.print(
      global, note: { note(ReportContext(record: run, language: $0)) },
      csv: LeagueData(run: run).table, json: { try RunCoder.encode(run) })
  }
}
