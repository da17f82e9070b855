import Publishing
import ArgumentParser
import RunRecord
import RunStore

/// `breakeven runs`.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List, show, check and delete stored runs.",
    discussion: """
      The store is an SQLite file; sqlite3 and Datasette read it too. Begin with its \
      views league_table and heat_map.

      EXAMPLES:
        breakeven runs list
        breakeven runs show 3f2a
        breakeven runs check 3f2a
        breakeven runs delete 3f2a
      """,
    subcommands: [RunsList.self, RunsShow.self, RunsCheck.self, RunsDelete.self])
}

/// `breakeven runs list`.
struct RunsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the stored runs, newest first.",
    usage: "breakeven runs list [<options>]",
    discussion: """
      EXAMPLES:
        breakeven runs list
        breakeven runs list --store team.sqlite --format json
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let runs = try global.openStore(mustExist: true).list()
    let table = TextTable(
      [
        TextTable.Column("id", "id"), TextTable.Column("created_at", "stored"),
        TextTable.Column("as_of", "as of"), TextTable.Column("shown", "scenario", for: .people),
        .data("scenario"),
        TextTable.Column("set", "set"),
        TextTable.Column("companies", "companies", alignsRight: true),
        TextTable.Column("draws", "draws", alignsRight: true),
        .data("seed"), .data("paths"), .data("version"),
      ],
      rows: runs.map { run in
        [
          .text(run.id), .text(run.createdAt), .text(run.asOf), .text(run.scenario ?? "base"),
          TextTable.Cell(run.scenario),
          .text(
            run.overrides.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
              .joined(separator: "; ")),
          TextTable.Cell(run.companies), TextTable.Cell(run.draws), .text(String(run.seed)),
          TextTable.Cell(run.paths), .text(run.version),
        ]
      })
    try output.print(table, global)
  }
}

/// `breakeven runs show`.
struct RunsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a stored run.",
    usage: "breakeven runs show [<id>] [<options>]",
    discussion: """
      EXAMPLES:
        breakeven runs show
        breakeven runs show 3f2a --format json
      """)

  @Argument(help: "The run's id, or its beginning; the latest if left out.")
  var id: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let run = try global.unwarnedRun(id)
    let check = RunCheck(run, global)
    Messages(global).say(warnings: check)
    guard output.format == .table else {
      return try output.print(try EvaluateCommand.text(of: run, output, global))
    }
    let entry = try global.openStore(mustExist: true).entry(id: run.run.id)
    var text = "Run \(entry.id.printable), stored \(entry.createdAt.printable)\n"
    text += TextWrap.paragraph(run.run.title.text(in: "en").printable) + "\n"
    text += TextWrap.paragraph(run.run.question.text(in: "en").printable) + "\n"
    for model in run.run.models {
      let digest = model.sha256.map { ", SHA-256 \($0.prefix(12))" } ?? ""
      text +=
        TextWrap.paragraph("Model \(model.path), version \(model.version)\(digest)".printable)
        + "\n"
    }
    text +=
      TextWrap.paragraph(
        "Facts SHA-256 \(run.run.factsSha256.prefix(12)), "
          + "settings SHA-256 \(run.run.settingsSha256.prefix(12)), "
          + "breakeven \(run.run.version.printable).") + "\n"
    let changes = check.differences.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    for sentence in run.run.overridden.map(\.message) + changes {
      text += TextWrap.paragraph(sentence.printable + ".", first: "! ", rest: "  ") + "\n"
    }
    text += "\n"
    try output.print(
      text + LeagueTable(run: run).text(usesColor: output.usesColor(global)))
  }
}

/// `breakeven runs check`.
struct RunsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a stored run's models and facts are still the same.",
    usage: "breakeven runs check [<id>] [<options>]",
    discussion: """
      Compares the models that the run used, the facts and the settings by their hashes. \
      Leaves with 1 if anything differs.

      EXAMPLES:
        breakeven runs check
        breakeven runs check 3f2a --format json
      """)

  @Argument(help: "The run's id, or its beginning; the latest if left out.")
  var id: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let run = try global.unwarnedRun(id)
    let check = RunCheck(run, global)
    if let failure = check.failure { throw failure }
    try output.print(check.table, global)
    let messages = Messages(global)
    if check.differences.isEmpty {
      return messages.say("Run \(run.run.id) is up to date: nothing it was made from has changed.")
    }
    messages.say("Run \(run.run.id) is out of date: \(RunCheck.advice).")
    throw AnswerIsNo()
  }
}

/// `breakeven runs delete`.
struct RunsDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete stored runs.",
    usage: "breakeven runs delete <id> ... [<options>]",
    discussion: """
      EXAMPLES:
        breakeven runs delete 3f2a
      """)

  @Argument(help: "The ids of runs, or their beginnings.")
  var id: [String]

  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let store = try global.openStore(mustExist: true)
    // All ids are looked up first, so that a wrong one deletes nothing.
    let ids = try id.map { try store.entry(id: $0).id }
    for id in ids {
      try store.delete(id: id)
      Messages(global).say("Deleted run \(id).")
    }
  }
}
