package import Publishing
import RunRecord

/// What `brief` prints: the first screen of a report.
package enum BriefNote {
  /// The note.
  package static func page(_ context: ReportContext) -> Page {
    .note(
      [.heading(1, [.text(context.text(context.record.run.title))], key: nil)]
        + ReportLayout.brief.flatMap { $0.blocks(context.record, context) }
        + [ConditionWords.paragraph(context.record.run, context)])
  }
}
