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
    if let chart {
      try OutputPath.checkApart(chart, from: output.destination.output, option: "--chart")
    }
    let answer = try Surroundings.current.makeWorkspace(global)
      .nowcast(company: company, asOf: global.day)
    if let chart {
      let language = try output.speech.chosen(global)
      guard let svg = NowcastNote(answer, language: language).svg else {
        throw Diagnostic(
          "\(company) has a single observation of revenue, so there is no chart to draw",
          help: "leave --chart out")
      }
      try DestinationOptions.write(svg, to: chart, global, option: "--chart")
      Messages(global).say("Drew \(company) in \(chart).")
    }
    try output.print(
      global, note: { NowcastNote(answer, language: $0).page }, csv: NowcastData.table(answer),
      json: { try RunCoder.encode(answer) })
  }
}
