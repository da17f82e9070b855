import RunRecord

/// A source with a heading that citations lead to.
enum SourceEntry {
  static func blocks(_ id: String, level: Int, _ context: ReportContext) -> [Block] {
    guard let source = context.source(id) else { return [] }
    var parts: [[Inline]] = [
      [.strong([.text(source.title)])], [.text(source.publisher)],
      source.date.map { [.text($0)] } ?? context.line(.noDate), [.text(kind(source.kind, context))],
      [.text(source.reference)],
    ]
    if let known = source.knownSince {
      parts.append(context.line(.knownSince, ["date": [.text(known)]]))
    }
    return [
      .heading(level, [.text(id)], key: ReportContext.sourceKey(id)),
      .paragraph(.joined(parts, separator: " · ")),
    ]
  }

  private static func kind(_ kind: SourceKind, _ context: ReportContext) -> String {
    switch kind {
    case .filing: context.text(.sourceFiling)
    case .press: context.text(.sourcePress)
    case .article: context.text(.sourceArticle)
    case .analyst: context.text(.sourceAnalyst)
    case .aggregator: context.text(.sourceAggregator)
    case .memory: context.text(.sourceMemory)
    case .calculation: context.text(.kindCalculation)
    case .assumption: context.text(.sourceAssumption)
    }
  }
}
