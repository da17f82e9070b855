package import RunRecord

/// What to find out next, from a run's own record (Method 8.5).
///
/// An input's share of the variance of breaking even first is on record for each company; times p(1 − p)
/// it is what learning the input exactly is worth under the quadratic score, in Brier points. Shares
/// below 1 % are not on record; of few draws larger ones are noise too.
extension Findings {
  /// What to find out about companies, or all of the run's; with a decision by what it is worth for
  /// that.
  package func research(
    on ids: [String] = [], for decision: DecisionRecord? = nil
  ) -> ResearchRecord {
    let companies = record.companies.filter { ids.isEmpty || ids.contains($0.id) }
    var found: [Key: ResearchItem] = [:]
    var order: [Key] = []
    for company in companies {
      for item in items(of: company) {
        let key = Key(item)
        if found[key] == nil { order.append(key) }
        guard var known = found[key] else {
          found[key] = item
          continue
        }
        known.gain = (known.gain ?? 0) + (item.gain ?? 0)
        known.companies += item.companies
        if known.path != item.path { known.path = nil }
        found[key] = known
      }
    }
    var items = order.compactMap { found[$0] }
    if let decision { items = items.map { decided($0, decision) } }
    let ordered = items.sorted { left, right in
      left.worth == right.worth
        ? (right.gain ?? 0, left.name) < (left.gain ?? 0, right.name) : left.worth > right.worth
    }
    return ResearchRecord(
      asOf: record.run.asOf, draws: record.run.draws,
      companies: companies.filter { !ids.isEmpty || !$0.hasBrokenEven }.map { company in
        ResearchSubject(id: company.id, odds: odds(company), reason: reason(company))
      },
      items: ordered.filter { $0.kind != .chance }, missing: missing(of: companies),
      chance: ordered.filter { $0.kind == .chance }.sorted { ($0.gain ?? 0) > ($1.gain ?? 0) },
      decision: decision)
  }

  /// What is to be found out in the order of its worth: facts without which nothing can be said of a
  /// company, then what has a worth, then what a path lacks, then the rest as it came.
  package func ordered(_ todo: [FactTodo]) -> [FactTodo] {
    var worths: [Key: Double] = [:]
    for item in research().items {
      worths[Key(item), default: 0] += item.worth
      for metric in item.metrics where item.company != nil {
        worths[Key(company: item.company, name: metric, place: nil), default: 0] += item.worth
      }
    }
    func worth(_ item: FactTodo) -> Double {
      worths[
        Key(
          company: item.place == nil ? item.company : nil, name: item.metric, place: item.place)]
        ?? 0
    }
    func rank(_ item: FactTodo) -> Int {
      switch item.kind {
      case .missing: item.path == nil ? 0 : 2
      case .replaceEstimate, .replaceAssumption: worth(item) > 0 ? 1 : 3
      }
    }
    return todo.enumerated().sorted { left, right in
      let (first, second) = (rank(left.element), rank(right.element))
      if first != second { return first < second }
      let (one, other) = (worth(left.element), worth(right.element))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// One thing to find out: what companies share by its place, a company's own by its name.
  private struct Key: Hashable {
    var company: String?
    var name: String
    var place: String?

    init(company: String?, name: String, place: String?) {
      self.company = company
      self.name = place != nil && company == nil ? "" : name
      self.place = company == nil ? place : nil
    }

    init(_ item: ResearchItem) {
      self.init(company: item.company, name: item.name, place: item.place)
    }
  }

  /// The reason why a company has no odds; nil where it has.
  private func reason(_ company: CompanyRecord) -> Reason? {
    if odds(company) != nil { return nil }
    return company.hasBrokenEven ? Reason(.earningHasNoOdds) : company.outcome.unknown?.reason
  }

  // MARK: What learning is worth

  /// Three standard deviations of the share of an input that explains nothing: with K bins and n
  /// draws it is χ² of K − 1 less its mean, over n.
  private var leastShare: Double {
    let draws = Double(max(record.run.draws, 1))
    var bins = 1.0
    while (bins + 1) * (bins + 1) * (bins + 1) <= 8 * draws { bins += 1 }
    return 3 * (2 * (bins - 1)).squareRoot() / draws
  }

  private func items(of company: CompanyRecord) -> [ResearchItem] {
    guard let odds = odds(company), let outcome = company.outcome.known else { return [] }
    let due = company.nowcast?.freshness.due.last
    return outcome.drivers.compactMap { driver -> ResearchItem? in
      guard driver.share > leastShare else { return nil }
      let gain = driver.share * odds * (1 - odds)
      guard let (input, path) = input(driver.name, of: company, outcome) else {
        return ResearchItem(
          kind: driver.metrics == nil ? .chance : .accounts, name: driver.name,
          title: driver.title, company: driver.metrics == nil ? nil : company.id,
          companies: [company.id], metrics: driver.metrics ?? [], gain: gain,
          effort(driver.metrics ?? []), due: driver.metrics == nil ? nil : due)
      }
      guard let kind = kind(input) else { return nil }
      let metrics = unique(input.facts.map(\.metric))
      return ResearchItem(
        kind: kind, name: input.name, title: input.title, path: path,
        company: input.scope == .company && kind != .chance ? company.id : nil,
        companies: [company.id], metrics: metrics, place: input.place, gain: gain,
        effort(metrics), because: input.because.filter { $0.kind == .replacedBy },
        due: kind == .fact || kind == .estimate ? due : nil)
    }
  }

  /// The record of an input that explains the odds, with its path; nil for a variable of the company
  /// model.
  private func input(
    _ name: String, of company: CompanyRecord, _ outcome: OutcomeRecord
  ) -> (InputRecord, path: String?)? {
    if let own = outcome.inputs.first(where: { $0.name == name }) { return (own, nil) }
    for path in company.paths {
      if let found = path.inputs.first(where: { $0.name == name }) { return (found, path.path) }
    }
    return nil
  }

  /// What can be done about an input; nil for one that somebody set.
  private func kind(_ input: InputRecord) -> ResearchItem.Kind? {
    switch input.kind {
    case .fact: .fact
    case .estimate: .estimate
    case .assumption: .assumption
    case .calculation: .chance
    case .override: nil
    }
  }

  private func effort(_ metrics: [String]) -> ResearchEffort {
    metrics.lazy.compactMap { record.efforts?[$0] }.first ?? .usual
  }

  private func decided(_ item: ResearchItem, _ decision: DecisionRecord) -> ResearchItem {
    var item = item
    let key = Key(item)
    let found = decision.inputs.first {
      Key(company: $0.company, name: $0.name, place: $0.place) == key
    }
    item.decisionGain = found?.gain ?? 0
    item.flips = found?.flips ?? 0
    return item
  }

  // MARK: What is missing

  private func missing(of companies: [CompanyRecord]) -> [ResearchItem] {
    let whole = companies.flatMap { company -> [ResearchItem] in
      guard let unknown = company.outcome.unknown else { return [] }
      return unknown.missing.map { metric in
        ResearchItem(
          kind: .missing, name: metric, company: company.id, companies: [company.id],
          metrics: [metric], gain: nil, effort([metric]), because: [unknown.reason],
          due: company.nowcast?.freshness.due.last)
      }
    }
    let paths = companies.flatMap { company in
      company.paths.flatMap { path in
        path.missing.map { input -> ResearchItem in
          let metric: [String] = if case .fact(let metric) = input { [metric] } else { [] }
          return ResearchItem(
            kind: .missing, name: input.description, path: path.path, company: company.id,
            companies: [company.id], metrics: metric, gain: nil, effort(metric))
        }
      }
    }
    return whole + paths
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension ResearchItem {
  fileprivate init(
    kind: Kind, name: String, title: LocalizedText? = nil, path: String? = nil, company: String?,
    companies: [String], metrics: [String], place: String? = nil, gain: Double?,
    _ effort: ResearchEffort, because: [Reason] = [], due: FreshnessRecord.DueReport? = nil
  ) {
    self.init(
      kind: kind, name: name, title: title, path: path, company: company, companies: companies,
      metrics: metrics, place: place, gain: gain, findable: effort.findable, hours: effort.hours,
      because: because, due: due)
  }
}
