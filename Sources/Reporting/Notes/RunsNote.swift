package import Publishing
package import RunRecord

/// The notes that `runs list` and `runs show` print.
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

  /// A stored run held against what is there today.
  package static func page(_ checks: [RunInputCheck], _ language: Language) -> Page {
    func what(_ check: RunInputCheck) -> [Inline] {
      switch check.kind {
      case .model: [.text(check.path ?? "")]
      case .facts: language.line(Words.ofFacts)
      case .settings: language.line(Words.ofSettings)
      }
    }
    func verdict(_ check: RunInputCheck) -> [Inline] {
      switch check.verdict {
      case .same: language.line(Words.isSame)
      case .changed: language.line(Words.isChanged)
      case .gone: language.line(Words.isGone)
      }
    }
    return .note([
      .table(
        Table(
          columns: [
            language.column(Words.what), language.column(Words.verdict),
            language.column(Words.then), language.column(Words.now),
          ],
          rows: checks.map { check in
            [what(check), verdict(check), [.text(check.then)], [.text(check.now ?? "")]]
          }))
    ])
  }

  enum Words: String, Phrases {
    static let topic = "RunsNote"

    case what
    case verdict
    case then
    case now
    case ofFacts = "facts"
    case ofSettings = "settings"
    case isSame = "same"
    case isChanged = "changed"
    case isGone = "gone"

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

/// What commands say of a run and the store, beside the answer.
package enum StoreMessages {
  /// That it was stored.
  package static func stored(_ id: String, in store: String, _ language: Language) -> String {
    language.text(StoreWords.stored, ["id": id, "store": store])
  }

  /// That it was taken from there.
  package static func taken(_ id: String, from store: String, _ language: Language) -> String {
    language.text(StoreWords.taken, ["id": id, "store": store])
  }

  /// That it couldn't be stored.
  package static func notStored(_ why: String, _ language: Language) -> String {
    language.text(StoreWords.notStored, ["why": why])
  }

  /// Whether what it was made from is as it was.
  package static func verdict(isUpToDate: Bool, _ id: String, _ language: Language) -> String {
    language.text(isUpToDate ? StoreWords.upToDate : StoreWords.outOfDate, ["id": id])
  }
}

/// The words of these.
enum StoreWords: String, Phrases {
  static let topic = "StoreWords"

  case stored = "Stored run {id} in {store}."
  case taken = "Took run {id} from {store}: nothing it rests on has changed."
  case notStored = "The run was not stored: {why}."
  case upToDate = "Run {id} is up to date: nothing it was made from has changed."
  case outOfDate = """
    Run {id} is out of date: evaluate again for today's numbers; to repeat the run, take back its \
    models and facts.
    """
}
