package import Publishing
package import RunRecord

/// How old the figures behind each company's state are, as a list.
package enum FreshnessNote {
  /// A row a company; reports that have been due since stand under it.
  package static func page(_ all: [FreshnessListing], _ language: Language) -> Page {
    let roles = FreshnessRecord.Figure.Role.allCases
    let columns: [Table.Column] =
      [language.column(Columns.company), language.column(FreshnessWords.base)]
      + roles.map { language.column(FreshnessWords.name(of: $0), .right) }
      + [Table.Column("", place: .below)]
    let rows = all.map { listing -> [[Inline]] in
      let ages = roles.map { role -> [Inline] in
        guard let figure = listing.freshness?.figures.first(where: { $0.role == role }) else {
          return []
        }
        return language.line(
          FreshnessWords.months, ["months": [.text(language.numbers.points(figure.months))]])
      }
      return [
        [.code(listing.company)],
        language.line(listing.freshness.map { name(of: $0.age) } ?? FreshnessWords.unknown),
      ] + ages + [below(listing, language)]
    }
    return .note(all.isEmpty ? [] : [.table(Table(columns: columns, rows: rows))])
  }

  /// What has been due since, or why there is no state.
  private static func below(_ listing: FreshnessListing, _ language: Language) -> [Inline] {
    guard let freshness = listing.freshness else {
      return listing.reason.map { [.text(language.sentence($0))] } ?? []
    }
    if freshness.due.isEmpty { return [] }
    let due = freshness.due.map { FreshnessWords.report($0, language) }
    return language.line(
      FreshnessWords.dueSince,
      ["reports": [.text(due.joined(separator: language.text(Joining.listSeparator)))]])
  }

  private static func name(of age: FreshnessRecord.Age) -> FreshnessWords {
    switch age {
    case .fresh: FreshnessWords.fresh
    case .stale: FreshnessWords.stale
    case .tooOld: FreshnessWords.tooOld
    }
  }
}
