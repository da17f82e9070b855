import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import BreakevenCLI

/// The examples of `--help` can be typed as they stand: they parse, and what they set is an input of
/// the models that ship.
struct HelpExamplesTests {
  static let examples: [String] = commands.flatMap { command in
    let lines = command.configuration.discussion.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return lines.filter { $0.hasPrefix("breakeven ") }
  }

  private static var commands: [any ParsableCommand.Type] {
    func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
      [command] + command.configuration.subcommands.flatMap(all)
    }
    return all(BreakevenCommand.self)
  }

  /// Words as a shell makes them of a line without a remark after it.
  static func words(_ line: String) -> [String] {
    let command = line.components(separatedBy: "   ")[0]
    var (words, word, quote) = ([String](), "", Character?.none)
    for character in command {
      switch character {
      case "'", "\"": quote = quote == nil ? character : (quote == character ? nil : quote)
      case " " where quote == nil:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  @Test func thereAreExamples() { #expect(Self.examples.count > 40) }

  @Test(arguments: examples)
  func anExampleCanBeTyped(_ line: String) throws {
    let words = Array(Self.words(line).dropFirst())
    _ = try BreakevenCommand.parseAsRoot(ArgumentOrder.commandFirst(words))
    let models = Repository.folder.appendingPathComponent("Models")
    let files =
      try FileManager.default.contentsOfDirectory(
        at: models.appendingPathComponent("paths"), includingPropertiesForKeys: nil)
      + [models.appendingPathComponent("company.yaml")]
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    // A model of the reader's own has inputs of its own.
    for (option, value) in zip(words, words.dropFirst())
    where option == "--set" && !words.contains(where: { $0.hasSuffix(".yaml") }) {
      let name = String(value.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      #expect(texts.contains { $0.contains("\n  \(name):") }, "\(name) is no input")
    }
  }
}
