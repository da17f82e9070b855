import ArgumentParser
import Diagnostics
import RunRecord
import RunStore

/// The rule by which colours are used.
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

  /// The day of `--as-of`, which `validate` has looked at.
  var day: CalendarDay? { asOf.flatMap { CalendarDay($0) } }

  func validate() throws {
    if let asOf, CalendarDay(asOf) == nil {
      throw ValidationError(
        "--as-of takes a day as YYYY-MM-DD, not \"\(asOf.printable)\""
          + (CalendarHelp.mistake(in: asOf).map { ": \($0)" } ?? ""))
    }
    if store.isEmpty { throw ValidationError("--store takes the name of a file, not an empty one") }
    if quiet, verbose {
      throw ValidationError("--quiet and --verbose exclude each other")
    }
  }

  /// Refuses a folder that is given twice, by whatever name: a study has each of its files once.
  ///
  /// - Throws: `DiagnosticError`.
  func checkFolders() throws {
    var known: [String: String] = [:]
    for folder in modelFolders {
      let earlier = known.updateValue(folder, forKey: OutputPath.resolved(folder))
      guard let earlier else { continue }
      let again = earlier == folder ? "" : ", the second time as \(folder.printable)"
      throw DiagnosticError(
        Diagnostic(
          "the models folder \(earlier.printable) is given twice\(again)",
          help: "name it once with --models"))
    }
  }

  /// The store of runs, made if need be.
  func openStore(mustExist: Bool = false) throws -> RunStore {
    try RunStore(path: store, mustExist: mustExist)
  }
}
