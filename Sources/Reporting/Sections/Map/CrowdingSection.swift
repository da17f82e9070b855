import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section on markets that the companies' stories together exceed.
  package static let crowding = Section("Crowding", Words.self) { record, context in
    let items = record.paths.compactMap { path -> ListItem? in
      if let reason = path.crowding?.reason {
        return ListItem(
          context.line(
            Joining.labelled,
            [
              "label": context.pathLink(path.id),
              "value": context.line(
                Absence.unknownBecause, ["reason": [.text(context.sentence(reason))]]),
            ]))
      }
      guard let crowding = path.crowding?.estimate else { return nil }
      let numbers = context.numbers
      let share = numbers.share(crowding.p50)
      let range = "\(numbers.points(crowding.p5))–\(numbers.share(crowding.p95))"
      return ListItem(
        context.line(
          context.findings.isCrowded(crowding) ? PathLines.crowded : PathLines.notCrowded,
          [
            "path": context.pathLink(path.id), "share": [.strong([.text(share)])],
            "range": [.text(range)],
          ]))
    }
    guard !items.isEmpty else { return [] }
    return [
      context.heading(2, Words.title), context.paragraph(Words.intro),
      .list(items, ordered: false),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "Crowding"

  case title = "Do the stories fit into the market?"
  case intro = """
    What the assessed companies' stories claim together of the market they share \
    (median, p5–p95). Above 100 % they can't all come true.
    """
}
