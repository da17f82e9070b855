import ArgumentParser
import Breakeven
import Foundation
import RunRecord

/// `breakeven changes`.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Say what differs between two studies, and what each difference does to the odds.",
    usage: "breakeven changes <before> [<after>] [<options>]",
    discussion: """
      A side is a stored run (its id, latest or previous), a day as of which facts are known, a git \
      revision of the models' folder, or a models folder; the models folder as it is if there is no \
      second one. run:, git: and folder: say which, where a name could be several. Each change is \
      split exactly among facts, assumptions, models, scoring and time, and inside facts fact by \
      fact. What moves by less than the draws leave open isn't told.

      EXAMPLES:
        breakeven changes previous latest
        breakeven changes 2025-05-31 2026-06-30 --company cloudwalk
        breakeven changes main
        breakeven changes v1.2 HEAD --format markdown --gate review.yaml
      """)

  @Argument(help: "The side before.")
  var before: String

  @Argument(help: "The side after; the models folder as it is if left out.")
  var after: String?

  @OptionGroup(title: "Comparing") var changes: ChangesOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let finder = SideFinder(global: global, options: changes.sides)
    let base = try finder.find(before)
    let new = try after.map(finder.find) ?? finder.workTree()
    try changes.print(base, new, listsFiles: false, output, global)
  }
}

/// `breakeven review`.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what a branch does to the odds, and whether it keeps the team's rules.",
    usage: "breakeven review <base>[..<head>] [<options>]",
    discussion: """
      Compares the models folder as it was where the branch began with its last commit, or with the \
      folder as it is if no head is named; the work tree is never touched. The rules are those of \
      --gate, or of review.yaml in the models folder if there is one; the exit code is 1 if one is \
      broken.

      EXAMPLES:
        breakeven review main..HEAD
        breakeven review main
        breakeven review main..HEAD --format markdown --output comment.md
      """)

  @Argument(help: "The branch or commit to compare with, and what is compared: main..HEAD.")
  var range: String

  @OptionGroup(title: "Comparing") var changes: ChangesOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let finder = SideFinder(global: global, options: changes.sides)
    let (base, head) = Self.ends(of: range)
    let new = try head.map(finder.revision) ?? finder.workTree()
    var old = try finder.revision(base)
    // Where the branch began: what its base learnt since is none of its doing.
    let repository = try GitRepository(holding: global.modelFolders[0])
    if let id = old.side.id,
      let start = try repository.mergeBase(id, new.side.id ?? "HEAD"), start != id
    {
      old = try finder.revision(start)
      old.side.name = base
    }
    var changes = changes
    let usual = global.modelFolders[0] + "/review.yaml"
    if changes.gate == nil, FileManager.default.fileExists(atPath: usual) { changes.gate = usual }
    try changes.print(old, new, listsFiles: true, output, global)
  }

  /// The two ends of `BASE..HEAD`, `BASE...HEAD` or `BASE`.
  static func ends(of range: String) -> (base: String, head: String?) {
    guard let dots = range.firstRange(of: "...") ?? range.firstRange(of: "..") else {
      return (range, nil)
    }
    let (base, head) = (range[..<dots.lowerBound], range[dots.upperBound...])
    return (base.isEmpty ? "HEAD" : String(base), head.isEmpty ? "HEAD" : String(head))
  }
}
