package import RunRecord

extension Section where Subject == RunRecord {
  /// Every source of the run.
  package static let allSources = Section("AllSources") { record, context in
    let estimates = record.sources.filter { $0.kind == .memory || $0.kind == .assumption }
    var blocks = [
      context.paragraph(
        .allSourcesIntro,
        [
          "count": [.text(String(record.sources.count))],
          "estimates": [.text(String(estimates.count))],
        ])
    ]
    for id in unique(record.sources.map(\.id)).sorted() {
      blocks += SourceEntry.blocks(id, level: 3, context)
    }
    return blocks
  }
}
