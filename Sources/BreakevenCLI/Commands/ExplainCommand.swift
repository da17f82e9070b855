import ArgumentParser
import Breakeven
import Diagnostics
import RunRecord
import RunStore

/// `breakeven explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a number is what it is, or what a term means.",
    usage: """
      breakeven explain <company> [<path>] [<name>] [<options>]
      breakeven explain <term>
      """,
    discussion: """
      The tree behind a number: formulas and values, facts with their sources, \
      assumptions with their reasons. Without arguments, the list of terms.

      EXAMPLES:
        breakeven explain cloudwalk
        breakeven explain cloudwalk medical-ai
        breakeven explain cloudwalk medical-ai price_per_hospital
        breakeven explain runway --language zh-Hans
      """)

  @Argument(help: "A company's id, then a path's, then a variable's or input's name; or a term.")
  var subject: [String] = []

  @Option(help: ArgumentHelp("en, zh-Hant or zh-Hans.", valueName: "language"))
  var language = LanguageChoice.english

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Read a stored run instead of evaluating anew.", valueName: "id"))
  var stored: String?

  @Flag(help: "Leave nothing out: every assumption, the whole tree, and where each stands.")
  var full = false

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @OptionGroup(title: "Output") var destination: DestinationOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    try destination.print(try text())
  }

  private func text() throws -> String {
    let language = language.rawValue
    if subject.isEmpty { return Glossary.list(in: language) }
    if let term = Glossary.term(subject.joined(separator: " ")) {
      return Glossary.text(term, in: language)
    }
    if subject.count > 3 {
      throw ValidationError("explain takes a company, a path and a name at most, or a term")
    }
    let run = try record(for: subject[0])
    let company = try run.company(subject[0])
    guard subject.count > 1 else {
      return CompanyNote(run: run, company: company, language: language, isFull: full).text
    }
    guard let assessment = company.paths.first(where: { $0.path == subject[1] }) else {
      let beginning = company.paths.map(\.path).filter { $0.hasPrefix(subject[1]) }
      throw Diagnostic(
        "no path has the id \"\(subject[1])\"",
        help: beginning.count == 1
          ? "did you mean \"\(beginning[0])\"?"
          : Suggestion.help(for: subject[1], among: company.paths.map(\.path))
            ?? "`breakeven paths` lists them", category: .missing)
    }
    return try PathNote(
      run: run, company: company, assessment: assessment, language: language, isFull: full
    ).text(name: subject.count > 2 ? subject[2] : nil)
  }

  /// A run that has the company, or a sentence that it is neither a company nor a term.
  private func record(for id: String) throws -> RunRecord {
    if let stored { return try global.storedRun(stored) }
    let known = try Surroundings.current.makeWorkspace(global).companies().map(\.id)
    if !known.contains(id) {
      throw Diagnostic(
        "\"\(id)\" is neither a company nor a term",
        help: Suggestion.help(for: id, among: known + Glossary.ids)
          ?? "`breakeven companies` lists the companies, `breakeven explain` the terms",
        category: .missing)
    }
    let run = try evaluating.evaluate(companies: [id], global)
    run.keep(global)
    return run.run
  }
}
