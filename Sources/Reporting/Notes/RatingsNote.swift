package import Publishing
package import RunRecord

/// What `facts COMPANY --ratings` prints: what readiness rests on, a table a path.
package enum RatingsNote {
  /// The ratings of a company, and what the columns mean.
  package static func page(_ ratings: [RatingListing], _ language: Language) -> Page {
    let blocks = unique(ratings.map(\.path)).flatMap { path -> [Block] in
      [
        .heading(2, [.text(path)], key: nil),
        .table(table(ratings.filter { $0.path == path }, language)),
      ]
    }
    return .note(blocks.isEmpty ? [] : blocks + [.paragraph(legend(ratings, language))])
  }

  private static func table(_ ratings: [RatingListing], _ language: Language) -> Table {
    Table(
      columns: [
        language.column(CriteriaTable.Words.criterion), language.column(Columns.level, .right),
        language.column(Words.grade), language.column(Words.age, .right),
        language.column(CriteriaTable.Words.weight, .right), language.column(Words.origin),
        language.column(Columns.source),
      ],
      rows: ratings.map { rating in
        [
          [.text(rating.title.map { language.text($0) } ?? rating.criterion)],
          [.text(level(rating, language))], [.text(rating.grade)],
          // Evidence dated after the day is as good as new.
          language.line(
            Words.years, ["years": [.text(DecimalText.fixed(max(0, rating.age), digits: 1))]]),
          [.text(weight(rating))], [.text(rating.origin)], [.code(rating.source)],
        ]
      })
  }

  private static func legend(_ ratings: [RatingListing], _ language: Language) -> [Inline] {
    var parts = [language.line(Words.legend)]
    for (verdict, phrase) in [
      (RatingListing.Verdict.sameOrigin, Words.sameOrigin), (.notYetKnown, Words.notYetKnown),
      (.unused, Words.unused),
    ] where ratings.contains(where: { $0.verdict == verdict }) {
      parts.append(language.line(phrase))
    }
    return .joined(parts, separator: " ")
  }

  private static func level(_ rating: RatingListing, _ language: Language) -> String {
    let low = language.numbers.number(rating.low)
    let high = language.numbers.number(rating.high)
    return low == high ? low : language.text(Joining.rangeTo, ["low": low, "high": high])
  }

  private static func weight(_ rating: RatingListing) -> String {
    switch rating.verdict {
    case .counts: DecimalText.fixed(rating.weight, digits: 1)
    case .sameOrigin: "="
    case .notYetKnown: "?"
    case .unused: "×"
    }
  }

  enum Words: String, Phrases {
    static let topic = "RatingsNote"

    case grade = "Grade"
    case age = "Age"
    case years = "{years} y"
    case origin = "Origin"
    case legend = """
      Levels from 0 to 4; grades from A, a register or an audited filing, to D, somebody's word. \
      The weight is in observations, after decay: it halves with every half-life of its \
      criterion.
      """
    case sameOrigin = "=: a weightier rating of the same origin speaks in its place."
    case notYetKnown = "?: not yet known on the day."
    case unused = "×: no model takes ratings of this criterion."
  }
}
