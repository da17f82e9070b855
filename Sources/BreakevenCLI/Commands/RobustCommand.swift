import ArgumentParser
import Breakeven
import Findings
import Reporting
import RunRecord
import RunStore

/// `breakeven robust`.
struct RobustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robust",
    abstract: "Say which headlines survive when what nobody can be sure of is taken otherwise.",
    usage: "breakeven robust [<company> ...] [<options>]",
    discussion: """
      The study is evaluated again with two other seeds, half and double the draws, companies \
      like each one alone, the paths' models in full, nothing common to two companies, a \
      discount rate two points lower and higher, and a horizon a year nearer and farther. Of \
      each headline (a company's group and tier, who leads, how many break even) it is told in \
      how many of these it holds, and which break it.

      EXAMPLES:
        breakeven robust
        breakeven robust openai xai mistral
        breakeven robust --format json
      """)

  @Argument(help: "The ids of companies; all of the study's if left out.")
  var company: [String] = []

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let record = try workspace.robustness(drawing.request(companies: company, global))
      .withHeadlines()
    let names = Dictionary(
      try workspace.companies().map { ($0.id, $0.names) }, uniquingKeysWith: { $1 })
    try output.print(
      global, note: { RobustnessNote(record, names: names, language: $0).page },
      csv: RobustnessData.table(record), json: { try RunCoder.encode(record) })
  }
}

/// Which headlines survive, for programs: a row a headline and variant.
enum RobustnessData {
  static func table(_ record: RobustnessRecord) -> DataTable {
    DataTable(
      [
        "headline", "company", "other", "group", "value", "variant", "variant_value", "holds",
        "says",
      ],
      rows: record.headlines.flatMap { headline in
        record.variants.enumerated().map { place, variant in
          let broken = headline.breaks.first { $0.variant == place }
          return [
            .text(headline.kind.rawValue), DataTable.Cell(headline.company),
            DataTable.Cell(headline.other), DataTable.Cell(headline.group), .text(headline.value),
            .text(variant.kind.rawValue), DataTable.Cell(variant.value), .flag(broken == nil),
            .text(broken?.value ?? headline.value),
          ]
        }
      })
  }
}
