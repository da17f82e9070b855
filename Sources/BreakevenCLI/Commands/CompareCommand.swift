import ArgumentParser
import Diagnostics
import Reporting
import RunRecord

/// `breakeven compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put companies side by side.",
    usage: "breakeven compare <company> <company> ... [<options>]",
    discussion: """
      Outcomes, runway, path scores with their intervals, and the chance that one \
      beats the other: >> clear, > likely, ~ can't tell.

      EXAMPLES:
        breakeven compare cloudwalk yitu sensetime
        breakeven compare cloudwalk yitu --path medical-ai --format markdown
      """)

  @Argument(help: "The ids of two or more companies.")
  var company: [String]

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Read a stored run instead of evaluating anew.", valueName: "id"))
  var stored: String?

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if Set(company).count < 2 {
      throw ValidationError("compare takes two companies or more")
    }
  }

  mutating func run() throws {
    let record = try record()
    var seen: Set<String> = []
    let chosen = try company.filter { seen.insert($0).inserted }.map { try record.company($0) }
    let data = ComparisonData(run: record, companies: chosen).table
    try output.print(
      global,
      note: { language in
        let columns = ComparisonNote.columns(width: Surroundings.current.width())
        return ComparisonNote(
          chosen, columns: output.format == .markdown ? .max : columns,
          ReportContext(record: record, language: language)
        ).page
      }, data: data)
    try AnswerIsPartial.check(chosen.flatMap(\.leftOut), global)
  }

  private func record() throws -> RunRecord {
    if let stored { return try global.storedRun(stored) }
    let run = try evaluating.evaluate(companies: company, global)
    run.keep(global)
    return run.run
  }
}

extension RunRecord {
  /// A company of the run.
  ///
  /// - Throws: `Diagnostic` if there is none of this id.
  func company(_ id: String) throws -> CompanyRecord {
    if let company = companies.first(where: { $0.id == id }) { return company }
    throw Diagnostic(
      "no company has the id \"\(id)\"",
      help: Suggestion.help(for: id, among: companies.map(\.id))
        ?? "`breakeven companies` lists them", category: .missing)
  }
}
