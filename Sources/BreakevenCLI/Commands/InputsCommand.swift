import ArgumentParser
import Breakeven
import Reporting
import RunRecord

/// `breakeven inputs`.
struct InputsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inputs",
    abstract: "List what can be set or changed, and what it is today.",
    usage: "breakeven inputs [<company>] [<path>] [<options>]",
    discussion: """
      For a company: every input that its numbers rest on and what its accounts give, with what \
      each is today, what it rests on, and the share of the spread of its odds that it \
      explains, largest first. Every number can be typed as it is printed.

      EXAMPLES:
        breakeven inputs
        breakeven inputs openai
        breakeven inputs openai chat-advertising
      """)

  @Argument(help: "A company's id; all models' inputs if left out.")
  var company: String?

  @Argument(help: "Only this path, or `company` for the company's course.")
  var path: String?

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let listed = try Surroundings.current.makeWorkspace(global).inputs(
      drawing.request(companies: company.map { [$0] } ?? [], global), model: path)
    try output.print(
      global, note: { InputsNote.page(listed, $0) }, data: InputsData.table(listed))
  }
}

/// What can be set, for programs.
enum InputsData {
  static func table(_ all: [InputListing]) -> DataTable {
    DataTable(
      [
        "name", "model", "title", "unit", "kind", "distribution", "p5", "p50", "p95", "year",
        "accounts", "sources", "share",
      ],
      rows: all.map { input in
        [
          .text(input.name), .text(input.model), DataTable.Cell(input.title?.text(in: "en")),
          .text(input.unit.rawValue), DataTable.Cell(input.kind?.rawValue),
          DataTable.Cell(input.distribution), DataTable.Cell(input.quantiles?.p5),
          DataTable.Cell(input.quantiles?.p50), DataTable.Cell(input.quantiles?.p95),
          DataTable.Cell(input.quantiles?.year.map(Double.init)),
          DataTable.Cell(input.accounts.map { $0.window ?? "reported" }),
          .text(input.sources.joined(separator: " ")),
          DataTable.Cell(input.share),
        ]
      })
  }
}
