import ArgumentParser
import Breakeven
import Diagnostics
import Reporting
import RunRecord

/// `breakeven scenarios`.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the scenarios, what each changes and why.",
    usage: "breakeven scenarios [<id> ...] [<options>]",
    discussion: """
      Scenarios are files in Models/scenarios. Their numbers are assumptions, not forecasts.

      EXAMPLES:
        breakeven scenarios
        breakeven scenarios price-war
        breakeven whatif --scenario price-war --scenario funding-drought
      """)

  @Argument(help: "The scenarios' ids; all if none is named.")
  var id: [String] = []

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let all = try Surroundings.current.makeWorkspace(global).scenarios()
    for id in id where !all.contains(where: { $0.id == id }) {
      throw Diagnostic(
        "there is no scenario \"\(id.printable)\"",
        help: Suggestion.help(for: id, among: all.map(\.id))
          ?? "the scenarios are \(all.map(\.id).joined(separator: ", "))", category: .missing)
    }
    let chosen = all.filter { id.isEmpty || id.contains($0.id) }
    try output.print(
      quoting: global, note: { ScenariosNote.page(chosen, $0) }, data: ScenarioData.list(chosen))
  }
}
