package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What happened, by date.
  package static let events = Section("Events") { company, context in
    guard !company.events.isEmpty else { return [] }
    let items = company.events.map { event in
      ListItem(
        context.line(
          .eventLine,
          [
            "date": [.strong([.text(event.date)])],
            "kind": [.text(event.kind.replacing("_", with: " "))],
            "text": [.text(event.text)], "source": context.citations([event.source]),
          ]))
    }
    return [context.heading(2, .eventsTitle), .list(items, ordered: false)]
  }
}
