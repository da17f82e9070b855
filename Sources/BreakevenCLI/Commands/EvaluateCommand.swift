import ArgumentParser
import RunRecord
import RunStore

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
        breakeven evaluate cloudwalk --set price_per_hospital='0.1M to 0.3M'
        breakeven evaluate --format json --output run.json
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let run = try evaluating.evaluate(companies: company, global)
    try run.save(global)
    try output.print(try Self.text(of: run.run, output, global))
  }

  /// A run in one of the forms of `evaluate`.
  static func text(
    of run: RunRecord, _ output: OutputOptions, _ global: GlobalOptions
  ) throws -> String {
    let league = LeagueTable(run: run)
    switch output.format {
    case .json: return try RunCoder.encode(run)
    case .table: return league.text(usesColor: output.usesColor(global))
    case .markdown: return league.markdown
    case .csv: return try league.table.text(as: .csv)
    }
  }
}

extension OutputOptions {
  /// Whether to use colour on what is printed.
  func usesColor(_ global: GlobalOptions) -> Bool {
    destination.output == "-"
      && global.color.isUsed(onTerminal: Surroundings.current.outputIsTerminal)
  }
}
