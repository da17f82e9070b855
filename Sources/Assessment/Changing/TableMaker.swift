internal import Diagnostics
package import Evaluation
internal import Facts
package import RunRecord
package import Study
package import Threads

/// Holds companies against themselves over a grid of values, on the same draws.
package struct TableMaker {
  let loaded: LoadedModels
  let request: WhatIfTableRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: WhatIfTableRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The table.
  ///
  /// - Throws: `DiagnosticError` for what can't be read or can't be.
  package func table() throws -> WhatIfTable {
    var axes: [AxisReader.Axis] = []
    let question = try ChangeQuestion(
      request.whatIf, loaded: loaded, ownEvaluators: ownEvaluators, crew: crew
    ) { bench in
      axes = try AxisReader(changes: bench.reader).read(request.axes)
      return axes.compactMap(\.changes.first)
    }
    let bench = question.bench
    if let mistake = axes.lazy.compactMap({ axis in
      (question.changes + axis.changes.prefix(1)).contradictions.first?.mistake
    }).first {
      throw DiagnosticError(mistake)
    }
    let companies = question.companies
    guard companies.count <= Self.mostCompanies else {
      throw DiagnosticError(
        Diagnostic(
          "a table of \(companies.count) companies is more than anybody reads",
          help: "name up to \(Self.mostCompanies)"))
    }
    let grid = self.grid(axes)
    let sides = try crew.map(companies.count) { try bench.side(companies[$0]) }
    let cells = try crew.map(grid.count) { index -> [VariantRecord] in
      let changes = try question.changes + resolved(grid[index], question)
      let changed = try bench.changed(by: changes)
      return try sides.enumerated().map { place, side in
        let pair = try changed.pair(side)
        if place == 0 { try check(changes, pair) }
        return pair.variant
      }
    }
    let width = axes.count > 1 ? axes[1].changes.count : 1
    return WhatIfTable(
      basis: bench.basis, changes: question.changes.map(\.record),
      axes: axes.map { axis in
        WhatIfTable.Axis(
          text: axis.text, change: axis.changes[axis.changes.count - 1].record,
          values: axis.changes.map(\.record.text))
      },
      companies: sides.enumerated().map { place, side in
        WhatIfTable.Company(
          id: side.company.id, names: LocalizedText(side.company.names), base: side.standing,
          cells: stride(from: 0, to: cells.count, by: width).map { row in
            cells[row..<row + width].map { $0[place] }
          })
      })
  }

  private static let mostCompanies = 8

  /// The changes of each cell, row by row.
  private func grid(_ axes: [AxisReader.Axis]) -> [[StudyChange]] {
    guard axes.count > 1 else { return axes[0].changes.map { [$0] } }
    return axes[0].changes.flatMap { first in axes[1].changes.map { [first, $0] } }
  }

  private func resolved(
    _ changes: [StudyChange], _ question: ChangeQuestion
  ) throws -> [StudyChange] {
    try changes.map { change in
      guard let driver = change.driver else { return change }
      return try DriverSearch(
        bench: question.bench,
        others: question.changes + changes.filter { $0.driver == nil }
      ).resolved(change, driver, companies: question.companies)
    }
  }

  /// Refuses what can't be.
  private func check(_ changes: [StudyChange], _ pair: SidePair) throws {
    for change in changes {
      _ = try ChangedInput(
        change: change, columns: ChangedInput.Columns(change, pair),
        isForced: request.whatIf.isForced
      ).record()
    }
  }
}
