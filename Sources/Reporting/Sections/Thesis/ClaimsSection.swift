import Findings
import Publishing
package import RunRecord

extension Section where Subject == ThesisRecord {
  /// A section with each claim: what is tested, on whom, what moves it, what changed.
  package static let claims = Section("Claims", ClaimSentences.self) { thesis, context in
    thesis.claims.flatMap { claim -> [Block] in
      [
        .heading(
          2, [.text(context.text(claim.title))], key: ReportContext.claimKey(claim.id))
      ] + ClaimBlocks(claim, of: thesis, context).blocks
    }
  }
}

/// A claim's test in full.
struct ClaimBlocks<Voice: Speaker> {
  let claim: ClaimRecord
  let thesis: ThesisRecord
  let voice: Voice
  private let text: ClaimText<Voice>

  init(_ claim: ClaimRecord, of thesis: ThesisRecord, _ voice: Voice) {
    self.claim = claim
    self.thesis = thesis
    self.voice = voice
    text = ClaimText(claim, voice)
  }

  var blocks: [Block] {
    var blocks: [Block] = [.paragraph(verdict), .paragraph([.text(voice.text(claim.says))])]
    if let holds = claim.holds, claim.chance.value != nil || !claim.measures.isEmpty {
      blocks.append(voice.paragraph(ClaimSentences.test, ["formula": [.code(holds)]]))
    }
    if !claim.measures.isEmpty { blocks.append(.table(measures)) }
    if !leftOut.isEmpty { blocks.append(.list(leftOut.map { ListItem($0) }, ordered: false)) }
    if !claim.also.isEmpty { blocks.append(.list(forms.map { ListItem($0) }, ordered: false)) }
    if !claim.hinges.isEmpty, claim.chance.value != nil { blocks.append(.table(hinges)) }
    if let change { blocks.append(.paragraph(change)) }
    return blocks
  }

  /// The verdict with its chance and what it rests on.
  private var verdict: [Inline] {
    let finding = text.finding
    var line: [Inline] = [.strong([.text(text.verdict)])]
    let detail: [Inline] =
      finding.verdict == .assumed
      ? voice.line(
        ClaimSentences.restsOn,
        [
          "names": text.restsOn, "chance": text.chance,
          "class": voice.line(ClaimWords(finding.plain)),
        ]) : text.chance
    line = voice.line(Joining.nameWithDetail, ["name": line, "detail": detail])
    return line
  }

  private var measures: Table {
    let hasBefore = thesis.since != nil
    return Table(
      columns: [
        voice.column(ClaimWords.measure), voice.column(ClaimWords.meaning),
        Table.Column(voice.text(ClaimWords.before, ["date": thesis.asOf]), .right),
      ]
        + (hasBefore
          ? [Table.Column(voice.text(ClaimWords.before, ["date": thesis.since ?? ""]), .right)]
          : []),
      rows: claim.measures.map { measure in
        [[.code(measure.name)], meaning(of: measure), number(measure.value, of: measure)]
          + (hasBefore ? [measure.before.map { number($0, of: measure) } ?? []] : [])
      })
  }

  private func meaning(of measure: MeasureRecord) -> [Inline] {
    var parts: [[Inline]] = []
    if let title = measure.title { parts.append([.text(voice.text(title))]) }
    parts.append([
      .code("\(measure.take)(\(measure.each))"), .text(" "), .text(String(measure.year)),
    ])
    if let path = measure.path { parts.append([.code(path)]) }
    if let view = measure.view { parts.append([.code(view)]) }
    for (name, value) in measure.set.sorted(by: { $0.key < $1.key }) {
      parts.append([.code("\(name) = \(value)")])
    }
    if !measure.companies.isEmpty {
      let isLong = measure.companies.count > 8
      parts.append(
        isLong
          ? voice.line(
            ClaimSentences.companies, ["count": [.text(String(measure.companies.count))]])
          : [.text(measure.companies.joined(separator: ", "))])
    }
    return voice.joined(parts)
  }

  private func number(_ quantity: Quantity, of measure: MeasureRecord) -> [Inline] {
    switch quantity {
    case .unknown(let reason): return [.text(voice.sentence(reason))]
    case .estimate(let estimate):
      switch measure.take {
      case "any", "all", "none", "share":
        return [.text(voice.numbers.probability(estimate.value))]
      case "count":
        var plain = estimate
        plain.unit = .fraction
        return [.text(voice.numbers.interval(plain))]
      default: return [.text(voice.numbers.interval(estimate))]
      }
    }
  }

  /// The companies without a number, by the reason.
  private var leftOut: [[Inline]] {
    var reasons: [String: String] = [:]
    for measure in claim.measures {
      for (company, reason) in measure.leftOut { reasons[company] = voice.sentence(reason) }
    }
    return Dictionary(grouping: reasons.keys.sorted(), by: { reasons[$0] ?? "" })
      .sorted { $0.key < $1.key }
      .map { reason, companies in
        voice.line(
          ClaimSentences.leftOut,
          [
            "names": [.text(companies.joined(separator: ", "))], "reason": [.text(reason)],
          ])
      }
  }

  private var forms: [[Inline]] {
    claim.also.map { form in
      voice.line(
        ClaimSentences.form,
        [
          "title": [.text(voice.text(form.title))], "chance": text.chance(form.chance),
          "formula": [.code(form.holds)],
        ])
    }
  }

  private var hinges: Table {
    var rows = claim.hinges.map { hinge -> [[Inline]] in
      [
        [.code(hinge.input)], [.code(hinge.neutral)], moved(hinge.chance),
        [.text(voice.written(hinge.because))],
      ]
    }
    if let all = claim.allHinges {
      rows.append([voice.line(ClaimWords.allHinges), [], moved(all), []])
    }
    return Table(
      columns: [
        voice.column(ClaimWords.hinge), voice.column(ClaimWords.neutral),
        voice.column(ClaimWords.chanceThen, .right),
        voice.column(ClaimWords.because, place: .belowIfTight),
      ], rows: rows)
  }

  /// A chance with a hinge in its neutral place; bold where the claim hangs on it.
  private func moved(_ chance: Quantity) -> [Inline] {
    let shown = text.chance(chance)
    return ClaimFinding.isMoved(claim.chance, to: chance) ? [.strong(shown)] : shown
  }

  /// What is another than on the earlier day; nil where there is none.
  private var change: [Inline]? {
    guard let since = thesis.since, let before = claim.before else { return nil }
    let finding = text.finding
    return voice.line(
      finding.hasChanged ? ClaimSentences.changed : ClaimSentences.unchanged,
      [
        "date": [.text(since)], "before": text.before, "now": text.chance,
        "class": voice.line(ClaimWords(finding.plain)),
        "was": voice.line(ClaimWords(ClaimVerdict(before))),
      ])
  }
}

/// Sentences about a claim's test.
enum ClaimSentences: String, Phrases {
  static let topic = "ClaimSentences"

  case test = "It holds where {formula}."
  case restsOn = "rests on {names}; by the numbers as they stand {chance}, {class}"
  case companies = "{count} companies"
  case leftOut = "Without {names}: {reason}"
  case form = "{title} {chance} ({formula})"
  case changed = "As of {date}: {before}; now {class}."
  case unchanged = "As of {date} the same class: {before}."
}
