import ArgumentParser
import Breakeven
import Findings
import Publishing
import Reporting
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
    let workspace = try Surroundings.current.makeWorkspace(global)
    guard let metric else {
      let ratings = try workspace.ratings(company: company, asOf: global.day)
      return try output.print(
        global, note: { RatingsNote.page(ratings, $0) }, data: FactData.table(ratings))
    }
    let listing = try workspace.factAnswer(company: company, metric: metric, asOf: global.day)
    try output.print(
      global, note: { FactsNote.page(listing, $0) }, data: FactData.table(listing))
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
    try output.print(
      global, note: { FactsNote.page(facts, of: company, $0) }, data: FactData.table(facts))
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
    try output.print(
      global, note: { FactsNote.page(conflicts, $0) }, data: FactData.table(conflicts))
  }
}

/// `breakeven facts todo`.
struct FactsTodo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "todo", abstract: "List the facts to look for, most useful first.",
    usage: "breakeven facts todo [<options>]",
    discussion: """
      First what companies have no outcome without, then estimates and assumptions by what \
      learning them is worth an hour, as `breakeven research` orders them, then what paths lack.

      EXAMPLES:
        breakeven facts todo
        breakeven facts todo --format csv --output todo.csv
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  /// Enough to tell what is worth more from what is worth less.
  private static let draws = 4096

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let run = try workspace.evaluate(
      EvaluationRequest(asOf: global.day, draws: Self.draws), progress: nil)
    let todo = Findings(run).ordered(try workspace.factTodo())
    try output.print(global, note: { FactsNote.page(todo, $0) }, data: FactData.table(todo))
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
    switch format {
    case .csv: try destination.print(FactData.table(facts).csv, global)
    case .json: try destination.print(try FactData.table(facts).json, global)
    case .table, .markdown:
      try destination.print(
        FactsNote.page(facts, of: nil, .english), asMarkdown: format == .markdown, global)
    }
  }
}
