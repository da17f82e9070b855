package import Publishing
import RunRecord

/// What `brief` prints: the first screen of a report.
package enum BriefNote {
  /// The note.
  package static func page(_ context: ReportContext) -> Page {
    .note(
      [
        .heading(
          1, [.text(context.title(context.text(context.record.run.title), of: .brief))], key: nil)
      ]
        + context.blocks(.brief, ReportLayout.brief, of: ReportLayout.ofRun, context.record)
        + [ConditionWords.paragraph(context.record, context)])
  }
}
