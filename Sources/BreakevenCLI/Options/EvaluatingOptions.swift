public import ArgumentParser
import Breakeven
import Diagnostics
import Findings
public import RunRecord
import RunStore

/// Read from the command line by its name.
extension DrawSampler: ExpressibleByArgument {}

/// The options of commands that draw.
struct DrawingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Evaluate under a scenario.", valueName: "name"))
  var scenario: String?

  @OptionGroup var sampling: SamplingOptions

  /// The request for some companies and paths, or all where none is named.
  func request(
    companies: [String] = [], paths: [String] = [], testsTheses: Bool = false,
    daysAhead: Int? = nil, _ global: GlobalOptions
  ) -> EvaluationRequest {
    var request = sampling.request(companies: companies, global)
    request.paths = paths
    request.scenario = scenario
    request.testsTheses = testsTheses
    request.daysAhead = daysAhead
    return request
  }
}

/// The options that say how draws are made, and what is set for them.
struct SamplingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The number of draws, a power of two. (default: 16384; fewer for companies of a study "
        + "of over 1024)", valueName: "n"))
  var draws: Int?

  @Option(
    help: ArgumentHelp("The seed of all draws. (default: 1)", valueName: "n"),
    transform: SamplingOptions.seed)
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The number of threads; no result depends on it. (default: the machine's)", valueName: "n"))
  var threads: Int?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set an input for this run; may repeat: --set price='2 to 4'.",
      valueName: "name=distribution"))
  var assignments: [String] = []

  @Option(help: ArgumentHelp("How to draw: sobol or random.", valueName: "sampler"))
  var sampler = DrawSampler.sobol

  /// Reads a seed.
  ///
  /// - Throws: `ValidationError` that says which numbers are.
  @Sendable static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw ValidationError("a whole number from 0 to \(UInt64.max) is expected")
    }
    return seed
  }

  /// The inputs to set, in the order given.
  var overrides: [InputOverride] {
    assignments.compactMap(InputOverride.init)
  }

  /// The request for some companies, or all where none is named.
  func request(companies: [String] = [], _ global: GlobalOptions) -> EvaluationRequest {
    var request = EvaluationRequest(
      companies: companies, asOf: global.day, overrides: overrides, draws: drawCount, seed: seed,
      threads: threads, sampler: sampler)
    request.takesFewerForMany = draws == nil
    return request
  }

  /// The number of draws that is asked for, or the usual one.
  var drawCount: Int { draws ?? 16384 }

  func validate() throws {
    let draws = drawCount
    guard draws >= 64, draws <= 1 << 24, draws & (draws - 1) == 0 else {
      let reason = (2..<64).contains(draws) ? "; fewer say nothing of odds" : ""
      throw ValidationError(
        "--draws takes a power of two from 64 to \(1 << 24), such as 16384, not \(draws)\(reason)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads)")
    }
    for text in assignments where InputOverride(text) == nil {
      throw ValidationError(
        "--set takes NAME=DISTRIBUTION, such as price='2 to 4', not \"\(text.printable)\"")
    }
    let twice = Dictionary(grouping: overrides, by: \.name).filter { $0.value.count > 1 }
    if let name = twice.keys.min() {
      throw ValidationError("--set gives \(name.printable) more than one value; keep one")
    }
  }
}

/// The options of commands that evaluate companies.
struct EvaluatingOptions: ParsableArguments {
  @OptionGroup var drawing: DrawingOptions

  @Option(help: ArgumentHelp("Only this path; may repeat.", valueName: "path"))
  var path: [String] = []

  @Flag(help: "Evaluate anew, even if the store has the same run.")
  var fresh = false

  /// The request for some companies, or all if none is named.
  func request(
    companies: [String], testsTheses: Bool = false, daysAhead: Int? = nil,
    _ global: GlobalOptions
  ) -> EvaluationRequest {
    drawing.request(
      companies: companies, paths: path, testsTheses: testsTheses, daysAhead: daysAhead, global)
  }

  /// The run of a request: from the store where nothing that it rests on has changed, else
  /// evaluated; `speech` is the language of the answer.
  func evaluate(
    companies: [String], testsTheses: Bool = false, daysAhead: Int? = nil,
    in speech: LanguageOptions, _ global: GlobalOptions
  ) throws -> RunOnDemand {
    try RunStore.check(path: global.store)
    let language = try speech.chosen(global)
    let workspace = try Surroundings.current.makeWorkspace(global)
    let request = request(
      companies: companies, testsTheses: testsTheses, daysAhead: daysAhead, global)
    let identity = try workspace.identity(of: request)
    if !fresh, let identity, let run = RunOnDemand.stored(identity, language, global) { return run }
    let run = try evaluated(request, in: workspace, global)
    if run.companies.isEmpty {
      throw Diagnostic(
        "there is no company in \(global.modelFolders.joined(separator: ", "))",
        help: "describe one in companies/ID.yaml", category: .missing)
    }
    return RunOnDemand(run: run, identity: identity, isStored: false, language: language) {
      try workspace.modelTexts()
    }
  }

  /// The run of the same question as another on an earlier day, stored where it can be found again.
  ///
  /// - Throws: `ValidationError` for a later day.
  func earlier(
    than now: RunRecord, on day: CalendarDay, companies: [String], in speech: LanguageOptions,
    _ global: GlobalOptions
  ) throws -> RunRecord {
    let asOf = now.run.asOf
    if asOf < day.description {
      throw ValidationError("--since takes a day before \(asOf), the as-of day, not \(day)")
    }
    var then = global
    then.asOf = day.description
    let run = try evaluate(companies: companies, in: speech, then)
    run.keep(global)
    return run.run
  }

  /// Why the odds moved of companies of which they moved far; nil where none did.
  func changes(
    from earlier: RunRecord, to now: RunRecord, _ global: GlobalOptions
  ) throws -> ChangesRecord? {
    let far = Findings(now).moves(since: earlier).filter(\.isFar).map(\.company.id)
    guard !far.isEmpty else { return nil }
    func side(_ run: RunRecord) -> ChangesRequest.Side {
      var request = request(companies: [], global)
      request.asOf = CalendarDay(run.run.asOf)
      // What changes are told by, and not less than what tells them from noise.
      request.draws = min(request.draws, 4096)
      return ChangesRequest.Side(
        kind: .day, name: run.run.asOf, folders: global.modelFolders, evaluation: request)
    }
    Messages(global).say("Looking for what moved the odds of \(far.joined(separator: ", ")).")
    return try Surroundings.current.makeWorkspace(global).changes(
      ChangesRequest(
        base: side(earlier), new: side(now), companies: far,
        threads: drawing.sampling.threads))
  }

  /// Refuses a day of `--since` that isn't one.
  func validate(since: String?) throws {
    if let since, CalendarDay(since) == nil {
      throw ValidationError("--since takes a day as YYYY-MM-DD, not \"\(since.printable)\"")
    }
  }

  /// Evaluates, with a progress bar where there is somebody to see it.
  private func evaluated(
    _ request: EvaluationRequest, in workspace: any WorkspaceProtocol, _ global: GlobalOptions
  ) throws -> RunRecord {
    let surroundings = Surroundings.current
    let bar = ProgressBar(
      isVisible: surroundings.errorIsTerminal && !global.quiet, seconds: surroundings.seconds,
      write: surroundings.writeError)
    defer { bar.finish() }
    let companies = request.companies
    Messages(global).say(
      verbose:
        "Evaluating \(companies.isEmpty ? "all companies" : companies.joined(separator: ", "))"
        + " with \(request.takesFewerForMany ? "at most " : "")\(request.draws) draws of seed \(request.seed); models from "
        + global.modelFolders.joined(separator: ", ") + ".")
    return try workspace.evaluate(request) { bar.show($0) }
  }
}
