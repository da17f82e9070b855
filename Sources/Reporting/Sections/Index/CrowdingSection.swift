package import RunRecord

extension Section where Subject == RunRecord {
  /// Whether the companies' stories add up to more than the markets they share.
  package static let crowding = Section("Crowding") { record, context in
    let items = record.paths.compactMap { path -> ListItem? in
      if let reason = path.crowding?.reason {
        return ListItem(
          context.line(
            .labelled,
            [
              "label": context.pathLink(path.id),
              "value": context.line(.unknownBecause, ["reason": [.text(context.sentence(reason))]]),
            ]))
      }
      guard let crowding = path.crowding?.estimate else { return nil }
      let numbers = context.numbers
      let share = numbers.share(crowding.p50)
      let range = "\(numbers.points(crowding.p5))–\(numbers.share(crowding.p95))"
      return ListItem(
        context.line(
          crowding.p50 > 100 ? .crowdedLine : .notCrowdedLine,
          [
            "path": context.pathLink(path.id), "share": [.strong([.text(share)])],
            "range": [.text(range)],
          ]))
    }
    guard !items.isEmpty else { return [] }
    return [
      context.heading(2, .crowdingTitle), context.paragraph(.crowdingIntro),
      .list(items, ordered: false),
    ]
  }
}
