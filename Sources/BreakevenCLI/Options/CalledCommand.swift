import ArgumentParser

/// The command that a command line calls.
struct CalledCommand {
  /// Its declaration.
  private(set) var declaration: any ParsableCommand.Type = BreakevenCommand.self
  /// What is typed to call it, `breakeven runs list`, a word that may be left out among it.
  private(set) var words = ["breakeven"]

  /// The command that the arguments begin with; the program itself where they begin with none.
  init(of arguments: [String]) {
    for word in arguments {
      let next = declaration.configuration.subcommands.first {
        $0.configuration.commandName == word
      }
      guard let next else { break }
      declaration = next
      words.append(word)
    }
    if let usual = declaration.configuration.defaultSubcommand {
      declaration = usual
      words += [usual.configuration.commandName].compactMap(\.self)
    }
  }

  /// How it is called, as the argument parser says after a mistake that it finds.
  var usage: String {
    let lines = BreakevenCommand.usageString(for: declaration).split(separator: "\n")
    return "Usage: " + lines.joined(separator: "\n       ")
      + "\n  See '\(words.joined(separator: " ")) --help' for more information."
  }
}
