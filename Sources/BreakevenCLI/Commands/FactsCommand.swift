import Publishing
import ArgumentParser
import Breakeven
import RunRecord

/// `breakeven facts`.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Show what is known, what is missing, and what disagrees.",
    discussion: """
      EXAMPLES:
        breakeven facts cloudwalk revenue       which fact answers, and why
        breakeven facts cloudwalk --ratings     what its readiness rests on
        breakeven facts list cloudwalk
        breakeven facts todo
        breakeven facts freshness
      """,
    subcommands: [
      FactsAnswer.self, FactsList.self, FactsConflicts.self, FactsTodo.self, FactsExport.self,
      FactsFreshness.self,
    ],
    defaultSubcommand: FactsAnswer.self)
}

/// `breakeven facts COMPANY METRIC`.
struct FactsAnswer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Show which fact answers for a metric, and why.",
    usage: """
      breakeven facts <company> <metric> [<options>]
      breakeven facts <company> --ratings [<options>]
      """,
    discussion: """
      The word "answer" may be left out.

      EXAMPLES:
        breakeven facts cloudwalk revenue
        breakeven facts cloudwalk revenue --as-of 2025-05-31
        breakeven facts cloudwalk --ratings
      """)

  @Argument(help: "The company's id.")
  var company: String

  @Argument(help: "The metric.")
  var metric: String?

  @Flag(help: "Show the ratings behind readiness: level, grade, age, weight after decay.")
  var ratings = false

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if (metric == nil) != ratings {
      throw ValidationError(
        "name a metric or --ratings; `breakeven facts list` lists what there is")
    }
  }

  mutating func run() throws {
    guard let metric else { return try printRatings() }
    let listing = try Surroundings.current.makeWorkspace(global)
      .factAnswer(company: company, metric: metric, asOf: global.day)
    let table = TextTable(
      [
        TextTable.Column("verdict", "verdict"), TextTable.Column("period", "period"),
        TextTable.Column("shown", "value", alignsRight: true, for: .people),
        .data("value"), .data("low"), .data("high"), .data("unit"),
        TextTable.Column("source", "source"), TextTable.Column("confidence", "confidence"),
        TextTable.Column("known_since", "known since"),
        TextTable.Column("because", "", .below, for: .people), .data("because"),
        .data("note"),
      ],
      rows: listing.candidates.map { fact in
        [
          .text(Words.verdict(fact)), .text(fact.period), .text(FactTable.value(fact)),
          TextTable.Cell(raw: fact.value), TextTable.Cell(raw: fact.low),
          TextTable.Cell(raw: fact.high), .text(fact.unit.rawValue), .text(fact.source),
          .text(fact.confidence.rawValue), .text(fact.knownSince),
          TextTable.Cell(fact.because?.message),
          TextTable.Cell(fact.because?.message), TextTable.Cell(fact.note),
        ]
      })
    guard output.format == .table else { return try output.print(table, global) }
    var text = TextWrap.paragraph(FactTable.headline(listing)) + "\n"
    if !table.rows.isEmpty {
      text += "\n" + table.rendered(usesColor: output.usesColor(global))
    }
    try output.print(text)
  }
}

extension FactsAnswer {
  private func printRatings() throws {
    let ratings = try Surroundings.current.makeWorkspace(global)
      .ratings(company: company, asOf: global.day)
    guard output.format == .table, !ratings.isEmpty else {
      return try output.print(RatingTable.table(ratings), global)
    }
    try output.print(RatingTable.text(ratings, usesColor: output.usesColor(global)))
  }
}

/// `breakeven facts list`.
struct FactsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List facts.",
    usage: "breakeven facts list [<company>] [<options>]",
    discussion: """
      EXAMPLES:
        breakeven facts list cloudwalk
        breakeven facts list --metric revenue
      """)

  @Argument(help: "A company's id, or a region's for market facts; everybody's if left out.")
  var company: String?

  @Option(help: "Only this metric.")
  var metric: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let facts = try Surroundings.current.makeWorkspace(global)
      .facts(FactQuery(company: company, metric: metric, asOf: global.day))
    try output.print(FactTable.table(facts, of: company), global)
  }
}

/// `breakeven facts conflicts`.
struct FactsConflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "List the facts that disagree.",
    usage: "breakeven facts conflicts [<options>]",
    discussion: """
      EXAMPLES:
        breakeven facts conflicts
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let conflicts = try Surroundings.current.makeWorkspace(global).factConflicts()
    let table = TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("metric", "metric"),
        TextTable.Column("period", "period"), TextTable.Column("because", "what is wrong"),
        TextTable.Column("values", "", .below, for: .people), .data("values"),
      ],
      rows: conflicts.map { conflict in
        let values = conflict.facts.map { "\(FactTable.value($0)) (\($0.source))" }
          .joined(separator: "; ")
        return [
          .text(conflict.company), .text(conflict.metric), .text(conflict.period),
          .text(FactTable.disagreement(conflict)), .text(values), .text(values),
        ]
      })
    try output.print(table, global)
  }
}

/// `breakeven facts todo`.
struct FactsTodo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "todo", abstract: "List the facts to look for, most useful first.",
    usage: "breakeven facts todo [<options>]",
    discussion: """
      EXAMPLES:
        breakeven facts todo
        breakeven facts todo --format csv --output todo.csv
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let todo = try Surroundings.current.makeWorkspace(global).factTodo()
    let table = output.format == .table ? Self.grouped(todo) : Self.table(todo)
    try output.print(table, global)
  }

  /// A row a fact.
  private static func table(_ todo: [FactTodo]) -> TextTable {
    TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("path", "path"),
        TextTable.Column("metric", "metric"), TextTable.Column("kind", "what"),
        TextTable.Column("current", "estimate"), TextTable.Column("because", "why it matters"),
      ],
      rows: todo.map { item in
        [
          .text(item.company), TextTable.Cell(item.path), .text(item.metric), .text(what(item)),
          TextTable.Cell(item.current.map(FactTable.value)), .text(item.because.message),
        ]
      })
  }

  /// For people: facts that matter for the same reason share a row.
  private static func grouped(_ todo: [FactTodo]) -> TextTable {
    var groups: [[FactTodo]] = []
    for item in todo {
      if let last = groups.last?.first, last.company == item.company, last.path == item.path,
        last.kind == item.kind, last.because == item.because
      {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    return TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("path", "path"),
        TextTable.Column("kind", "what"), TextTable.Column("metrics", "", .below),
        TextTable.Column("because", "", .below),
      ],
      rows: groups.map { group in
        let metrics = group.map { item in
          item.metric + (item.current.map { ": now \(FactTable.value($0))" } ?? "")
        }
        return [
          .text(group[0].company), TextTable.Cell(group[0].path), .text(what(group[0])),
          .text(metrics.joined(separator: ", ")), .text(group[0].because.message),
        ]
      })
  }

  private static func what(_ item: FactTodo) -> String {
    item.kind == .missing ? "missing" : "replace estimate"
  }
}

/// `breakeven facts export`.
struct FactsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all facts, with every column.",
    usage: "breakeven facts export [<options>]",
    discussion: """
      EXAMPLES:
        breakeven facts export --output facts.csv
        breakeven facts export --format json
      """)

  @Option(help: ArgumentHelp("csv, json, markdown or table.", valueName: "form"))
  var format = TableFormat.csv

  @OptionGroup(title: "Output") var destination: DestinationOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let facts = try Surroundings.current.makeWorkspace(global)
      .facts(FactQuery(asOf: global.day))
    try destination.print(try FactTable.table(facts).text(as: format))
  }
}
