import ArgumentParser
import Foundation

/// The forms in which a table prints.
enum TableFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table
  case json
  case csv
  case markdown
}

/// Where results go, and in what form.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("table, json, csv or markdown.", valueName: "form"))
  var format = TableFormat.table

  @OptionGroup var destination: DestinationOptions

  /// Prints text that has been made in the form asked for.
  func print(_ text: String) throws {
    try destination.print(text)
  }
}

/// Where results go.
struct DestinationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  /// Writes the text, ended by a line break, to standard output or, whole or not at all, to a file.
  func print(_ text: String) throws {
    // By scalars: a line break of CR and LF is one character and doesn't end in "\n".
    let isEnded = text.isEmpty || text.unicodeScalars.last == "\n"
    let ended = isEnded ? text : text + "\n"
    if output == "-" { return try Surroundings.current.writeOutput(ended) }
    do {
      try Data(ended.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw OutputError("cannot write to \(output.printable)")
    }
  }
}
