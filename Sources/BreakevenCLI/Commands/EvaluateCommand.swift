import ArgumentParser
import Publishing
import Reporting
import RunRecord
import RunStore

/// What the rows of a run's table are.
enum LeagueRows: String, ExpressibleByArgument, CaseIterable, Sendable {
  case companies
  case paths
}

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
        breakeven evaluate cloudwalk --set retained='0.6 to 0.9'
        breakeven evaluate --format csv --rows paths --output paths.csv
        breakeven evaluate --format json --output run.json
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the rows of csv are: companies or paths, those of each company.", valueName: "what"))
  var rows = LeagueRows.companies

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if rows != .companies, output.format != .csv {
      throw ValidationError("--rows \(rows.rawValue) goes with --format csv")
    }
  }

  mutating func run() throws {
    let run = try evaluating.evaluate(companies: company, in: output.speech, global)
    // An answer that can't be stored is an answer all the same.
    let stored = Result { try run.save(global) }
    try Self.print(run.run, output, global, rows: rows) { LeagueNote.page($0) }
    try stored.get()
    try AnswerIsPartial.check(run.run.leftOut, global)
  }

  /// Prints a run as a note, or in one of the forms for programs.
  static func print(
    _ run: RunRecord, _ output: OutputOptions, _ global: GlobalOptions,
    rows: LeagueRows = .companies, note: (ReportContext) -> Page
  ) throws {
    try output.print(
      global, note: { note(ReportContext(record: run, language: $0)) },
      csv: rows == .paths ? PathScoreData(run: run).table : LeagueData(run: run).table,
      json: { try RunCoder.encode(run) })
  }
}
