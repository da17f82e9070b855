internal import Evaluation
internal import Facts
internal import RunRecord

/// The facts reported of a company, as far as they were known on the as-of day.
struct CompanyFacts {
  let company: Company
  let context: EvaluationContext

  /// The known facts by metric, newest period first; of the facts of one period the one that
  /// counts comes first and the others say why they don't.
  var reported: [FactRecord] {
    let known = company.facts.filter { $0.knownSince <= context.asOf }
    let groups = Dictionary(grouping: known) { "\($0.metric) \($0.period)" }
    let ordered = groups.values.sorted { left, right in
      let (first, second) = (left[0], right[0])
      if first.metric != second.metric { return first.metric < second.metric }
      if first.days.end != second.days.end { return second.days.end < first.days.end }
      return first.period.text < second.period.text
    }
    return ordered.flatMap { facts -> [FactRecord] in
      // Forecasts never answer; they are shown as they are.
      guard facts[0].kind == .observation,
        let answer = try? context.facts.answer(
          company: company.id, metric: facts[0].metric, period: facts[0].period,
          asOf: context.asOf)
      else { return facts.sorted(by: Self.isShownFirst).map { context.record(of: $0) } }
      return answer.candidates.filter { $0.fact.knownSince <= context.asOf }.map {
        context.record(of: $0.fact, verdict: $0.verdict, because: $0.because)
      }
    }
  }

  /// The events known by the as-of day, in order of date.
  var events: [EventRecord] {
    company.events.filter {
      $0.knownSince <= context.asOf
        && $0.date.days(fiscalYearEnd: .calendarYear).start <= context.asOf
    }.sorted {
      let (first, second) = (
        $0.date.days(fiscalYearEnd: .calendarYear).end,
        $1.date.days(fiscalYearEnd: .calendarYear).end
      )
      return first == second ? $0.text < $1.text : first < second
    }.map {
      EventRecord(
        date: $0.date.text, kind: $0.kind, text: $0.text, source: $0.source.id,
        knownSince: $0.knownSince.description)
    }
  }

  /// Facts of one period that disagree by more than a tenth.
  var warnings: [Remark] {
    context.facts.conflicts(company: company.id).compactMap { group -> Remark? in
      let known = group.filter { $0.knownSince <= context.asOf && $0.kind == .observation }
      let values = known.map(\.central).filter(\.isFinite)
      guard let low = values.min(), let high = values.max(), known.count > 1,
        high - low > 0.1 * max(abs(low), abs(high))
      else { return nil }
      return Remark(
        .sourcesDisagree,
        [
          "period": .text(known[0].period.text),
          "metrics": .metrics(context.facts.names(of: [known[0].metric])),
          "values": .amounts(
            known.map {
              SourcedAmount(
                value: $0.central, unit: UnitName($0.unit), source: $0.source.id)
            }),
        ])
    }
  }

  private static func isShownFirst(_ left: Fact, _ right: Fact) -> Bool {
    left.location < right.location
  }
}
