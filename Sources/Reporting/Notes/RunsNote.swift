package import Publishing
package import RunRecord

/// What `runs list` and `runs show` print.
package enum RunsNote {
  /// The stored runs.
  package static func page(_ runs: [StoredRun], _ language: Language) -> Page {
    let table = Table(
      columns: [
        language.column(Words.run), language.column(Words.stored), language.column(Words.asOf),
        language.column(Words.scenario), language.column(Words.companies, .right),
        language.column(Words.draws, .right), language.column(Words.set, place: .below),
      ],
      rows: runs.map { run in
        let set = run.overrides.sorted { $0.key < $1.key }.map {
          [Inline.code("\($0.key) = \($0.value)")]
        }
        return [
          [.code(run.id)], [.text(run.createdAt)], [.text(run.asOf)],
          run.scenario.map { [.code($0)] } ?? language.line(ConditionWords.Words.base),
          [.text(String(run.companies))], [.text(String(run.draws))],
          .joined(set, separator: language.text(Joining.listSeparator)),
        ]
      })
    return .note(runs.isEmpty ? [] : [.table(table)])
  }

  /// One run: its study, its results, what it was made from, and what has changed since.
  package static func page(
    _ entry: StoredRun, changes: [RunInputCheck], _ context: ReportContext
  ) -> Page {
    let run = context.record.run
    var blocks: [Block] = [
      .heading(1, [.text(context.text(run.title))], key: nil),
      context.paragraph(
        Words.storedAt, ["id": [.code(entry.id)], "date": [.text(entry.createdAt)]]),
      .paragraph([.text(context.text(run.question))]),
    ]
    let changed = changes.compactMap { check -> [Inline]? in
      let what: [Inline] =
        switch check.kind {
        case .model: [.code(check.path ?? "")]
        case .facts: context.line(Words.facts)
        case .settings: context.line(Words.settings)
        }
      switch check.verdict {
      case .same: return nil
      case .changed: return context.line(Words.changed, ["what": what])
      case .gone: return context.line(Words.gone, ["what": what])
      }
    }
    if !changed.isEmpty {
      blocks.append(.quote([.list(changed.map { ListItem($0) }, ordered: false)]))
    }
    blocks += LeagueNote.blocks(context)
    return .note(blocks + Section<RunRecord>.identity.blocks(context.record, context))
  }

  enum Words: String, Phrases {
    static let topic = "RunsNote"

    case run = "Run"
    case stored = "Stored"
    case asOf = "As of"
    case scenario = "Scenario"
    case companies = "Companies"
    case draws = "Draws"
    case set = "Set by hand"
    case storedAt = "Run {id}, stored {date}."
    case facts = "the facts"
    case settings = "the settings"
    case changed = "Changed since this run: {what}."
    case gone = "No longer there: the model {what} of this run."
  }
}
