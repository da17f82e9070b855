import ArgumentParser
import Breakeven
import Diagnostics
import Reporting
import RunRecord
import RunStore

/// `breakeven model`.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "List, show, check and run models, and begin new ones.",
    discussion: """
      EXAMPLES:
        breakeven model new robotics
        breakeven model check
        breakeven model run Models/paths/robotics.yaml --set price='2k to 5k'
      """,
    subcommands: [
      ModelList.self, ModelShow.self, ModelCheck.self, ModelRun.self, ModelNew.self,
    ])
}

/// `breakeven model list`.
struct ModelList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the models.",
    usage: "breakeven model list [<options>]",
    discussion: """
      EXAMPLES:
        breakeven model list
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let models = try Surroundings.current.makeWorkspace(global).models()
    try output.print(
      global, note: { ListNotes.page(models, $0) }, data: ListData.table(models))
  }
}

/// `breakeven model show`.
struct ModelShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a model: its inputs, formulas and criteria.",
    usage: "breakeven model show <model> [<options>]",
    discussion: """
      EXAMPLES:
        breakeven model show medical-ai
        breakeven model show company
        breakeven model show medical-ai --graph svg --output medical-ai.svg
        breakeven model show medical-ai --program
      """)

  @Argument(help: "The path's id, company for the model of all companies, or the model's file.")
  var model: String

  @Flag(help: "Show the compiled program.")
  var program = false

  @Option(
    help: ArgumentHelp("Show what is computed from what: mermaid or svg.", valueName: "form"))
  var graph: GraphFormat?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if program, graph != nil {
      throw ValidationError("--program and --graph exclude each other")
    }
  }

  mutating func run() throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let model = try workspace.showModel(self.model, asProgram: program)
    switch graph {
    case .mermaid: return try output.destination.print(model.graph.mermaid, global)
    case .svg: return try output.destination.print(model.graph.svg, global)
    case nil: break
    }
    if let program = model.program, output.format == .table {
      // Program text is code: its line breaks matter and it is not wrapped.
      return try output.destination.print(program.printableLines, global)
    }
    let cited = Set(model.inputs.flatMap(\.sources))
    let sources = try workspace.sources().map(\.source).filter { cited.contains($0.id) }
    let texts = try workspace.texts()
    try output.print(
      global,
      note: { language in
        ModelPage(model: model, sources: sources, language.saying(texts))
          .page(hasGraph: output.format == .markdown)
      }, csv: ModelData.table(model), json: { try RunCoder.encode(model) })
  }
}

/// `breakeven model check`.
struct ModelCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in one model, some, or all.",
    usage: "breakeven model check [<file> ...] [<options>]",
    discussion: """
      Leaves with 1 if there are errors; warnings alone don't count.

      EXAMPLES:
        breakeven model check
        breakeven model check Models/paths/robotics.yaml
        breakeven model check --sources
        breakeven model check --texts
        breakeven model check --format json
      """)

  @Argument(
    help: "Files to check; everything in the models folders if none is named.",
    completion: .file())
  var file: [String] = []

  /// The forms in which problems print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(
    help: ArgumentHelp("text, or json for editors and CI.", valueName: "form"))
  var format = Format.text

  @Flag(help: "Also warn of assumptions that cite no source.")
  var sources = false

  @Flag(
    help: "Also warn of texts that a language of texts/ leaves out, and of unused translations.")
  var texts = false

  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let problems = try Surroundings.current.makeWorkspace(global)
      .checkModels(files: file, wantsSources: sources, wantsTexts: texts)
    if format == .json {
      try Surroundings.current.writeOutput(RunCoder.encode(problems) + "\n")
      if problems.contains(where: { $0.severity == .error }) { throw AnswerIsNo() }
      return
    }
    let messages = Messages(global)
    messages.say(problems)
    if problems.contains(where: { $0.severity == .error }) { throw AnswerIsNo() }
    if problems.isEmpty { messages.say("No problems.") }
  }
}

/// `breakeven model run`.
struct ModelRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run one model alone and summarise every variable.",
    usage: "breakeven model run <model> [<options>]",
    discussion: """
      EXAMPLES:
        breakeven model run medical-ai --company sensetime
        breakeven model run my.yaml --set price='2k to 5k' --format json
        breakeven model run medical-ai --company yitu --chart fan.svg
      """)

  @Argument(help: "The path's id, or the model's file.", completion: .file())
  var model: String

  @Option(help: ArgumentHelp("The company whose facts answer.", valueName: "id"))
  var company: String?

  @Option(
    help: ArgumentHelp(
      "Also draw an output's median and 5th to 95th percentile by year.", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var chart: String?

  @Option(
    help: ArgumentHelp("The output or variable to draw.", valueName: "name"))
  var outputName = "contribution"

  @OptionGroup(title: "Drawing") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func validate() throws {
    if let chart, !chart.lowercased().hasSuffix(".svg") {
      throw ValidationError("--chart takes a file that ends in .svg, not \"\(chart.printable)\"")
    }
  }

  mutating func run() throws {
    if let chart {
      try OutputPath.checkApart(chart, from: output.destination.output, option: "--chart")
    }
    let workspace = try Surroundings.current.makeWorkspace(global)
    let result = try workspace.runModel(
      ModelRunRequest(
        model: model, company: company, asOf: global.day, scenario: drawing.scenario,
        overrides: try overrides(workspace), draws: drawing.sampling.drawCount,
        seed: drawing.sampling.seed,
        threads: drawing.sampling.threads, sampler: drawing.sampling.sampler))
    if let chart {
      try DestinationOptions.write(
        ModelChart(result: result, company: company).svg(of: outputName), to: chart, global,
        option: "--chart")
      Messages(global).say("Drew \(outputName) in \(chart).")
    }
    try output.print(
      global, note: { ModelRunNote(result, $0).page }, csv: ModelData.table(result),
      json: { try RunCoder.encode(result) })
  }
}

extension ModelRun {
  /// The overrides in `--set`, by input; a metric stands for the input that reads it.
  private func overrides(_ workspace: any WorkspaceProtocol) throws -> [InputOverride] {
    let overrides = drawing.sampling.overrides
    if overrides.isEmpty { return [] }
    let inputs = try workspace.showModel(model, asProgram: false).inputs
    return overrides.map { override in
      if inputs.contains(where: { $0.name == override.name }) { return override }
      let readers = inputs.filter { $0.from == override.name }
      return readers.count == 1
        ? InputOverride(name: readers[0].name, text: override.text) : override
    }
  }
}

/// `breakeven model new`.
struct ModelNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a new model that checks clean.",
    usage: "breakeven model new <id> [<options>]",
    discussion: """
      EXAMPLES:
        breakeven model new robotics
        breakeven model new coding-assistant --from chat-advertising
      """)

  @Argument(help: "The new path's id, in kebab-case.")
  var id: String

  @Option(help: ArgumentHelp("Begin with a copy of this path's model.", valueName: "path"))
  var from: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    try checkIsNew()
    let folder = global.modelFolders.last ?? "Models"
    let file = try Surroundings.current.makeWorkspace(global)
      .newModel(id: id, from: from, folder: folder)
    try Surroundings.current.writeOutput(file.printable + "\n")
    Messages(global).say("Check it with `breakeven model check \(file)`.")
  }

  /// Refuses the id of a path that one of the folders has, whose place the new one would take, and the name of
  /// the company model.
  ///
  /// - Throws: `DiagnosticError`.
  private func checkIsNew() throws {
    if id == "company" {
      throw DiagnosticError(
        Diagnostic(
          "company is the name of the model of all companies, and no path's id",
          help: "choose another id"))
    }
    // The folder that the model is for may not be there yet.
    var there = global
    there.models = global.modelFolders.filter { SystemCall.status(of: $0) != nil }
    let models = (try? Surroundings.current.makeWorkspace(there).models()) ?? []
    if let known = models.first(where: { $0.path == id }) { throw isThere(in: known.file) }
    // What has mistakes can't be listed; a file has its path's name as a rule.
    if id.contains("/") { return }
    let files = global.modelFolders.map { "\($0)/paths/\(id).yaml" }
    if let file = files.first(where: { SystemCall.status(of: $0) != nil }) {
      throw isThere(in: file)
    }
  }

  private func isThere(in file: String?) -> DiagnosticError {
    let place = file.map { ", in \($0.printable)" } ?? ""
    return DiagnosticError(
      Diagnostic(
        "the path \(id.printable) is there already\(place)",
        help: "choose another id; --from \(id.printable) begins with a copy of it"))
  }
}

extension GraphFormat: ExpressibleByArgument {}
