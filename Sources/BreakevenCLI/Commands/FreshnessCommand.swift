import ArgumentParser
import Breakeven
import Publishing
import Reporting
import RunRecord
import RunStore

/// `breakeven facts freshness`.
struct FactsFreshness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freshness",
    abstract: "Show what each company's state rests on, how old it is, and what has been due.",
    usage: "breakeven facts freshness [<company>] [<options>]",
    discussion: """
      Leaves with 1 if the accounts of a company are too old to say anything of it.

      EXAMPLES:
        breakeven facts freshness
        breakeven facts freshness sensetime --as-of 2026-09-30
      """)

  @Argument(help: "A company's id; all of the study's if left out.")
  var company: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  mutating func run() throws {
    let all = try Surroundings.current.makeWorkspace(global)
      .freshness(company: company, asOf: global.day)
    switch output.format {
    case .json: try output.print(try RunCoder.encode(all))
    default: try output.print(FreshnessTable.table(all), global)
    }
    if all.contains(where: { $0.freshness?.age == .tooOld }) { throw AnswerIsNo() }
  }
}

/// How old the figures behind states are.
enum FreshnessTable {
  static func table(_ all: [FreshnessListing]) -> TextTable {
    let roles = FreshnessRecord.Figure.Role.allCases
    return TextTable(
      [TextTable.Column("company", "company"), TextTable.Column("age", "base")]
        + roles.map { role in
          TextTable.Column(
            role.rawValue, role.rawValue.replacing("_", with: " "), alignsRight: true)
        } + [TextTable.Column("due", "due since", .below), .data("reason")],
      rows: all.map { listing in
        let freshness = listing.freshness
        let ages = roles.map { role -> TextTable.Cell in
          guard let figure = freshness?.figures.first(where: { $0.role == role }) else {
            return .empty
          }
          return .number(figure.months, shown: NumberWords.months(figure.months))
        }
        return [.text(listing.company), .text(freshness.map { Words.age($0.age) } ?? "unknown")]
          + ages + [
            .text(FreshnessNote.due(listing)), TextTable.Cell(listing.reason?.message),
          ]
      })
  }
}

/// Ages in months.
private enum NumberWords {
  static func months(_ months: Double) -> String { "\(Int(months.rounded())) mo" }
}

extension Words {
  /// How old a base is, in words.
  static func age(_ age: FreshnessRecord.Age) -> String {
    age.rawValue.replacing("_", with: " ")
  }
}
