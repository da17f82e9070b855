import Breakeven
import Foundation
import RunRecord

/// Everything a command touches besides its arguments, so that tests can put their own in place.
struct Surroundings: Sendable {
  /// Gives the library's front door for the global options.
  var makeWorkspace: @Sendable (GlobalOptions) throws -> any WorkspaceProtocol
  /// Gives the pages of a run's report.
  var makeReport: @Sendable (RunRecord, ReportRequest) throws -> [ReportPage]
  /// Writes to standard output.
  var writeOutput: @Sendable (String) throws -> Void
  /// Writes to standard error.
  var writeError: @Sendable (String) -> Void
  /// True if standard output is a terminal.
  var outputIsTerminal: Bool
  /// True if standard error is a terminal.
  var errorIsTerminal: Bool
  /// The number of cells in a line of standard output.
  var width: @Sendable () -> Int
  /// The environment's variables.
  var variables: [String: String]
  /// The time of day, `2026-07-01T09:30:00Z`: only to say when a run was stored.
  var now: @Sendable () -> String
  /// Seconds since some moment: only for the progress bar.
  var seconds: @Sendable () -> Double

  /// Those of the command that is running.
  @TaskLocal static var current = Surroundings.real

  /// The process's own.
  static var real: Surroundings {
    let factory = WorkspaceFactory()
    return Surroundings(
      makeWorkspace: { try factory.workspace($0) },
      makeReport: WorkspaceFactory.makeReport,
      writeOutput: { text in
        do {
          try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
          throw OutputError("cannot write to standard output")
        }
      },
      writeError: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      outputIsTerminal: isatty(1) != 0,
      errorIsTerminal: isatty(2) != 0,
      width: { TerminalWidth.current },
      variables: ProcessInfo.processInfo.environment,
      // Not `ISO8601DateFormatter`, which loads the calendars of all cultures first.
      now: { Date().formatted(.iso8601) },
      seconds: { ProcessInfo.processInfo.systemUptime })
  }
}
