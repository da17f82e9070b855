import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// What the run is of, and where everything else stands.
  package static let elsewhere = Section("Elsewhere", Words.self) { record, context in
    func link(_ title: any Phrases, _ page: String) -> [Inline] {
      [.link(context.line(title), to: .page(page, anchor: nil))]
    }
    let findings = context.findings.groups
    func count(_ group: [CompanyRecord]?) -> [Inline] { [.text(String(group?.count ?? 0))] }
    var items: [[Inline]] = []
    if !record.companies.isEmpty {
      items = [
        context.line(
          Words.ranking,
          ["page": link(Pages.ranking, ReportContext.rankingPage)]),
        context.line(
          Words.unranked,
          [
            "page": link(Pages.unranked, ReportContext.unrankedPage),
            "earning": count(findings[.already]), "unknown": count(findings[.unknown]),
          ]),
      ]
    }
    if !record.paths.isEmpty, !record.companies.isEmpty {
      items.append(context.line(Words.map, ["page": link(Pages.map, ReportContext.mapPage)]))
    }
    if let earlier = context.earlier {
      items.append(
        context.line(
          Words.changes,
          [
            "page": link(Pages.changes, ReportContext.changesPage),
            "date": [.text(earlier.run.asOf)],
          ]))
    }
    items += [
      context.line(Words.method, ["page": link(Pages.method, ReportContext.methodPage)]),
      context.line(Words.sources, ["page": link(Pages.sources, ReportContext.allSourcesPage)]),
    ]
    return [
      context.heading(2, Words.title), .list(items.map { ListItem($0) }, ordered: false),
      context.paragraph(
        Words.scope,
        [
          "date": [.text(record.run.asOf)], "horizon": [.text(String(record.run.horizon))],
          "run": [.code(record.run.id)],
        ]),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "Elsewhere"

  case title = "More"
  case ranking = "{page}: who beats whom, and by which weights."
  case unranked = "{page}: {earning} that earn already, {unknown} of which too little is known."
  case map = "{page}: every company on every path, and whether their stories fit into the markets."
  case changes = "{page}: the odds of {date} and of now, and how to see why they moved."
  case method = "{page}: what the words mean, how it is computed, and what this run was made from."
  case sources = "{page}: everything cited."
  case scope = "As of {date}, to the end of {horizon}; run {run}."
}
