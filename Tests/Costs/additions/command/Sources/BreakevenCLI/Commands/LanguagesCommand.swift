import ArgumentParser
import Breakeven
import Publishing
import Reporting

/// `breakeven languages`.
struct LanguagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages", abstract: "List the languages that results can be said in.",
    usage: "breakeven languages [<options>]",
    discussion: """
      EXAMPLES:
        breakeven languages
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let languages = try Surroundings.current.makeWorkspace(global).languages()
    let items = languages.map { ListItem([.code($0.tag), .text(" \($0.name)")]) }
    try output.print(
      global, note: { _ in .note([.list(items, ordered: false)]) },
      data: DataTable(["id", "name"], rows: languages.map { [.text($0.tag), .text($0.name)] }))
  }
}
