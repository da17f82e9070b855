package import Publishing
package import RunRecord

/// The note that `facts` prints: facts, which of them answers, which disagree, which to look for.
package enum FactsNote {
  /// Facts, of everybody or of one company.
  package static func page(
    _ facts: [FactListing], of company: String?, _ language: Language
  ) -> Page {
    // Who asked for one company knows whose facts they are.
    let whose = company == nil ? [language.column(Columns.company)] : []
    let table = Table(
      columns: whose + [
        language.column(Columns.metric), language.column(Columns.period),
        language.column(Columns.value, .right),
        language.column(Columns.source, place: .belowIfTight),
        language.column(Words.confidence),
      ],
      rows: facts.map { listing in
        let fact = listing.fact
        return (company == nil ? [[.code(listing.company)]] : []) + [
          [.code(fact.metric)], [.text(fact.period)], [.text(language.factValue(fact))],
          [.code(fact.source)], [.text(ConfidenceWords.text(fact.confidence, language))],
        ]
      })
    return .note(facts.isEmpty ? [] : [.table(table)])
  }

  /// The fact that answers, and the reasons against the others.
  package static func page(_ listing: FactAnswerListing, _ language: Language) -> Page {
    let subject: [String: [Inline]] = [
      "company": [.text(listing.company)], "metric": [.code(listing.metric)],
      "date": [.text(listing.asOf)], "because": [.text(language.sentence(listing.because))],
    ]
    let headline =
      listing.answer.map { answer in
        language.line(
          Words.answers,
          subject.merging([
            "value": [.text(language.factValue(answer))], "period": [.text(answer.period)],
            "source": [.code(answer.source)],
          ]) { $1 })
      } ?? language.line(Words.nothingAnswers, subject)
    let table = Table(
      columns: [
        language.column(Words.verdict), language.column(Columns.period),
        language.column(Columns.value, .right), language.column(Columns.source),
        language.column(Words.confidence), language.column(Words.knownSince),
        language.column(Columns.reason, place: .below),
      ],
      rows: listing.candidates.map { fact in
        [
          fact.verdict.map { language.line(VerdictOfFact($0)) }
            ?? language.line(Absence.emptyCell),
          [.text(fact.period)], [.text(language.factValue(fact))], [.code(fact.source)],
          [.text(ConfidenceWords.text(fact.confidence, language))], [.text(fact.knownSince)],
          fact.because.map { [.text(language.sentence($0))] } ?? [],
        ]
      })
    return .note([.paragraph(headline)] + (listing.candidates.isEmpty ? [] : [.table(table)]))
  }

  /// The facts that disagree.
  package static func page(_ conflicts: [FactConflict], _ language: Language) -> Page {
    let table = Table(
      columns: [
        language.column(Columns.company), language.column(Columns.metric),
        language.column(Columns.period), language.column(Words.disagreement),
        language.column(Words.values, place: .below),
      ],
      rows: conflicts.map { conflict in
        let values = conflict.facts.map { fact in
          language.line(
            Joining.nameWithDetail,
            ["name": [.text(language.factValue(fact))], "detail": [.code(fact.source)]])
        }
        return [
          [.code(conflict.company)], [.code(conflict.metric)], [.text(conflict.period)],
          [.text(language.sentence(conflict.because))], .joined(values, separator: "; "),
        ]
      })
    return .note(conflicts.isEmpty ? [] : [.table(table)])
  }

  /// The facts to look for; those that matter for the same reason share a row.
  package static func page(_ todo: [FactTodo], _ language: Language) -> Page {
    var groups: [[FactTodo]] = []
    for item in todo {
      if let last = groups.last?.first, last.company == item.company, last.path == item.path,
        last.kind == item.kind, last.because == item.because
      {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    let table = Table(
      columns: [
        language.column(Columns.company), language.column(Columns.path),
        language.column(Words.wanted), language.column(Words.facts, place: .below),
        language.column(Columns.reason, place: .below),
      ],
      rows: groups.map { group in
        let metrics = group.map { item in
          item.current.map { current in
            language.line(
              Words.now,
              [
                "metric": [.code(item.metric)], "value": [.text(language.factValue(current))],
              ])
          } ?? [.code(item.metric)]
        }
        return [
          group[0].company.isEmpty
            ? language.line(Absence.emptyCell) : [.code(group[0].company)],
          group[0].path.map { [.code($0)] } ?? language.line(Absence.emptyCell),
          language.line(Words(group[0].kind)),
          .joined(metrics, separator: language.text(Joining.listSeparator)),
          [.text(language.sentence(group[0].because))],
        ]
      })
    return .note(todo.isEmpty ? [] : [.table(table)])
  }

  enum Words: String, Phrases {
    static let topic = "FactsNote"

    case answers =
      "{value} ({period}, {source}) answers for {company}'s {metric} as of {date}: {because}."
    case nothingAnswers = "Nothing answers for {company}'s {metric} as of {date}: {because}."
    case verdict = "Verdict"
    case confidence = "Confidence"
    case knownSince = "Known since"
    case disagreement = "What is wrong"
    case values = "Figures"
    case wanted = "Wanted"
    case facts = "Facts"
    case missing = "missing"
    case replaceEstimate = "replace an estimate"
    case replaceAssumption = "replace an assumption"
    case now = "{metric}, now {value}"

    init(_ kind: FactTodo.Kind) {
      self =
        switch kind {
        case .missing: Words.missing
        case .replaceEstimate: Words.replaceEstimate
        case .replaceAssumption: Words.replaceAssumption
        }
    }
  }
}

/// The verdict on a fact, in a word.
enum VerdictOfFact: String, Phrases {
  static let topic = "VerdictOfFact"

  case chosen
  case superseded
  case notYetKnown = "not yet known"

  init(_ verdict: FactVerdict) {
    self =
      switch verdict {
      case .chosen: VerdictOfFact.chosen
      case .superseded: VerdictOfFact.superseded
      case .notYetKnown: VerdictOfFact.notYetKnown
      }
  }
}
