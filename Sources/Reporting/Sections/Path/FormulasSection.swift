package import RunRecord

extension Section where Subject == PathRecord {
  /// The model: each formula in the order it is computed.
  package static let formulas = Section("Formulas") { path, context in
    guard !path.formulas.isEmpty else { return [] }
    return [
      context.heading(2, .formulasTitle), context.paragraph(.accountingNote),
      .table(
        Table(
          columns: [
            .init(context.text(.columnVariable)), .init(context.text(.columnMeaning)),
            .init(context.text(.columnFormula)), .init(context.text(.columnUnit)),
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
