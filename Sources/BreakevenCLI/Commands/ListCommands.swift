import Publishing
import ArgumentParser
import Breakeven
import RunRecord

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
    let table = TextTable(
      [
        TextTable.Column("id", "id"), TextTable.Column("name", "name", for: .programs),
        TextTable.Column("name_zh", "name"), .data("kind"), .data("region"), .data("listing"),
        TextTable.Column("facts", "facts", alignsRight: true),
        TextTable.Column("estimates", "estimates", alignsRight: true),
        TextTable.Column("assessed", "assessed on"), .data("not_pursued"),
        TextTable.Column("lacks", "lacks", .below, for: .people), .data("missing"),
      ],
      rows: companies.map { company in
        let names = company.names.byLanguage
        let missing = company.missing.sorted { $0.key < $1.key }
        return [
          .text(company.id), .text(company.name),
          .text(names["zh-Hans"] ?? names["zh-Hant"] ?? company.name), .text(company.kind),
          .text(company.region), TextTable.Cell(company.listing),
          TextTable.Cell(company.facts), TextTable.Cell(company.estimates),
          .text(company.assessed.joined(separator: ", ")),
          .text(company.notPursued.joined(separator: ", ")),
          .text(
            missing.map { "for \($0.key) \($0.value.map(\.description).joined(separator: ", "))" }
              .joined(separator: "; ")),
          .text(
            missing.map { "\($0.key) (\($0.value.map(\.description).joined(separator: ", ")))" }
              .joined(separator: "; ")),
        ]
      })
    try output.print(table, global)
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
    let table = TextTable(
      [
        TextTable.Column("id", "id"), TextTable.Column("title", "path"),
        TextTable.Column("version", "version", alignsRight: true),
        TextTable.Column("summary", "summary"),
      ],
      rows: paths.map {
        [
          .text($0.id), .text($0.title.text(in: "en")), TextTable.Cell($0.version),
          .text($0.summary.text(in: "en")),
        ]
      })
    try output.print(table, global)
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
    let table = TextTable(
      [
        TextTable.Column("id", "id"), .data("title"), .data("publisher"),
        TextTable.Column("shown", "", .below, for: .people),
        TextTable.Column("date", "date"),
        TextTable.Column("kind", "kind"), TextTable.Column("facts", "facts", alignsRight: true),
        .data("reference"), .data("known_since"),
      ],
      rows: sources.map { summary in
        let source = summary.source
        return [
          .text(source.id), .text(source.title), .text(source.publisher),
          .text("\(source.title). \(source.publisher)"),
          TextTable.Cell(source.date), .text(source.kind.rawValue), TextTable.Cell(summary.facts),
          .text(source.reference), TextTable.Cell(source.knownSince),
        ]
      })
    try output.print(table, global)
  }
}

extension OutputOptions {
  /// Prints a table in the form asked for.
  func print(_ table: TextTable, _ global: GlobalOptions) throws {
    if table.rows.isEmpty, format == .table {
      return Messages(global).say("There is nothing to list.")
    }
    try print(try table.text(as: format, usesColor: usesColor(global)))
  }
}
