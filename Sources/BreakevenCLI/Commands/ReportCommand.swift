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

  /// The same for who writes them: one file, or a folder.
  func format(isSplit: Bool) -> ReportFormat {
    self == .markdown ? .markdown : isSplit ? .htmlFolder : .html
  }
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

      With --format html it is one file, Report.html unless --output names another, to open in a \
      browser, print or send: contents, search, tables that sort and filter. It fetches nothing. \
      Lists of evidence are shorter than in a folder; --split writes a folder of pages.

      EXAMPLES:
        breakeven report
        breakeven report --format html --output report.html
        breakeven report cloudwalk yitu --output Reports --language zh-Hans --format html --split
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to, or the file for one file of HTML; - is standard output.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Also write over files that are of no report.")
  var overwrite = false

  @Option(help: ArgumentHelp("markdown or html.", valueName: "form"))
  var format = ReportForm.markdown

  @Flag(help: "HTML as a folder of pages instead of one file.")
  var split = false

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

  @OptionGroup var arrangement: LayoutOptions

  @Flag(help: "Print a layout that changes nothing, to start from, and evaluate nothing.")
  var layoutExample = false

  @OptionGroup var speech: LanguageOptions
  @OptionGroup var money: CurrencyOptions
  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    try DestinationOptions.validate(output)
    try evaluating.validate(since: since)
    if why, since == nil {
      throw ValidationError("--why says why something moved since a day: name it by --since")
    }
    if split && format != .html {
      throw ValidationError("--split goes with --format html; Markdown is always a folder.")
    }
  }

  mutating func run() throws {
    if layoutExample { return try Surroundings.current.writeOutput(Layout.example) }
    let language = try speech.chosen(global)
    let layout = try arrangement.chosen(global)
    let place = try ReportPlace(output, format: format, isSplit: split)
    try place.check(global, overwrites: overwrite)
    // Theses are of the whole study.
    let isWhole = company.isEmpty && evaluating.path.isEmpty
    let run = try evaluating.evaluate(
      companies: company, testsTheses: isWhole, daysAhead: AheadCommand.usualDays, in: speech,
      global)
    var request = ReportRequest(language: language, format: format.format(isSplit: split))
    request.layout = layout
    request.currency = try money.chosen(for: run.run)
    let (pages, stored) = try savedAndWritten(run, request)
    let written = try place.write(
      pages, run: run.run.run.id, overwrites: overwrite, global)
    let (files, messages) = (written.files, Messages(global))
    for file in written.kept {
      messages.say("Left \(file.printable), a page of the earlier report that was changed since.")
    }
    for file in files { messages.say(verbose: "Wrote \(file).") }
    if let index = files.first {
      messages.say(place.told(files))
      let answer = LeagueNote.answer(
        ReportContext(record: run.run, language: language, layout: layout))
      let surroundings = Surroundings.current
      try surroundings.writeOutput(
        index.printable + "\n" + TerminalRenderer(width: surroundings.width()).render(answer))
    }
    // A report whose run can't be stored is a report all the same.
    try stored.get()
    try AnswerIsPartial.check(run.run.leftOut, global)
  }

  /// The pages of a run, and whether it could be stored meanwhile.
  private func savedAndWritten(
    _ run: RunOnDemand, _ asked: ReportRequest
  ) throws -> (pages: [ReportPage], stored: Result<Void, any Error>) {
    let (surroundings, global) = (Surroundings.current, global)
    var request = asked
    if backtest {
      request.backtest = try surroundings.makeWorkspace(global).backtest(
        BacktestRequest(
          companies: company, usesDelays: true, seed: evaluating.drawing.sampling.seed,
          threads: evaluating.drawing.sampling.threads))
    }
    request.earlier = try since.flatMap { CalendarDay($0) }.map {
      try evaluating.earlier(than: run.run, on: $0, companies: company, in: speech, global)
    }
    if why, let earlier = request.earlier {
      request.changes = try evaluating.changes(from: earlier, to: run.run, global)
    }
    let whole = request
    let parts = Crew(threads: 2).map(2) { part -> Result<[ReportPage], any Error> in
      // Other threads don't inherit whose surroundings these are.
      Surroundings.$current.withValue(surroundings) {
        Result {
          if part == 1 { return try surroundings.makeReport(run.run, whole) }
          try run.save(global)
          return []
        }
      }
    }
    return (try parts[1].get(), parts[0].map { _ in })
  }
}
