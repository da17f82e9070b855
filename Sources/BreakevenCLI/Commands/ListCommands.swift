import ArgumentParser
import Breakeven
import Reporting

/// `breakeven companies`.
struct CompaniesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "companies", abstract: "List the companies and how much is known about them.",
    usage: "breakeven companies [<options>]",
    discussion: """
      EXAMPLES:
        breakeven companies
        breakeven companies --format csv --output companies.csv
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let companies = try Surroundings.current.makeWorkspace(global).companies()
    try output.print(
      global, note: { ListNotes.page(companies, $0) }, data: ListData.table(companies))
  }
}

/// `breakeven paths`.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "List the revenue paths.",
    usage: "breakeven paths [<options>]",
    discussion: """
      EXAMPLES:
        breakeven paths
        breakeven paths --format markdown
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let paths = try Surroundings.current.makeWorkspace(global).paths()
    try output.print(
      global, note: { ListNotes.page(paths, $0) }, data: ListData.table(paths))
  }
}

/// `breakeven sources`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the sources and how many facts cite each.",
    usage: "breakeven sources [<options>]",
    discussion: """
      EXAMPLES:
        breakeven sources
        breakeven sources --format csv --output sources.csv
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let sources = try Surroundings.current.makeWorkspace(global).sources()
    try output.print(
      global, note: { ListNotes.page(sources, $0) }, data: ListData.table(sources))
  }
}
