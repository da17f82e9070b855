import Publishing
import RunRecord

/// A source with a heading that citations lead to.
enum SourceEntry {
  static func blocks(_ id: String, level: Int, _ context: ReportContext) -> [Block] {
    guard let source = context.source(id) else { return [] }
    var parts: [[Inline]] = [
      [.strong([.text(source.title)])], [.text(source.publisher)],
      source.date.map { [.text($0)] } ?? context.line(Words.noDate),
      [.text(kind(source.kind, context))],
      [.text(source.reference)],
    ]
    if let known = source.knownSince {
      parts.append(context.line(Words.knownSince, ["date": [.text(known)]]))
    }
    return [
      .heading(level, [.text(id)], key: ReportContext.sourceKey(id)),
      .paragraph(.joined(parts, separator: " · ")),
    ]
  }

  /// A source in a line: `id: title. publisher, date`.
  static func line(_ id: String, _ context: ReportContext) -> [Inline] {
    guard let source = context.source(id) else { return [.code(id)] }
    let place = [source.publisher, source.date].compactMap(\.self)
      .joined(separator: context.text(Joining.listSeparator))
    return context.line(
      Words.line,
      ["id": [.code(id)], "title": [.text(source.title)], "place": [.text(place)]])
  }

  static func kind(_ kind: SourceKind, _ context: some Speaker) -> String {
    switch kind {
    case .filing: context.text(Words.filing)
    case .press: context.text(Words.press)
    case .article: context.text(Words.article)
    case .analyst: context.text(Words.analyst)
    case .aggregator: context.text(Words.aggregator)
    case .memory: context.text(Words.memory)
    case .calculation: context.text(KindWords.Words.calculation)
    case .assumption: context.text(Words.assumption)
    }
  }
}

extension SourceEntry {
  enum Words: String, Phrases {
    static let topic = "SourceEntry"

    case line = "{id}: {title} ({place})"
    case noDate = "undated"
    case filing = "filing"
    case press = "press"
    case article = "article"
    case analyst = "analyst"
    case aggregator = "data aggregator"
    case memory = "≈ memory: what it gives is an estimate"
    case assumption = "◇ assumption: what it gives is an estimate"
    case knownSince = "known since {date}"
  }
}
