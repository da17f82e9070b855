import ArgumentParser
import Foundation

/// The options of a command that take a value, as its declaration has them, to hold a command line
/// against before it is parsed.
struct OptionTable {
  /// An option and how it may be written.
  private struct Option {
    var names: [String]
    var isRepeating: Bool
  }

  private let options: [Option]

  /// The options of the command that the arguments begin with.
  init(of arguments: [String]) {
    let command = CalledCommand(of: arguments).declaration
    let described = try? JSONDecoder().decode(Described.self, from: Data(command._dumpHelp().utf8))
    options = (described?.command.arguments ?? []).filter { $0.kind == "option" }.map { argument in
      Option(
        names: (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name },
        isRepeating: argument.isRepeating)
    }
  }

  /// What the argument parser tells of a command.
  private struct Described: Decodable {
    struct Command: Decodable {
      var arguments: [Argument]?
    }
    struct Argument: Decodable {
      var kind: String
      var isRepeating: Bool
      var names: [Name]?
    }
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var command: Command
  }

  /// The arguments with numbers below zero tied to the options before them, which the parser would
  /// take for options.
  func tyingNumbers(_ arguments: [String]) -> [String] {
    var tied: [String] = []
    for argument in arguments {
      if let last = tied.last, Self.isBelowZero(argument), option(last) != nil {
        tied[tied.count - 1] = last + "=" + argument
      } else {
        tied.append(argument)
      }
    }
    return tied
  }

  /// Refuses an option that takes one value and is given several, of which the last would count.
  ///
  /// - Throws: `ValidationError`.
  func checkOnce(_ arguments: [String]) throws {
    var given: [[String]] = Array(repeating: [], count: options.count)
    var rest = arguments.prefix { $0 != "--" }
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard word.hasPrefix("-"), let index = option(String(parts[0])) else { continue }
      given[index].append(parts.count > 1 ? String(parts[1]) : rest.popFirst() ?? "")
    }
    for (option, values) in zip(options, given) where values.count > 1 && !option.isRepeating {
      let quoted = values.map { "\"\($0.printable)\"" }.joined(separator: " and ")
      let name = option.names.first { $0.hasPrefix("--") } ?? option.names[0]
      throw ValidationError("\(name) takes one value, and \(quoted) were given")
    }
  }

  private func option(_ name: String) -> Int? {
    options.firstIndex { $0.names.contains(name) }
  }

  private static func isBelowZero(_ text: String) -> Bool {
    text.hasPrefix("-") && Double(text) != nil
  }
}
