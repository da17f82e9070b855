import Findings
import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// A section on the path itself: what it is and for whom it works.
  package static let pathSummary = Section("PathSummary") { path, context in
    let cells = PathCells(path, context)
    var blocks: [Block] = [.paragraph([.text(context.text(path.summary))])]
    let pays = cells.paying
    if cells.assessed.isEmpty {
      blocks.append(
        context.paragraph(PathLines.nobody, ["path": [.text(context.text(path.title))]]))
    } else {
      var line = context.line(
        PathLines.pays,
        [
          "path": [.text(context.text(path.title))], "count": [.text(String(pays.count))],
          "total": [.text(String(cells.assessed.count))],
        ])
      if !pays.isEmpty {
        line += context.line(
          PathLines.paysWhom,
          [
            "names": context.joined(
              pays.map { PathLines.company($0.company, context) })
          ])
      }
      blocks.append(.paragraph([.strong(line)]))
    }
    if let crowding = path.crowding?.estimate {
      let numbers = context.numbers
      blocks.append(
        context.paragraph(
          context.findings.isCrowded(crowding) ? PathLines.crowded : PathLines.notCrowded,
          [
            "path": [.text(context.text(path.title))],
            "share": [.text(numbers.share(crowding.p50))],
            "range": [.text("\(numbers.points(crowding.p5))–\(numbers.share(crowding.p95))")],
          ]))
    }
    return blocks
  }
}
