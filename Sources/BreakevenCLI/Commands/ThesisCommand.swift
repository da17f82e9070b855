import ArgumentParser
import Breakeven
import Diagnostics
import Publishing
import Reporting
import RunRecord

/// `breakeven thesis`.
struct ThesisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thesis",
    abstract: "Test claims about the companies: how often each holds, and what it rests on.",
    usage: "breakeven thesis [<thesis> [<claim>]] [<options>]",
    discussion: """
      A claim is true or false in each draw. Its verdict is tested by putting what it may rest \
      on in a neutral place, and held against an earlier day; at most 4096 draws are made. \
      Theses are files in Models/theses.

      EXAMPLES:
        breakeven thesis
        breakeven thesis ai-shakeout dragons-need-money
        breakeven thesis ai-shakeout --as-of 2025-05-31 --format csv
      """)

  @Argument(help: "The thesis's id; all if none is named.")
  var thesis: String?

  @Argument(help: "The claim's id, for its test in full.")
  var claim: String?

  @OptionGroup(title: "Evaluating") var drawing: DrawingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let theses = try Surroundings.current.makeWorkspace(global)
      .theses(drawing.request(global), named: thesis)
    guard let claim else {
      return try output.print(
        quoting: global, note: { ThesisNote(theses, language: $0).page },
        data: ThesisData.claims(theses))
    }
    let found = theses.flatMap { thesis in thesis.claims.map { (thesis, $0) } }
      .first { $0.1.id == claim }
    guard let (thesis, one) = found else {
      let ids = theses.flatMap(\.claims).map(\.id)
      throw Diagnostic(
        "there is no claim \"\(claim.printable)\" in \(thesis ?? "")",
        help: Suggestion.help(for: claim, among: ids)
          ?? "the claims are \(ids.joined(separator: ", "))", category: .missing)
    }
    try output.print(
      quoting: global, note: { ThesisNote.page(one, of: thesis, $0) },
      data: ThesisData.tests(of: one, in: thesis))
  }
}
