import ArgumentParser
import Breakeven
import Diagnostics
import Publishing
import Reporting
import RunRecord

/// `breakeven explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a number is what it is, or what a term means.",
    usage: """
      breakeven explain <company> [<path>] [<name>] [<options>]
      breakeven explain <company> <variable> [<options>]
      breakeven explain <term>
      """,
    discussion: """
      The tree behind a number: formulas and values, facts with their sources, \
      assumptions with their reasons. Without arguments, the list of terms.

      EXAMPLES:
        breakeven explain cloudwalk
        breakeven explain cloudwalk break_even
        breakeven explain synyi medical-ai
        breakeven explain synyi medical-ai price
        breakeven explain runway --language zh-Hans
      """)

  @Argument(
    help:
      "A company's id, then a path's, then a variable's or input's name; or a company's id and a variable or input of the company model; or a term."
  )
  var subject: [String] = []

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Read a stored run instead of evaluating anew.", valueName: "id"))
  var stored: String?

  @Flag(help: "Leave nothing out: every assumption, the whole tree, and where each stands.")
  var full = false

  @OptionGroup(title: "Evaluating") var evaluating: EvaluatingOptions
  @Option(help: ArgumentHelp("terminal or markdown.", valueName: "form"))
  var format = NoteFormat.terminal

  @OptionGroup(title: "Output") var speech: LanguageOptions
  @OptionGroup(title: "Output") var money: CurrencyOptions
  @OptionGroup(title: "Output") var destination: DestinationOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let (page, leftOut) = try note()
    try destination.print(page, asMarkdown: format == .markdown, global)
    try AnswerIsPartial.check(leftOut, global)
  }

  /// The note, with what it can't say.
  private func note() throws -> (page: Page, leftOut: [LeftOut]) {
    let language = try speech.chosen(global)
    if subject.isEmpty { return (Glossary.page(language), []) }
    let languages = LanguageCatalogue.shipped.languages + [language]
    if let term = Glossary.term(subject.joined(separator: " "), in: languages) {
      return (Glossary.page(term, language), [])
    }
    if subject.count > 1, Glossary.term(subject[0], in: languages) != nil,
      !(try Surroundings.current.makeWorkspace(global).companies().map(\.id).contains(subject[0]))
    {
      throw ValidationError(
        "\"\(subject[0].printable)\" is a term, which takes no further word: not "
          + "\"\(subject[1].printable)\"")
    }
    if subject.count > 3 {
      throw ValidationError("explain takes a company, a path and a name at most, or a term")
    }
    let run = try record(for: subject[0])
    let context = ReportContext(
      record: run, language: language, currency: try money.chosen(for: run))
    let company = try run.company(subject[0])
    guard subject.count > 1 else {
      // Of a company that earns nobody asks, and a stored run keeps no formulas of the company.
      let trace = stored == nil && company.outcome.states != nil ? try trace(of: company) : nil
      return (CompanyNote.page(company, trace: trace, isFull: full, context), company.leftOut)
    }
    if subject.count == 2, !company.paths.contains(where: { $0.path == subject[1] }) {
      return (try variable(subject[1], of: company, context), [])
    }
    let cell = try assessment(of: company, on: subject[1])
    let leftOut = company.leftOut.filter { $0.path == cell.path }
    let note = PathNote(company, on: cell, isFull: full, context)
    guard subject.count > 2 else { return (note.page, leftOut) }
    if let page = note.page(of: subject[2]) { return (page, leftOut) }
    if cell.status != .assessed {
      throw Diagnostic(
        "\(subject[1]) is not assessed for \(subject[0]), so there is no \"\(subject[2])\"",
        help: "`breakeven explain \(subject[0]) \(subject[1])` says why", category: .missing)
    }
    throw Diagnostic(
      "\(subject[1]) has no variable, input or criterion called \"\(subject[2])\"",
      help: Suggestion.help(for: subject[2], among: note.names)
        ?? "`breakeven model show \(subject[1])` lists them", category: .missing)
  }

  /// The tree behind a company's outcome, as the options say.
  private func trace(of company: CompanyRecord) throws -> CompanyTrace {
    try Surroundings.current.makeWorkspace(global).trace(
      company: company.id, evaluating.request(companies: [company.id], global))
  }

  /// The tree of a variable or input of the company model.
  private func variable(
    _ name: String, of company: CompanyRecord, _ context: ReportContext
  ) throws -> Page {
    let paths = company.paths.map(\.path)
    if stored != nil {
      throw Diagnostic(
        "no path has the id \"\(name)\"",
        help: Suggestion.help(for: name, among: paths)
          ?? "a stored run keeps no variables of the company itself: leave out --run",
        category: .missing)
    }
    let note = CompanyTraceNote(company, try trace(of: company), isFull: full, context)
    if let page = note.page(of: name) { return page }
    let beginning = paths.filter { $0.hasPrefix(name) }
    throw Diagnostic(
      "\"\(name)\" is neither a path nor a variable or input of the company model",
      help: beginning.count == 1
        ? "did you mean \"\(beginning[0])\"?"
        : Suggestion.help(for: name, among: paths + note.names)
          ?? "`breakeven paths` lists the paths, `breakeven model show company` the variables",
      category: .missing)
  }

  private func assessment(of company: CompanyRecord, on path: String) throws -> AssessmentRecord {
    let ids = company.paths.map(\.path)
    if let found = company.paths.first(where: { $0.path == path }) { return found }
    let beginning = ids.filter { $0.hasPrefix(path) }
    throw Diagnostic(
      "no path has the id \"\(path)\"",
      help: beginning.count == 1
        ? "did you mean \"\(beginning[0])\"?"
        : Suggestion.help(for: path, among: ids) ?? "`breakeven paths` lists them",
      category: .missing)
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
    let run = try evaluating.evaluate(companies: [id], in: speech, global)
    run.keep(global)
    return run.run
  }
}
