import ArgumentParser
import Breakeven
import Diagnostics
import Findings
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
      beats the other: >> clear, > likely, ~ can't tell. Of two companies also why one does \
      better: the difference of their odds, split among the parts in which they differ. Of more \
      with --why: each against the next by odds.

      EXAMPLES:
        breakeven compare cloudwalk yitu sensetime
        breakeven compare openai anthropic
        breakeven compare cloudwalk xai mistral --why
        breakeven compare cloudwalk yitu --path medical-ai --format markdown
      """)

  @Argument(help: "The ids of two or more companies.")
  var company: [String]

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Read a stored run instead of evaluating anew.", valueName: "id"))
  var stored: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Say why they differ, or leave it out; by default of two companies.")
  var why: Bool?

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if Set(company).count < 2 {
      throw ValidationError("compare takes two companies or more")
    }
    if stored != nil, why == true {
      throw ValidationError(
        "a stored run keeps no draws, which --why needs: leave --run out")
    }
  }

  mutating func run() throws {
    let record = try record()
    var seen: Set<String> = []
    let chosen = try company.filter { seen.insert($0).inserted }.map { try record.company($0) }
    let differences = try differences(chosen, record)
    let data = ComparisonData(run: record, companies: chosen, differences: differences).table
    try output.print(
      global,
      note: { language in
        let columns = ComparisonNote.columns(width: Surroundings.current.width())
        return ComparisonNote(
          chosen, columns: output.format == .markdown ? .max : columns,
          differences: differences, ReportContext(record: record, language: language)
        ).page
      }, data: data)
    try AnswerIsPartial.check(chosen.flatMap(\.leftOut), global)
  }

  /// What sets the companies apart: two, or neighbours by their odds.
  private func differences(
    _ companies: [CompanyRecord], _ record: RunRecord
  ) throws -> [CompanyDifference] {
    guard stored == nil, why ?? (companies.count == 2) else { return [] }
    let findings = Findings(record)
    let ordered =
      companies.count == 2
      ? companies
      : companies.filter { findings.odds($0) != nil }.sorted {
        (findings.odds($1) ?? 0, $0.id) < (findings.odds($0) ?? 0, $1.id)
      }
    if ordered.count < 2 {
      Messages(global).say("There is nothing to split: fewer than two of these have odds.")
      return []
    }
    return try Surroundings.current.makeWorkspace(global).differences(
      evaluating.request(companies: [], global),
      of: zip(ordered, ordered.dropFirst()).map { ($0.id, $1.id) })
  }

  private func record() throws -> RunRecord {
    if let stored { return try global.storedRun(stored) }
    let run = try evaluating.evaluate(companies: company, in: output.speech, global)
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
