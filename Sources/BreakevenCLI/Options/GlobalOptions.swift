import ArgumentParser
import RunStore

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto
  case always
  case never
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of models and facts; may repeat: later folders override by id. (default: Models)",
      valueName: "dir"),
    completion: .directory)
  var models: [String] = []

  @Option(
    help: ArgumentHelp("The file that runs are stored in.", valueName: "file"), completion: .file())
  var store = "breakeven.sqlite"

  @Option(
    help: ArgumentHelp(
      "Leave out what was not known on this day. (default: the study's)", valueName: "date"))
  var asOf: String?

  @Flag(name: [.customShort("q"), .long], help: "Print results and errors only.")
  var quiet = false

  @Flag(help: "Say more about what is being done.")
  var verbose = false

  @Option(help: ArgumentHelp("Use colours: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  /// The folders, with the default.
  var modelFolders: [String] { models.isEmpty ? ["Models"] : models }

  func validate() throws {
    if let asOf, !Day.isOne(asOf) {
      throw ValidationError("--as-of takes a day as YYYY-MM-DD, not \"\(asOf.printable)\"")
    }
    if quiet, verbose {
      throw ValidationError("--quiet and --verbose exclude each other")
    }
  }

  /// The store of runs, made if need be.
  func openStore(mustExist: Bool = false) throws -> RunStore {
    try RunStore(path: store, mustExist: mustExist)
  }
}

/// Days in the calendar, as text.
enum Day {
  /// Whether the text is a day of the Gregorian calendar as `YYYY-MM-DD`.
  static func isOne(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
