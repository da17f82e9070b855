import ArgumentParser

@main
struct BreakevenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "breakeven")
}
