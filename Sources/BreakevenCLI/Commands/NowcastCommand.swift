import ArgumentParser
import Breakeven
import Diagnostics
import Publishing
import Reporting
import RunRecord
import RunStore

/// `breakeven nowcast`.
struct NowcastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nowcast",
    abstract: "Show where a company stands today, by what it reported.",
    usage: "breakeven nowcast <company> [<options>]",
    discussion: """
      The newest twelve months of revenue as a sum of reported periods, what each observation \
      moved, and the state: level and trend of revenue, costs over revenue, cash.

      EXAMPLES:
        breakeven nowcast sensetime
        breakeven nowcast openai --as-of 2025-05-31 --format json
        breakeven nowcast zhipu --chart zhipu.svg
      """)

  @Argument(help: "The company's id.")
  var company: String

  @Option(
    help: ArgumentHelp(
      "Also draw reported periods as yearly rates with the filtered level.",
      valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var chart: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if let chart, !chart.lowercased().hasSuffix(".svg") {
      throw ValidationError("--chart takes a file that ends in .svg, not \"\(chart.printable)\"")
    }
  }

  mutating func run() throws {
    let answer = try Surroundings.current.makeWorkspace(global)
      .nowcast(company: company, asOf: global.day)
    let note = NowcastNote(answer)
    if let chart {
      guard let svg = note.svg else {
        throw Diagnostic(
          "\(company) has a single observation of revenue, so there is no chart to draw",
          help: "leave --chart out")
      }
      var file = DestinationOptions()
      file.output = chart
      try file.print(svg)
      Messages(global).say("Drew \(company) in \(chart).")
    }
    switch output.format {
    case .json: try output.print(try RunCoder.encode(answer))
    case .csv: try output.print(try NowcastTable.observations(answer).text(as: .csv))
    case .markdown, .table: try output.print(note.page, global)
    }
  }
}

/// The observations behind a state, a row each.
enum NowcastTable {
  static func observations(_ answer: CompanyNowcast) -> TextTable {
    TextTable(
      ["company", "as_of", "unit", "kind", "at", "value", "sd", "moved", "periods", "sources"]
        .map { .data($0) },
      rows: answer.nowcast.observations.map { one in
        [
          .text(answer.company), .text(answer.asOf), .text(answer.nowcast.unit.rawValue),
          .text(one.kind.rawValue), TextTable.Cell(raw: one.at), TextTable.Cell(raw: one.value),
          TextTable.Cell(raw: one.sd), TextTable.Cell(raw: one.moved),
          .text(one.terms.map { ($0.sign < 0 ? "-" : "+") + $0.period }.joined(separator: " ")),
          .text(one.terms.map(\.source).joined(separator: " ")),
        ]
      })
  }
}
