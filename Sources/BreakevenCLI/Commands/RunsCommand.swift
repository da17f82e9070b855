import ArgumentParser
import Publishing
import Reporting
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
    try output.print(global, note: { RunsNote.page(runs, $0) }, data: ListData.table(runs))
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
    let entry = try global.openStore(mustExist: true).entry(id: run.run.id)
    try EvaluateCommand.print(run, output, global) { context in
      RunsNote.page(entry, changes: check.entries ?? [], context)
    }
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
    try output.print(global, note: { RunsNote.page(check.entries ?? [], $0) }, data: check.table)
    let isUpToDate = check.differences.isEmpty
    Messages(global).say(
      StoreMessages.verdict(
        isUpToDate: isUpToDate, run.run.id, try output.speech.chosen(global)))
    if isUpToDate { return }
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
