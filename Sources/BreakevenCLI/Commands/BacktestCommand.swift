import ArgumentParser
import Breakeven
import Reporting
import RunRecord
import RunStore

/// Which past days to replay.
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
    if forecasts { return try output.print(BacktestTable.forecasts(record), global) }
    switch output.format {
    case .json: try output.print(try RunCoder.encode(record))
    case .csv: try output.print(try BacktestTable.rows(record).text(as: .csv))
    case .table, .markdown: try output.print(BacktestPage(record).page, global)
    }
  }
}

/// A backtest as plain rows.
enum BacktestTable {
  static func rows(_ record: BacktestRecord) -> TextTable {
    TextTable(
      [
        "view", "quantity", "group", "years", "n", "companies", "inside_50", "inside_50_low",
        "inside_50_high", "inside_90", "inside_90_low", "inside_90_high", "mean_pit", "crps",
        "crps_carry", "is_established",
      ].map { .data($0) },
      rows: record.rows.map { row in
        [
          .text(row.view.rawValue), .text(row.quantity.rawValue), .text(row.group.rawValue),
          TextTable.Cell(row.years), TextTable.Cell(row.count), TextTable.Cell(row.companies),
          TextTable.Cell(raw: row.inside50.value), TextTable.Cell(raw: row.inside50.low),
          TextTable.Cell(raw: row.inside50.high), TextTable.Cell(raw: row.inside90.value),
          TextTable.Cell(raw: row.inside90.low), TextTable.Cell(raw: row.inside90.high),
          TextTable.Cell(raw: row.meanPit), TextTable.Cell(raw: row.crps),
          TextTable.Cell(raw: row.crpsCarry), .flag(row.isEstablished),
        ]
      })
  }

  static func forecasts(_ record: BacktestRecord) -> TextTable {
    TextTable(
      [
        TextTable.Column("as_of", "as of"), TextTable.Column("company", "company"),
        TextTable.Column("view", "view"), TextTable.Column("quantity", "quantity"),
        TextTable.Column("years", "years", alignsRight: true),
        TextTable.Column("is_losing", "losing"),
        TextTable.Column("pit", "PIT", alignsRight: true),
        TextTable.Column("crps", "CRPS", alignsRight: true),
        TextTable.Column("crps_carry", "carried on", alignsRight: true),
      ],
      rows: record.forecasts.map { one in
        [
          .text(one.asOf), .text(one.company), .text(one.view.rawValue),
          .text(one.quantity.rawValue.replacing("_", with: " ")), TextTable.Cell(one.years),
          .flag(one.isLosing), number(one.pit), number(one.crps), number(one.crpsCarry),
        ]
      })
  }

  private static func number(_ value: Double) -> TextTable.Cell {
    .number(value, shown: String(Double(Int((1000 * value).rounded())) / 1000))
  }
}
