import ArgumentParser
import Breakeven
import Foundation
import Publishing
import Reporting

/// The forms in which results print.
enum TableFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table
  case json
  case csv
  case markdown
}

/// The options for the place, form and language of results.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("table, json, csv or markdown.", valueName: "form"))
  var format = TableFormat.table

  @OptionGroup var speech: LanguageOptions
  @OptionGroup var destination: DestinationOptions

  /// Prints a note for people, or the data that a program reads.
  func print(
    _ global: GlobalOptions, note: (Language) throws -> Page,
    csv: @autoclosure () throws -> DataTable, json: () throws -> String
  ) throws {
    switch format {
    case .csv: try destination.print(try csv().csv, global)
    case .json: try destination.print(try json(), global)
    case .table, .markdown:
      let page = try note(try speech.chosen(global))
      if page.isEmpty { return Messages(global).say("There is nothing to list.") }
      try destination.print(page, asMarkdown: format == .markdown, global)
    }
  }

  /// Prints a note that quotes what people wrote into the models folder's files.
  func print(
    quoting global: GlobalOptions, note: (Language) throws -> Page,
    data: @autoclosure () throws -> DataTable
  ) throws {
    let texts = try Surroundings.current.makeWorkspace(global).texts()
    try print(global, note: { try note($0.saying(texts)) }, data: try data())
  }

  /// Prints a list, whose rows are the same for people and for programs.
  func print(
    _ global: GlobalOptions, note: (Language) throws -> Page,
    data: @autoclosure () throws -> DataTable
  ) throws {
    let data = try data()
    try print(global, note: note, csv: data, json: { try data.json })
  }
}

/// The form in which notes print.
enum NoteFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case terminal
  case markdown
}

/// The language of results.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "en, zh-Hant, zh-Hans, or one that a file in the models folder's languages adds.",
      valueName: "language"))
  var language = Language.english.tag

  /// The language chosen.
  ///
  /// - Throws: `DiagnosticError` if there is none of this tag.
  func chosen(_ global: GlobalOptions) throws -> Language {
    if language == Language.english.tag { return .english }
    return try Surroundings.current.makeWorkspace(global).languages().named(language)
  }
}

/// The options for the place of results.
struct DestinationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  func validate() throws { try Self.validate(output) }

  /// Refuses an empty name.
  static func validate(_ output: String?) throws {
    if output?.isEmpty == true {
      throw ValidationError("--output takes the name of a file or folder, not an empty one")
    }
  }

  /// Writes the text, ended by a line break, to standard output or, whole or not at all, to a file.
  ///
  /// - Throws: `OutputError` if it can't be written, `DiagnosticError` if the file is one that
  ///   results mustn't replace.
  func print(_ text: String, _ global: GlobalOptions) throws {
    try Self.write(text, to: output, global)
  }

  /// The same for a place that another option gives.
  static func write(
    _ text: String, to output: String, _ global: GlobalOptions, option: String = "--output"
  ) throws {
    // By scalars: a line break of CR and LF is one character and doesn't end in "\n".
    let isEnded = text.isEmpty || text.unicodeScalars.last == "\n"
    let ended = isEnded ? text : text + "\n"
    if output == "-" { return try Surroundings.current.writeOutput(ended) }
    try OutputPath.check(output, global, option: option)
    do {
      try WholeFile.write(ended, to: output)
    } catch {
      throw OutputError("cannot write to \(output.printable): \(error)")
    }
  }

  /// Writes a note as Markdown, or as wide as the terminal.
  func print(_ note: Page, asMarkdown: Bool, _ global: GlobalOptions) throws {
    if asMarkdown { return try print(MarkdownRenderer(AnchorIndex([note])).render(note), global) }
    let surroundings = Surroundings.current
    let usesColor = output == "-" && global.color.isUsed(onTerminal: surroundings.outputIsTerminal)
    try print(
      TerminalRenderer(width: surroundings.width(), usesColor: usesColor).render(note), global)
  }
}
