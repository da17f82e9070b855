import ArgumentParser
import Breakeven
import Publishing
import Reporting
import RunRecord
import Threads

/// The forms of reports.
enum ReportForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  case markdown
  case html

  /// The same for who writes them.
  var format: ReportFormat { self == .html ? .html : .markdown }
}

/// `breakeven report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Evaluate, store the run, and write a report.",
    usage: "breakeven report [<company> ...] [<options>]",
    discussion: """
      A report is a folder, Report unless --output names another: an index, a page for \
      each company, path and thesis, and charts. It takes the place of an earlier report as a \
      whole; files that are of no report stay as they are. What is printed is the path of the \
      index and the answer in a sentence.

      EXAMPLES:
        breakeven report
        breakeven report cloudwalk yitu --output Reports --language zh-Hans --format html
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"),
    completion: .directory)
  var output = "Report"

  @Flag(help: "Also write over files that are of no report.")
  var overwrite = false

  @Option(help: ArgumentHelp("markdown or html.", valueName: "form"))
  var format = ReportForm.markdown

  @Flag(
    help: """
      Add a page of how past forecasts held, replayed twice a year from 2019-06-30 by the usual \
      delays of publication.
      """)
  var backtest = false

  @Option(
    help: ArgumentHelp(
      "Say on the first page what the odds were on an earlier day, and add a page of what moved.",
      valueName: "date"))
  var since: String?

  @Flag(
    help: """
      Say with --since why the odds moved of companies of which they moved by 5 points or more; takes \
      about ten seconds a company.
      """)
  var why = false

  @OptionGroup var speech: LanguageOptions
  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    try evaluating.validate(since: since)
    if why, since == nil {
      throw ValidationError("--why says why something moved since a day: name it by --since")
    }
  }

  mutating func run() throws {
    let language = try speech.chosen(global)
    // Theses are of the whole study.
    let isWhole = company.isEmpty && evaluating.path.isEmpty
    let run = try evaluating.evaluate(
      companies: company, testsTheses: isWhole, daysAhead: AheadCommand.usualDays, global)
    let pages = try savedAndWritten(run, language)
    let written = try ReportFolder(output, overwrites: overwrite).write(
      pages, run: run.run.run.id)
    let (files, messages) = (written.files, Messages(global))
    for file in written.kept {
      messages.say("Left \(file.printable), a page of the earlier report that was changed since.")
    }
    for file in files { messages.say(verbose: "Wrote \(file).") }
    messages.say("Wrote \(Messages.plural(files.count, "file")) to \(output).")
    guard let index = files.first else { return }
    let answer = LeagueNote.answer(ReportContext(record: run.run, language: language))
    let surroundings = Surroundings.current
    try surroundings.writeOutput(
      index.printable + "\n" + TerminalRenderer(width: surroundings.width()).render(answer))
    try AnswerIsPartial.check(run.run.leftOut, global)
  }

  /// The pages of a run that is stored meanwhile; if it can't be stored, there are none.
  private func savedAndWritten(
    _ run: RunOnDemand, _ language: Language
  ) throws -> [ReportPage] {
    let (surroundings, global) = (Surroundings.current, global)
    var request = ReportRequest(language: language, format: format.format)
    if backtest {
      request.backtest = try surroundings.makeWorkspace(global).backtest(
        BacktestRequest(
          companies: company, usesDelays: true, seed: evaluating.drawing.sampling.seed,
          threads: evaluating.drawing.sampling.threads))
    }
    request.earlier = try since.flatMap { CalendarDay($0) }.map {
      try evaluating.earlier(on: $0, companies: company, global)
    }
    if why, let earlier = request.earlier {
      request.changes = try evaluating.changes(from: earlier, to: run.run, global)
    }
    let asked = request
    let parts = try Crew(threads: 2).map(2) { part -> [ReportPage] in
      // Other threads don't inherit whose surroundings these are.
      try Surroundings.$current.withValue(surroundings) {
        if part == 1 { return try surroundings.makeReport(run.run, asked) }
        try run.save(global)
        return []
      }
    }
    return parts[1]
  }
}
