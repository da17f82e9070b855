package import Publishing
package import RunRecord

/// What `facts freshness` prints.
package enum FreshnessNote {
  /// How old the figures behind the states of companies are, and what has been due since.
  package static func page(_ all: [FreshnessListing], _ language: Language) -> Page {
    let roles = FreshnessRecord.Figure.Role.allCases
    let table = Table(
      columns: [language.column(Columns.company), language.column(FreshnessWords.base)]
        + roles.map { language.column(FreshnessWords.name(of: $0), .right) }
        + [language.column(FreshnessWords.dueSince, place: .below)],
      rows: all.map { listing in
        let freshness = listing.freshness
        let ages = roles.map { role -> [Inline] in
          guard let figure = freshness?.figures.first(where: { $0.role == role }) else {
            return language.line(Absence.emptyCell)
          }
          return language.line(
            FreshnessWords.months, ["months": [.text(language.numbers.points(figure.months))]])
        }
        let due = (freshness?.due ?? []).map { FreshnessWords.report($0, language) }
          .joined(separator: language.text(Joining.listSeparator))
        return [
          [.code(listing.company)],
          freshness.map { language.line(FreshnessWords.name(of: $0.age)) }
            ?? language.line(FreshnessWords.unknown),
        ] + ages + [[.text(listing.reason.map { language.sentence($0) } ?? due)]]
      })
    return .note(all.isEmpty ? [] : [.table(table)])
  }
}
