import ArgumentParser
import RunRecord
import Diagnostics
import Foundation

/// The program `breakeven`.
@main
struct BreakevenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breakeven",
    abstract: "Which loss-making companies break even before their money runs out, and why.",
    discussion: """
      Models, facts and assumptions are text files in the folder Models; every number \
      that comes out can be traced back to them with `breakeven explain`.

      EXAMPLES:
        breakeven evaluate
        breakeven compare cloudwalk yitu
        breakeven explain cloudwalk medical-ai

      The options of every command besides its own:
        --models DIR (repeatable), --store FILE, --as-of DATE, --quiet, --verbose,
        --color auto|always|never.

      EXIT CODES:
      \(ExitStatus.help)
      """,
    version: Version.current,
    subcommands: [
      ReportCommand.self, BriefCommand.self, EvaluateCommand.self, CompareCommand.self,
      ExplainCommand.self, InputsCommand.self, WhatIfCommand.self, ScenariosCommand.self,
      ResearchCommand.self, RobustCommand.self, ChangesCommand.self, ReviewCommand.self,
      AheadCommand.self, SettleCommand.self, ThesisCommand.self, NowcastCommand.self,
      BacktestCommand.self, FactsCommand.self, CompaniesCommand.self, PathsCommand.self,
      SourcesCommand.self, ModelCommand.self, RunsCommand.self,
    ])

  /// Runs the program with the process's own arguments and leaves with its exit code.
  static func main() {
    Signals.prepare()
    let status = run(arguments: Array(CommandLine.arguments.dropFirst()), in: .real)
    Foundation.exit(status)
  }

  /// Runs a command line and gives its exit code; nothing is thrown.
  static func run(arguments: [String], in surroundings: Surroundings) -> Int32 {
    let arguments = ArgumentOrder.commandFirst(arguments)
    return Surroundings.$current.withValue(surroundings) {
      do {
        try CommandLineError.checkCommand(of: arguments)
        let options = OptionTable(of: arguments)
        try options.checkOnce(arguments)
        try OutputPath.checkIsNoInput(arguments)
        var command = try parseAsRoot(options.tyingNumbers(arguments))
        try command.run()
        return ExitStatus.done.rawValue
      } catch {
        return report(error, of: arguments)
      }
    }
  }

  /// Says what went wrong, on standard error, and gives the exit code.
  private static func report(_ error: any Error, of arguments: [String]) -> Int32 {
    let messages = Messages(arguments: arguments)
    switch error {
    case is AnswerIsNo, is AnswerIsPartial: break
    case let error as DiagnosticError: messages.say(error.diagnostics)
    case let diagnostic as Diagnostic: messages.say([diagnostic])
    case let error where CommandLineError.isOne(error):
      let code = exitCode(for: error)
      // It quotes what was typed.
      let text = CommandLineError.text(of: error, in: arguments).printableLines
      guard code.isSuccess else {
        Surroundings.current.writeError(text + "\n")
        return ExitStatus.usage.rawValue
      }
      do {
        try Surroundings.current.writeOutput(text + "\n")
      } catch {
        messages.say(error: "\(error)")
        return ExitStatus(error).rawValue
      }
      return code.rawValue
    default:
      let status = ExitStatus(error)
      messages.say(error: status == .bug ? "internal error: \(error)" : "\(error)")
      return status.rawValue
    }
    return ExitStatus(error).rawValue
  }
}

/// Tells the argument parser's own errors, help and version among them, from the commands'.
enum CommandLineError {
  /// Refuses a first argument that is no command, with the command that was probably meant.
  static func checkCommand(of arguments: [String]) throws {
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
    let known = BreakevenCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    if known.contains(name) { return }
    let help = Suggestion.help(for: name, among: known).map { "; \($0)" } ?? ""
    throw ValidationError("There is no command \"\(name.printable)\"\(help)")
  }

  /// What is said of an error, with how the command is called that it is in; which one that is the parser
  /// knows of its own errors alone.
  static func text(of error: any Error, in arguments: [String]) -> String {
    guard let error = error as? ValidationError else {
      return BreakevenCommand.fullMessage(for: error)
    }
    return "Error: \(error.message)\n" + CalledCommand(of: arguments).usage
  }

  static func isOne(_ error: any Error) -> Bool {
    switch error {
    case is ValidationError, is CleanExit, is ExitCode: true
    default: BreakevenCommand.exitCode(for: error) != .failure
    }
  }
}
