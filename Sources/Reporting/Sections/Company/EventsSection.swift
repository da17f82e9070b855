import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section with the company's events, by date.
  package static let events = Section("Events", Words.self) { company, context in
    guard !company.events.isEmpty else { return [] }
    let items = company.events.map { event in
      ListItem(
        context.line(
          Words.line,
          [
            "date": [.strong([.text(event.date)])],
            "kind": [.text(context.written(event.kind).replacing("_", with: " "))],
            "text": [.text(context.written(event.text))],
            "source": context.citations([event.source]),
          ]))
    }
    return [.details(summary: context.line(Words.title), [.list(items, ordered: false)])]
  }
}

private enum Words: String, Phrases {
  static let topic = "Events"

  case title = "Events"
  case line = "{date} ({kind}): {text} ({source})"
}
