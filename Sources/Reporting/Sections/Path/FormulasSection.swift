import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// The model: each formula in the order it is computed.
  package static let formulas = Section("Formulas", Words.self) { path, context in
    guard !path.formulas.isEmpty else { return [] }
    return [
      context.heading(2, Words.title), context.paragraph(Definitions.contribution),
      .table(
        Table(
          columns: [
            .init(context.text(Columns.variable)), .init(context.text(Columns.meaning)),
            .init(context.text(Columns.formula)), .init(context.text(Words.unit)),
          ],
          rows: path.formulas.map { formula in
            [
              [.code(formula.name)], [.text(context.title(formula.title, name: formula.name))],
              [.code(formula.formula)], [.text(formula.unit.rawValue)],
            ]
          })),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "Formulas"

  case unit = "Unit"
  case title = "The model"
}
