import ArgumentParser
import Breakeven
import Diagnostics
import Findings
import Foundation
import Publishing
import Reporting
import RunRecord
import RunStore

/// The options of commands that hold two studies against each other.
struct ChangesOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this company; may repeat.", valueName: "company"))
  var company: [String] = []

  @Option(
    help: ArgumentHelp(
      "The number of draws, a power of two. (default: a stored run's, else 4096)", valueName: "n"))
  var draws: Int?

  @Option(
    help: ArgumentHelp("The seed of all draws. (default: a stored run's, else 1)", valueName: "n"),
    transform: SamplingOptions.seed)
  var seed: UInt64?

  @Option(help: ArgumentHelp("Evaluate under a scenario.", valueName: "name"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "The number of threads; no result depends on it. (default: the machine's)", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "A file of rules, such as review.yaml; leaves with 1 if one is broken.", valueName: "file"),
    completion: .file())
  var gate: String?

  var sides: SideOptions { SideOptions(draws: draws, seed: seed, scenario: scenario) }

  func validate() throws {
    if let draws, draws < 2 || draws > 1 << 24 || draws & (draws - 1) != 0 {
      throw ValidationError(
        "--draws takes a power of two from 2 to \(1 << 24), such as 4096, not \(draws)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads)")
    }
  }

  /// Holds two sides against each other and prints what moved.
  ///
  /// - Throws: `AnswerIsNo` where a rule is broken.
  func print(
    _ base: SideFinder.Found, _ new: SideFinder.Found, listsFiles: Bool, _ output: OutputOptions,
    _ global: GlobalOptions
  ) throws {
    let workspace = try Surroundings.current.makeWorkspace(global)
    let (base, new) = shareDraws(base, new)
    // Read first: a mistake in the rules shouldn't wait for an evaluation.
    let rules = try gate.map { try workspace.reviewRules(file: $0) }
    var record = try named([base, new]) {
      try workspace.changes(
        ChangesRequest(base: base.side, new: new.side, companies: company, threads: threads))
    }
    record.review = rules.map { record.reviewed(by: $0) }
    let failures = record.review?.failures ?? []
    if record.isSilent, failures.isEmpty {
      Messages(global).say(
        record.items.isEmpty
          ? "Nothing changed." : "Nothing moved by more than the draws leave open.")
    }
    try print(record, listsFiles: listsFiles, output, global)
    if !failures.isEmpty { throw AnswerIsNo() }
  }

  private func print(
    _ record: ChangesRecord, listsFiles: Bool, _ output: OutputOptions, _ global: GlobalOptions
  ) throws {
    switch output.format {
    case .csv: try output.destination.print(ChangesData.table(record).csv, global)
    case .json: try output.destination.print(try RunCoder.encode(record), global)
    case .markdown:
      let note = ChangesNote(
        record, listsFiles: listsFiles, language: try output.speech.chosen(global))
      let text = note.comment
      // A file that is asked for is written, though there be nothing to say.
      if !text.isEmpty || output.destination.output != "-" {
        try output.destination.print(text, global)
      }
    case .table:
      let page = ChangesNote(
        record, listsFiles: listsFiles, language: try output.speech.chosen(global)
      ).page()
      if !page.isEmpty { try output.destination.print(page, asMarkdown: false, global) }
    }
  }

  /// A side that brings no draws takes those of a stored run.
  private func shareDraws(
    _ base: SideFinder.Found, _ new: SideFinder.Found
  ) -> (SideFinder.Found, SideFinder.Found) {
    var (base, new) = (base, new)
    switch (base.run, new.run) {
    case (.some, nil): new.takeDraws(of: base)
    case (nil, .some): base.takeDraws(of: new)
    default: break
    }
    return (base, new)
  }

  /// Says the names of sides instead of the temporary folders that they are read from.
  private func named<Value>(
    _ sides: [SideFinder.Found], _ work: () throws -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch let error as DiagnosticError {
      let shown = sides.flatMap(\.shown)
      let errors = error.diagnostics.filter { $0.severity == .error }
      let told = errors.prefix(Self.mostErrors).map { $0.replacing(shown) }
      let rest = errors.count - told.count
      throw DiagnosticError(
        told + (rest > 0 ? [Diagnostic("and \(rest) more mistakes")] : []))
    }
  }

  /// So many mistakes of a revision are told; the rest is counted.
  private static let mostErrors = 8
}

extension SideFinder.Found {
  fileprivate mutating func takeDraws(of other: SideFinder.Found) {
    side.evaluation.draws = other.side.evaluation.draws
    side.evaluation.seed = other.side.evaluation.seed
    side.evaluation.sampler = other.side.evaluation.sampler
  }
}

extension Diagnostic {
  /// The same with other names for paths.
  fileprivate func replacing(_ names: [(path: String, name: String)]) -> Diagnostic {
    func named(_ text: String) -> String {
      names.reduce(text) { $0.replacing($1.path, with: $1.name) }
    }
    var diagnostic = self
    diagnostic.message = named(message)
    diagnostic.help = help.map(named)
    diagnostic.location?.file = named(location?.file ?? "")
    return diagnostic
  }
}
