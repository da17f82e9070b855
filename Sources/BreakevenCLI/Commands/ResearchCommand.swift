import ArgumentParser
import Breakeven
import Diagnostics
import Findings
import Reporting
import RunRecord
import RunStore

/// `breakeven research`.
struct ResearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "research",
    abstract: "Say what to find out next, and what it would be worth.",
    usage: "breakeven research [<company> ...] [--decide <decision>] [<options>]",
    discussion: """
      Each missing, stale or assumed input with what learning it would improve: the odds (in Brier \
      points), or with --decide a choice of the best few companies. Ordered by the gain times the \
      chance of an answer over the hours it takes, with where such figures are published.

      EXAMPLES:
        breakeven research openai
        breakeven research
        breakeven research --decide "invest in 3"
        breakeven research openai xai mistral --decide 1
      """)

  @Argument(help: "The ids of companies; all of the study's if left out.")
  var company: [String] = []

  @Option(
    help: ArgumentHelp(
      "A choice to improve: how many of the companies to take, \"invest in 3\" or 3.",
      valueName: "decision"))
  var decide: String?

  @Flag(help: "List everything, not the first dozen.")
  var all = false

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if decide != nil, picks == nil {
      throw ValidationError("--decide takes how many to choose, such as \"invest in 3\" or 3")
    }
  }

  /// The number that the decision says.
  private var picks: Int? {
    guard let decide else { return nil }
    let words = decide.split(separator: " ")
    guard let number = words.last.flatMap({ Int($0) }), number > 0,
      words.count == 1 || words.dropLast() == ["invest", "in"]
    else { return nil }
    return number
  }

  mutating func run() throws {
    let decision = try picks.map { picks in
      try Surroundings.current.makeWorkspace(global).decision(
        evaluating.request(companies: company, global), picks: picks)
    }
    let run = try evaluating.evaluate(companies: company, in: output.speech, global)
    run.keep(global)
    let record = Findings(run.run).research(on: company, for: decision)
    try output.print(
      global,
      note: { language in
        ResearchNote(
          record, most: all ? .max : 12, ReportContext(record: run.run, language: language)
        ).page
      }, csv: ResearchData.table(record), json: { try RunCoder.encode(record) })
  }
}

/// What to find out, for programs: a row a thing, in the order of the note.
enum ResearchData {
  static func table(_ record: ResearchRecord) -> DataTable {
    DataTable(
      [
        "kind", "name", "title", "path", "company", "companies", "gain", "decision_gain", "flips",
        "findable", "hours", "worth", "because", "due_since", "place",
      ],
      rows: (record.items + record.missing + record.chance).map { item in
        [
          .text(item.kind.rawValue), .text(item.name), DataTable.Cell(item.title?.text(in: "en")),
          DataTable.Cell(item.path), DataTable.Cell(item.company),
          .text(item.companies.joined(separator: " ")), DataTable.Cell(item.gain),
          DataTable.Cell(item.decisionGain), DataTable.Cell(item.flips),
          .number(item.findable), .number(item.hours),
          item.kind == .missing || item.kind == .chance ? .empty : .number(item.worth),
          .text(item.because.map(\.message).joined(separator: "; ")),
          DataTable.Cell(item.due?.since), DataTable.Cell(item.place),
        ]
      })
  }
}
