internal import Diagnostics
internal import Documents
package import Evaluation
internal import Facts
internal import Nowcast
package import RunRecord
package import Study

/// Lists facts: what is known, what answers, what disagrees, what is missing.
package struct FactLister {
  let loaded: LoadedModels
  let ownEvaluators: [any Evaluator]

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator]) {
    self.loaded = loaded
    self.ownEvaluators = ownEvaluators
  }

  /// The facts that a query asks for, by company, metric, then newest period first.
  package func facts(_ query: FactQuery) throws -> [FactListing] {
    let context = try self.context(asOf: query.asOf)
    let owners =
      loaded.facts.companies.map { ($0.id, $0.facts) }
      + loaded.facts.markets.values.sorted { $0.region < $1.region }
      .map { ($0.region, $0.facts) }
    if let company = query.company, !owners.contains(where: { $0.0 == company }) {
      throw DiagnosticError(
        Diagnostic(
          "there is no company or region \"\(company)\"",
          help: Suggestion.help(for: company, among: owners.map(\.0)), category: .missing))
    }
    if let metric = query.metric, loaded.facts.metrics[metric] == nil {
      throw DiagnosticError(
        Diagnostic(
          "there is no metric \"\(metric)\"",
          help: Suggestion.help(for: metric, among: loaded.facts.metrics.keys.sorted()),
          category: .missing))
    }
    return owners.flatMap { owner, facts -> [FactListing] in
      guard query.company == nil || query.company == owner else { return [] }
      return facts.filter { fact in
        (query.metric == nil || query.metric == fact.metric)
          && (query.asOf == nil || fact.knownSince <= context.asOf)
      }.sorted(by: isListedFirst).map {
        FactListing(company: owner, fact: context.record(of: $0))
      }
    }
  }

  /// The fact that answers for a company's metric, and the reasons against the others.
  package func answer(
    company: String, metric: String, asOf: CalendarDay?
  ) throws -> FactAnswerListing {
    let context = try self.context(asOf: asOf)
    let answer = try context.facts.answer(company: company, metric: metric, asOf: context.asOf)
    let records = answer.candidates.map {
      context.record(of: $0.fact, verdict: $0.verdict, because: $0.because)
    }
    let chosen = records.first { $0.verdict == .chosen }
    return FactAnswerListing(
      company: company, metric: metric, asOf: context.asOf.description, answer: chosen,
      because: chosen?.because ?? unanswered(metric, of: company, answer, context),
      candidates: records)
  }

  /// Why nothing answers, and what the state of today makes of parts of a year.
  private func unanswered(
    _ metric: String, of company: String, _ selection: FactSelection, _ context: EvaluationContext
  ) -> Reason {
    let day = StatementValue.text(context.asOf.description)
    guard selection.candidates.contains(where: { $0.verdict == .superseded }) else {
      return Reason(.noFactKnown, ["metric": .text(metric), "day": day])
    }
    guard let company = loaded.facts.company(company),
      let nowcaster = try? CompanyNowcaster(loaded.companyModel, in: context),
      case .success(let found) = nowcaster.find(company),
      let window = found.nowcast.window(of: metric)
    else { return Reason(.noneAnswers, ["day": day]) }
    return Reason(
      .summedByNowcast,
      [
        "day": day, "periods": .text(MonthText.sum(window.terms)),
        "end": .text(MonthText.month(window.end)),
        "value": .amounts([
          SourcedAmount(
            value: window.amount, unit: UnitName(found.rows.currency),
            source: window.terms.last?.source ?? "")
        ]),
      ])
  }

  /// The facts that disagree with each other: first those on one period, then periods and balances that can't be
  /// beside each other.
  package func conflicts() throws -> [FactConflict] {
    let context = try self.context(asOf: nil)
    let nowcaster = try CompanyNowcaster(loaded.companyModel, in: context)
    return context.facts.companies.flatMap { company in
      sameDays(of: company, nowcaster) + contradictions(of: company, nowcaster)
    }
  }

  /// Periods that don't add up, and parts that are more than their whole.
  private func contradictions(
    of company: Company, _ nowcaster: CompanyNowcaster
  ) -> [FactConflict] {
    guard let found = try? nowcaster.find(company).get() else { return [] }
    let facts = nowcaster.context.facts
    return Contradiction.all(
      in: found.rows.rows, asOf: found.nowcast.asOf, reporting: nowcaster.parameters.reporting,
      neverNegative: facts.neverNegative
    ).map { contradiction in
      let amount = contradiction.amount
      let others = contradiction.others.terms.map { ($0.period, $0.source) }
      let known = company.facts.filter { $0.kind == .observation }
      func told(_ metric: String, _ period: String, _ source: String) -> Fact? {
        known.first {
          $0.metric == metric && $0.period.text == period && $0.source.id == source
        }
      }
      let part = if case .metric(let part) = contradiction.kind { part } else { amount.metric }
      let about =
        [told(amount.metric, amount.period, amount.source)] + others.map { told(part, $0.0, $0.1) }
      return FactConflict(
        company: company.id, metric: amount.metric, period: amount.period,
        facts: about.compactMap { $0.map { nowcaster.context.record(of: $0) } },
        because: Reason(contradiction, in: facts, currency: UnitName(found.rows.currency)))
    }
  }

  /// Facts that say different numbers for one metric and period.
  private func sameDays(of company: Company, _ nowcaster: CompanyNowcaster) -> [FactConflict] {
    let context = nowcaster.context
    let rows = (try? nowcaster.find(company).get())?.rows.rows ?? []
    return context.facts.conflicts(company: company.id).map { group in
      let values = group.map(\.central).filter(\.isFinite)
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let size = max(abs(low), abs(high))
      let apart = StatementValue.share(size > 0 ? (high - low) / size : 0)
      let answer = try? context.facts.answer(
        company: company.id, metric: group[0].metric, period: group[0].period,
        asOf: context.asOf)
      // A part of a year answers for nothing, but the state of today takes one of them.
      let taken = ReportedAmount.best(
        of: rows.filter {
          $0.metric == group[0].metric && $0.period == group[0].period.text && $0.isOverTime
        }, nowcaster.parameters.reporting
      ).first?.source
      let because =
        (answer?.chosen?.source.id ?? taken).map {
          Reason(.apartOneCounts, ["share": apart, "source": .text($0)])
        } ?? Reason(.apartNoneCounts, ["share": apart])
      return FactConflict(
        company: company.id, metric: group[0].metric, period: group[0].period.text,
        facts: group.map { context.record(of: $0) },
        because: because)
    }
  }

  /// The facts that are missing, and the estimates and assumptions to replace, most useful first.
  package func todo() throws -> [FactTodo] {
    let context = try self.context(asOf: nil)
    let outcomes = try OutcomePlanner(
      context: context, model: CompanyModel(loaded.companyModel, units: loaded.units),
      evaluators: [])
    var missing: [FactTodo] = []
    var estimates: [FactTodo] = []
    for company in loaded.facts.companies {
      let subject = Subject(company: company, context: context)
      for evaluator in loaded.evaluators(with: ownEvaluators) {
        let id = evaluator.description.record.id
        if company.notPursued.contains(where: { $0.path == id }) { continue }
        let path = StatementValue.named(evaluator.description.record.title)
        for input in try context.missing(for: evaluator, subject: subject) {
          missing.append(
            FactTodo(
              company: company.id, path: id, metric: input.description, kind: .missing,
              because: Reason(
                .assessmentLacksIt,
                ["company": .named(LocalizedText(company.names)), "path": path]),
              current: nil))
        }
        for requirement in evaluator.needs {
          guard case .companyFact(let metric) = requirement,
            let chosen = try? context.facts.answer(
              company: company.id, metric: metric, asOf: context.asOf
            ).chosen, chosen.isEstimate
          else { continue }
          estimates.append(
            FactTodo(
              company: company.id, path: id, metric: metric, kind: .replaceEstimate,
              because: Reason(.assessmentRestsOnIt, ["path": path]),
              current: context.record(of: chosen)))
        }
      }
      if case .failure(let lacking) = outcomes.plan(
        subject, outcomes.state(of: company), lines: [:])
      {
        for metric in lacking.metrics {
          missing.append(
            FactTodo(
              company: company.id, path: nil, metric: metric, kind: .missing,
              because: Reason(.noOutcomeSince, ["reason": .statements([lacking.reason])]),
              current: nil))
        }
      }
    }
    return missing + estimates + assumptions(asOf: context.asOf)
  }

  /// The assumptions of markets and models that say what would replace them.
  private func assumptions(asOf day: Day) -> [FactTodo] {
    func todo(
      _ owner: String, _ path: String?, _ name: String, _ assumption: Assumption?,
      _ better: EvidenceToFind?, _ place: String
    ) -> FactTodo? {
      guard let better, assumption?.revision(asOf: day)?.basis == .assumption else { return nil }
      return FactTodo(
        company: owner, path: path, metric: name, kind: .replaceAssumption,
        because: better.reason, current: nil, place: place)
    }
    let markets = loaded.markets.values.sorted { $0.region < $1.region }.flatMap { market in
      market.inputs.values.sorted { $0.name < $1.name }.compactMap { input -> FactTodo? in
        guard case .declared(_, let assumption) = input.origin else { return nil }
        return todo(
          market.region, nil, input.name, assumption, input.replacement,
          "\(input.relativeFile):\(input.location.line)")
      }
    }
    return markets
      + loaded.models.flatMap { model in
        model.inputs.compactMap { input in
          switch input.scope {
          case .assumption(let assumption), .company(_, .some(let assumption)):
            todo(
              "", model.id, input.name, assumption, input.replacement,
              "\(model.relativeFile):\(input.location.line)")
          default: nil
          }
        }
      }
  }

  /// The facts as known on a day, the study's unless another is given.
  private func context(asOf: CalendarDay?) throws -> EvaluationContext {
    try RunPreparation(
      loaded: loaded, request: EvaluationRequest(asOf: asOf), ownEvaluators: ownEvaluators
    ).context().0
  }

  private func isListedFirst(_ left: Fact, _ right: Fact) -> Bool {
    if left.metric != right.metric { return left.metric < right.metric }
    if left.days.end != right.days.end { return right.days.end < left.days.end }
    return left.location < right.location
  }
}

extension Nowcast {
  /// The twelve months that the state takes of a metric; nil where it takes none.
  fileprivate func window(of metric: String) -> Window? {
    if metric == "revenue" { return base }
    return result.flatMap { result in
      zip(result.metrics, result.windows).first { $0.0 == metric }?.1
    }
  }
}
