import ArgumentParser
import RunRecord
import Testing

@testable import BreakevenCLI

struct HelpTests {
  static let commands: [(name: String, type: any ParsableCommand.Type)] = {
    func all(
      _ command: any ParsableCommand.Type, _ prefix: String
    ) -> [(name: String, type: any ParsableCommand.Type)] {
      let name = prefix + (command.configuration.commandName ?? "")
      return [(name, command)]
        + command.configuration.subcommands.flatMap { all($0, name + "-") }
    }
    return all(BreakevenCommand.self, "")
  }()

  @Test(arguments: commands.map(\.name))
  func help(_ name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name }?.type)
    let help = BreakevenCommand.helpMessage(for: command, columns: 80)
    expectSnapshot(help, "Help/\(name).txt")
    expectFits(help)
    #expect(help.contains("EXAMPLES:\n  breakeven "), "\(name) has no example")
  }

  @Test func theHelpListsEveryExitCode() {
    let help = BreakevenCommand.helpMessage(columns: 80)
    for status in ExitStatus.allCases {
      #expect(help.contains("\(status.rawValue)  \(status.meaning)"))
    }
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    let invoke = try Invocation()
    for arguments in [["--help"], ["help"], ["evaluate", "--help"], ["help", "runs", "show"]] {
      let outcome = invoke.run(arguments, bare: true)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE: breakeven"))
      #expect(outcome.error == "")
    }
    #expect(invoke("--version", bare: true).output == "\(Version.current)\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let outcome = try Invocation().run(["--generate-completion-script", shell], bare: true)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("breakeven"))
    #expect(outcome.output.contains("explain"))
  }
}
