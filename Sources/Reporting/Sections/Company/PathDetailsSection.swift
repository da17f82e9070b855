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
      func fold(_ title: some Phrases, _ content: [Block]) {
        if !content.isEmpty {
          blocks.append(.details(summary: context.line(title), content))
        }
      }
      fold(Headings.drivers, PathParts.drivers(cell, of: company, context))
      fold(PathParts.Words.storyTitle, PathParts.story(cell, context))
      fold(
        Headings.readiness, cell.criteria.isEmpty ? [] : [CriteriaTable.block(cell, context)])
      blocks += SeriesWords.blocks(cell, of: company, context)
      fold(
        Words.inputsTitle,
        cell.inputs.isEmpty
          ? [] : [context.paragraph(Footnotes.estimates), InputTable.block(cell.inputs, context)])
      if let trace = TraceTable.block(cell, context) { blocks.append(trace) }
      return blocks
    }
  }
}

private enum Words: String, Phrases {
  static let topic = "PathDetails"

  case inputsTitle = "Inputs"
}
