import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// A section on the companies without numbers: who has no business here and why, who lacks which
  /// facts.
  package static let notOnPath = Section("NotOnPath", Words.self) { path, context in
    let cells = PathCells(path, context)
    var blocks: [Block] = []
    if !cells.notPursued.isEmpty {
      blocks += [
        context.heading(2, Words.notPursuedTitle),
        .list(
          cells.notPursued.map { item in
            var line = context.line(
              Joining.labelled,
              [
                "label": context.companyLink(item.company.id),
                "value": item.cell.notPursued.map { [.text(context.sentence($0.because))] }
                  ?? context.line(Absence.noReason),
              ])
            let sources = item.cell.notPursued?.sources ?? []
            if !sources.isEmpty {
              line += context.line(
                Joining.inBrackets, ["content": context.citations(sources)])
            }
            return ListItem(line)
          }, ordered: false),
      ]
    }
    if !cells.missing.isEmpty {
      blocks += [
        context.heading(2, Words.missingTitle),
        .list(
          cells.missing.map { item in
            let names = MissingNames.inlines(item.cell.missing, context)
            return ListItem(
              context.line(
                Joining.labelled, ["label": context.companyLink(item.company.id), "value": names]))
          }, ordered: false),
      ]
    }
    return blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "NotOnPath"

  case notPursuedTitle = "Not pursued by"
  case missingTitle = "Missing facts"
}
