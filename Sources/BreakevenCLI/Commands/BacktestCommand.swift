import ArgumentParser
import Breakeven
import Publishing
import Reporting
import RunRecord
import RunStore

/// The options for the past days to replay.
struct ReplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day to replay.", valueName: "date"))
  var from = "2019-06-30"

  @Option(help: ArgumentHelp("The time between two days: 6m, 1y.", valueName: "time"))
  var every = "6m"

  @Option(help: ArgumentHelp("The last day to replay. (default: the study's)", valueName: "date"))
  var until: String?

  @Flag(
    help: """
      Take facts as known by the usual delays of publication, whenever they were gathered.
      """)
  var delays = false

  /// The months between two days; nil for a text that says no such time.
  var months: Int? {
    guard let unit = every.last, "my".contains(unit), let count = Int(every.dropLast()),
      (1...120).contains(count)
    else { return nil }
    return unit == "y" ? 12 * count : count
  }

  func validate() throws {
    for (name, day) in [("--from", from), ("--until", until ?? from)] where CalendarDay(day) == nil
    {
      throw ValidationError("\(name) takes a day as YYYY-MM-DD, not \"\(day.printable)\"")
    }
    if months == nil {
      throw ValidationError(
        "--every takes months or years, such as 6m or 1y, not \"\(every.printable)\"")
    }
  }

  /// The request for some companies, or all if none is named.
  func request(
    companies: [String], draws: Int = 4096, seed: UInt64 = 1, threads: Int? = nil
  ) -> BacktestRequest {
    var request = BacktestRequest(
      companies: companies, until: until.flatMap { CalendarDay($0) }, months: months ?? 6,
      usesDelays: delays, draws: draws, seed: seed, threads: threads)
    if let day = CalendarDay(from) { request.from = day }
    return request
  }
}

/// `breakeven backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Replay past days: how forecasts made then would have held.",
    usage: "breakeven backtest [<options>]",
    discussion: """
      Of each day only what was known then takes part: by the day of its source, or with \
      --delays by the usual delay of publication.

      EXAMPLES:
        breakeven backtest --delays --from 2019-06-30 --every 6m
        breakeven backtest --company sensetime --company openai
        breakeven backtest --delays --forecasts --format csv --output forecasts.csv
      """)

  @OptionGroup var replay: ReplayOptions

  @Option(help: ArgumentHelp("Only this company; may repeat.", valueName: "id"))
  var company: [String] = []

  @Flag(help: "List every forecast instead of summing up.")
  var forecasts = false

  @Option(help: ArgumentHelp("The number of draws, a power of two.", valueName: "n"))
  var draws = 4096

  @Option(help: ArgumentHelp("The seed of all draws.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The number of threads; no result depends on it. (default: the machine's)", valueName: "n"))
  var threads: Int?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let record = try Surroundings.current.makeWorkspace(global).backtest(
      replay.request(companies: company, draws: draws, seed: seed, threads: threads))
    if forecasts {
      return try output.print(
        global, note: { BacktestPage(record, language: $0).forecasts },
        data: BacktestData.forecasts(record))
    }
    try output.print(
      global, note: { .note(BacktestPage(record, language: $0).page.blocks) },
      csv: BacktestData.rows(record), json: { try RunCoder.encode(record) })
  }
}
