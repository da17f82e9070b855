import Publishing
import RunRecord

/// How ratings are shown.
enum RatingTable {
  /// One row a rating, with every column for programs.
  static func table(_ ratings: [RatingListing]) -> TextTable {
    TextTable(
      [
        .data("company"), .data("path"), TextTable.Column("criterion", "criterion"),
        TextTable.Column("shown", "level", alignsRight: true, for: .people),
        .data("low"), .data("high"), TextTable.Column("grade", "grade"), .data("date"),
        TextTable.Column("shown_age", "age", alignsRight: true, for: .people),
        .data("age"), .data("half_life"),
        TextTable.Column("shown_weight", "weight", alignsRight: true, for: .people),
        .data("weight"), .data("verdict"), TextTable.Column("origin", "origin"),
        TextTable.Column("source", "source"), .data("known_since"), .data("note"),
      ],
      rows: ratings.map { rating in
        [
          .text(rating.company), .text(rating.path), .text(rating.criterion),
          .text(level(rating)), TextTable.Cell(raw: rating.low), TextTable.Cell(raw: rating.high),
          .text(rating.grade), .text(rating.date), .text(years(rating.age)),
          TextTable.Cell(raw: rating.age), TextTable.Cell(raw: rating.halfLife),
          .text(weight(rating)), TextTable.Cell(raw: rating.weight),
          .text(rating.verdict.rawValue), .text(rating.origin), .text(rating.source),
          .text(rating.knownSince), TextTable.Cell(rating.note),
        ]
      })
  }

  /// A table a path, with what the columns mean.
  static func text(_ ratings: [RatingListing], usesColor: Bool) -> String {
    var paths: [String] = []
    for rating in ratings where !paths.contains(rating.path) { paths.append(rating.path) }
    let tables = paths.map { path in
      path.printable + "\n"
        + table(ratings.filter { $0.path == path }).rendered(usesColor: usesColor)
    }
    return tables.joined(separator: "\n") + legend(ratings)
  }

  /// What the columns mean, under the tables.
  private static func legend(_ ratings: [RatingListing]) -> String {
    var sentences = [
      "Levels from 0 to 4; grades from A, a register or an audited filing, to D, somebody's word. "
        + "The weight is in observations, after decay: it halves with every half-life of its "
        + "criterion."
    ]
    if ratings.contains(where: { $0.verdict == .sameOrigin }) {
      sentences.append("=: a weightier rating of the same origin speaks in its place.")
    }
    if ratings.contains(where: { $0.verdict == .notYetKnown }) {
      sentences.append("?: not yet known on the day.")
    }
    if ratings.contains(where: { $0.verdict == .unused }) {
      sentences.append("x: no model takes ratings of this criterion.")
    }
    return TextWrap.paragraph(sentences.joined(separator: " ")) + "\n"
  }

  private static func level(_ rating: RatingListing) -> String {
    let low = NumberText.english.number(rating.low)
    return rating.low == rating.high ? low : "\(low) to \(NumberText.english.number(rating.high))"
  }

  /// `0.8 y`; evidence dated after the day is as good as new.
  private static func years(_ age: Double) -> String {
    "\(fixed(max(0, age))) y"
  }

  private static func weight(_ rating: RatingListing) -> String {
    switch rating.verdict {
    case .counts: fixed(rating.weight)
    case .sameOrigin: "="
    case .notYetKnown: "?"
    case .unused: "x"
    }
  }

  private static func fixed(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
