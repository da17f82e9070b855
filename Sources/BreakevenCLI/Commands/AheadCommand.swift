import ArgumentParser
import Breakeven
import Diagnostics
import Reporting
import RunRecord
import RunStore

/// `breakeven ahead`.
struct AheadCommand: ParsableCommand {
  /// The days that are looked ahead unless others are named.
  static let usualDays = 120

  static let configuration = CommandConfiguration(
    commandName: "ahead",
    abstract: "Show what the next reports will tell, and what each answer would mean.",
    usage: "breakeven ahead [<company> ...] [<options>]",
    discussion: """
      For each company the figures that its next disclosures will show, how likely each is, what \
      becomes of the company by what they say, and the values at which it would change its group. \
      Those that move the odds most come first.

      EXAMPLES:
        breakeven ahead
        breakeven ahead zhipu minimax --days 240
        breakeven ahead --as-of 2025-05-31 --days 365 --write tripwires.yaml
      """)

  @Argument(help: "The companies' ids; all of the study's if none is named.")
  var company: [String] = []

  @Option(help: ArgumentHelp("How many days to look ahead.", valueName: "n"))
  var days = AheadCommand.usualDays

  @Option(
    help: ArgumentHelp(
      "Also write the forecasts to a file, for `breakeven settle`.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml"]))
  var write: String?

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    guard days >= 1 else {
      throw ValidationError("--days takes a number from 1 on, such as 120, not \(days)")
    }
    if let write, !write.lowercased().hasSuffix(".yaml") {
      throw ValidationError("--write takes a file that ends in .yaml, not \"\(write.printable)\"")
    }
  }

  mutating func run() throws {
    if let write {
      try OutputPath.check(write, global, option: "--write")
      try OutputPath.checkIsNew(write, of: "forecasts", option: "--write")
      try OutputPath.checkApart(write, from: output.destination.output, option: "--write")
    }
    let workspace = try Surroundings.current.makeWorkspace(global)
    let answer = try workspace.ahead(
      AheadRequest(base: drawing.request(companies: company, global), days: days))
    if let write {
      let tripwires = Tripwires(answer)
      try DestinationOptions.write(
        workspace.tripwiresText(tripwires), to: write, global, option: "--write")
      Messages(global).say(
        "Wrote \(Messages.plural(tripwires.tripwires.count, "forecast")) to \(write); "
          + "`breakeven settle \(write)` holds them against what comes.")
    }
    try output.print(
      global, note: { AheadNote(answer, language: $0).page }, csv: AheadData.table(answer),
      json: { try RunCoder.encode(answer) })
  }
}
