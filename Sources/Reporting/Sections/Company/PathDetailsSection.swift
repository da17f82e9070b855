import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Each assessed path: what drives it, its story year by year, what it rests on.
  package static let pathDetails = Section("PathDetails", Words.self) { company, context in
    company.paths.filter { $0.status == .assessed }.flatMap { cell -> [Block] in
      var blocks: [Block] = [
        .heading(2, [.text(context.pathTitle(cell.path))], key: "path:" + cell.path)
      ]
      blocks += PathParts.verdict(cell, context)
      blocks += PathParts.drivers(cell, of: company, context)
      blocks += PathParts.story(cell, context)
      if !cell.criteria.isEmpty {
        blocks += [
          context.heading(3, Headings.readiness), CriteriaTable.block(cell, context),
        ]
      }
      blocks += SeriesWords.blocks(cell, of: company, context)
      if !cell.inputs.isEmpty {
        blocks += [
          context.heading(3, Words.inputsTitle), context.paragraph(Footnotes.estimates),
          InputTable.block(cell.inputs, context),
        ]
      }
      if let trace = TraceTable.block(cell, context) { blocks.append(trace) }
      return blocks
    }
  }
}

private enum Words: String, Phrases {
  static let topic = "PathDetails"

  case inputsTitle = "Inputs"
}
