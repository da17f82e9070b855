internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Study
internal import Synchronization
internal import Threads

/// Makes studies of which some things are as on one side and the others as on the other.
final class StudyMixer: Sendable {
  /// A mixed study, ready to be evaluated.
  struct Mixed: Sendable {
    let run: RunContext
    /// The things that were taken from the side after.
    let items: Set<Int>
    /// True if they aren't those that were asked for: something that the mix needs was taken along.
    let isMixed: Bool
  }

  let difference: StudyDifference
  let horizon: Int
  let currency: String
  private let crew: Crew
  /// The things that a model of the side after can't do without, by the place of the model, and
  /// those without which one of the side before can't do, which go with it.
  private let needs: [Int: Set<Int>]
  private let losses: [Int: Set<Int>]
  /// Studies that several companies ask for: each holds what its companies bring to their markets.
  private static let mostKept = 128
  private let kept = Mutex<[Set<Int>: Mixed]>([:])
  private let evaluators = Mutex<[String: ModelEvaluator]>([:])
  private let companyModels = Mutex<[String: CompanyModel]>([:])

  init(_ difference: StudyDifference, horizon: Int, currency: String, crew: Crew) {
    self.difference = difference
    self.horizon = horizon
    self.currency = currency
    self.crew = crew
    var needs: [Int: Set<Int>] = [:]
    var losses: [Int: Set<Int>] = [:]
    for (place, item) in difference.items.enumerated() {
      guard let path = item.part.path else { continue }
      if let model = difference.new.models[path] {
        needs[place] = Self.lacking(of: model, in: difference.base, among: difference.items) {
          $0.base == nil
        }
      }
      if let model = difference.base.models[path] {
        losses[place] = Self.lacking(of: model, in: difference.new, among: difference.items) {
          $0.new == nil
        }
      }
    }
    self.needs = needs
    self.losses = losses
  }

  /// The months from the later of the two days to the end of the last year.
  var months: Double {
    let later = max(difference.base.asOf, difference.new.asOf)
    return Double(12 * (horizon + 1)) - Months.end(of: later)
  }

  /// All things that differ.
  var all: Set<Int> { Set(difference.items.indices) }

  /// Makes a study that many companies ask for, once; one that can't be made is left to them.
  func keep(_ items: Set<Int>, over draws: Draws) {
    let made = try? study(closed(items), isMixed: closed(items) != items, over: draws)
    kept.withLock { $0[items] = made }
  }

  /// The study with some things as on the side after, for a company.
  ///
  /// One that differs from a kept study in what is said of the company alone is made from that.
  ///
  /// - Throws: `DiagnosticError` where they don't go together.
  func study(_ asked: Set<Int>, for company: String, over draws: Draws) throws -> Mixed {
    let studies = kept.withLock { $0 }
    if let known = studies[asked], known.run.draws === draws { return known }
    let items = closed(asked)
    let near = studies.values.filter { $0.run.draws === draws }.map {
      (study: $0, apart: $0.items.symmetricDifference(items))
    }.min { ($0.apart.count, $0.study.items.count) < ($1.apart.count, $1.study.items.count) }
    guard let near,
      near.apart.allSatisfy({ difference.items[$0].record.company == company })
    else {
      let made = try study(items, isMixed: items != asked, over: draws)
      kept.withLock { if $0.count < Self.mostKept { $0[asked] = made } }
      return made
    }
    return changed(near.study, company, to: items, isMixed: items != asked)
  }

  /// With what the things can't do without, and without what can't do without the others.
  private func closed(_ asked: Set<Int>) -> Set<Int> {
    var items = asked
    for (place, lacking) in needs where asked.contains(place) { items.formUnion(lacking) }
    for (place, lacking) in losses where !asked.contains(place) { items.subtract(lacking) }
    return items
  }

  /// A study that differs from another in what is said of a company.
  private func changed(
    _ study: Mixed, _ id: String, to items: Set<Int>, isMixed: Bool
  ) -> Mixed {
    var run = study.run
    let on = Set(
      items.filter { difference.items[$0].record.company == id }.map { difference.items[$0].part })
    let companies = run.evaluation.facts.companies
    if let place = companies.firstIndex(where: { $0.id == id }) {
      run.evaluation.facts.companies[place] = company(id, on) ?? companies[place]
    }
    let competition = Competition(run.evaluation, like: run.competition, but: id)
    run.competition = competition
    run.planner = run.planner.among(run.evaluation, competition)
    run.planner.outcomes.takesOldFigures = true
    return Mixed(run: run, items: items, isMixed: isMixed)
  }

  private func study(_ items: Set<Int>, isMixed: Bool, over draws: Draws) throws -> Mixed {
    let on = Set(items.map { difference.items[$0].part })
    let day = on.contains(.day) ? difference.new.asOf : difference.base.asOf
    let companyModel = companyModel(on)
    let policy = (on.contains(.scoring) ? difference.new : difference.base).loaded.policy
    let facts = facts(on)
    let markets = markets(on)
    let units = (on.contains { $0.path != nil } ? difference.new : difference.base).loaded.units
    let evaluation = EvaluationContext(
      asOf: day, years: Array(day.year...max(horizon, day.year)), currency: currency, facts: facts,
      markets: markets, units: units, defaultRegion: markets.keys.sorted().first ?? "",
      overrides: overrides(on), studied: studied(on).sorted(),
      companyModel: companyModel.formulas)
    let evaluators = evaluators(on)
    let competition = Competition(evaluation)
    var planner = try CompanyPlanner(
      context: evaluation, evaluators: evaluators, companyModel: companyModel,
      rules: policy.rules, draws: draws, competition: competition)
    planner.outcomes.takesOldFigures = !items.isEmpty && items.count < difference.items.count
    return Mixed(
      run: RunContext(
        evaluation: evaluation, draws: draws, evaluators: evaluators, competition: competition,
        planner: planner, policy: policy, redefinedUnits: [], settings: [], crew: crew),
      items: items, isMixed: isMixed)
  }

  // MARK: What goes along

  /// The differing figures and market inputs that a model can't do without and one side lacks.
  private static func lacking(
    of model: ModelFile, in side: StudySide, among items: [StudyItem],
    where isAbsent: (ChangedItem) -> Bool
  ) -> Set<Int> {
    let metrics = Set(
      model.inputs.filter { if case .companyFact = $0.requirement { true } else { false } }
        .flatMap(\.metrics))
    let names = Set(
      model.inputs.compactMap { input in
        if case .market(let name) = input.scope { name } else { nil }
      })
    return Set(
      items.indices.filter { index in
        guard isAbsent(items[index].record) else { return false }
        switch items[index].part {
        case .fact(let company, let key):
          return metrics.contains(key.metric)
            && side.facts.company(company)?.facts.contains { $0.metric == key.metric } != true
        case .marketInput(_, let name): return names.contains(name)
        default: return false
        }
      })
  }

  // MARK: Parts

  private func facts(_ on: Set<StudyItem.Part>) -> FactBase {
    let (base, new) = (difference.base.facts, difference.new.facts)
    if on.isEmpty { return base }
    if on.count == difference.items.count { return new }
    var mixed = new
    mixed.sources = base.sources.merging(new.sources) { $1 }
    mixed.metrics =
      on.contains(.metrics)
      ? base.metrics.merging(new.metrics) { $1 } : new.metrics.merging(base.metrics) { $1 }
    mixed.companies = companies(on)
    for region in Set(base.markets.keys).union(new.markets.keys) {
      var market = new.markets[region] ?? base.markets[region]
      market?.facts = Self.mix(
        base.markets[region]?.facts ?? [], new.markets[region]?.facts ?? []
      ) { on.contains(.marketFact(region: region, StudyItem.FigureKey($0))) }
      mixed.markets[region] = market
    }
    mixed.exchangeRates.rates = Self.mix(
      base.exchangeRates.rates, new.exchangeRates.rates
    ) { on.contains(.rate($0.pair)) }
    return mixed
  }

  /// The companies of both sides, and of those that came or went the ones that are there.
  private func companies(_ on: Set<StudyItem.Part>) -> [Company] {
    let (before, after) = (difference.base.companiesByID, difference.new.companiesByID)
    let common = difference.common
    let touched = Set(
      on.compactMap { part -> String? in
        switch part {
        case .fact(let owner, _): owner
        case .rating(let company, _, _), .company(let company): company
        default: nil
        }
      })
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      guard common.contains(id) else {
        let hasCome = on.contains(.membership(id))
        return (hasCome ? after[id] : before[id]) ?? before[id] ?? after[id]
      }
      return touched.contains(id) ? company(id, on) : before[id]
    }
  }

  /// A company of both sides, with some of what is said of it as on the side after.
  private func company(_ id: String, _ on: Set<StudyItem.Part>) -> Company? {
    guard let old = difference.base.companiesByID[id], let now = difference.new.companiesByID[id]
    else { return nil }
    var company = on.contains(.company(id)) ? now : old
    company.facts = Self.mix(old.facts, now.facts) {
      on.contains(.fact(owner: id, StudyItem.FigureKey($0)))
    }
    company.ratings = Self.mix(old.ratings, now.ratings) {
      on.contains(.rating(company: id, path: $0.path, criterion: $0.criterion))
    }
    return company
  }

  private static func mix<Value>(
    _ base: [Value], _ new: [Value], isNew: (Value) -> Bool
  ) -> [Value] {
    base.filter { !isNew($0) } + new.filter(isNew)
  }

  private func studied(_ on: Set<StudyItem.Part>) -> Set<String> {
    let (base, new) = (difference.base.companies, difference.new.companies)
    return base.union(new).filter { id in
      on.contains(.membership(id)) ? new.contains(id) : base.contains(id)
    }
  }

  private func markets(_ on: Set<StudyItem.Part>) -> [String: MarketFile] {
    let (base, new) = (difference.base.markets, difference.new.markets)
    if on.count == difference.items.count { return new }
    var mixed = base
    for case .marketInput(let region, let name) in on {
      if mixed[region] == nil {
        mixed[region] = new[region]
        mixed[region]?.inputs = [:]
      }
      mixed[region]?.inputs[name] = new[region]?.inputs[name]
    }
    return mixed
  }

  private func overrides(_ on: Set<StudyItem.Part>) -> [String: InputOverrideValue] {
    var mixed = difference.base.overrides
    for case .override(let name) in on { mixed[name] = difference.new.overrides[name] }
    return mixed
  }

  private func evaluators(_ on: Set<StudyItem.Part>) -> [any Evaluator] {
    let (base, new) = (difference.base, difference.new)
    let paths = Set(base.models.keys).union(new.models.keys).filter { path in
      on.contains(.path(path)) ? new.models[path] != nil : base.models[path] != nil
    }
    let files = paths.compactMap { path -> ModelEvaluator? in evaluator(of: path, on) }
      .sorted { $0.model.relativeFile < $1.model.relativeFile }
    return files + new.ownEvaluators
  }

  private func evaluator(of path: String, _ on: Set<StudyItem.Part>) -> ModelEvaluator? {
    let (base, new) = (difference.base.models[path], difference.new.models[path])
    let assumed = assumptions(of: path, on)
    let isNew = on.contains(.model(path)) || on.contains(.path(path))
    let key = "\(path) \(isNew) \(assumed.sorted())"
    if let known = evaluators.withLock({ $0[key] }) { return known }
    let isFormed = difference.items.contains { $0.part == .model(path) }
    // Where the form is the same, everything else that is the same may be taken from either side.
    guard var model = isNew ? new : base ?? new else { return nil }
    if let base, let new {
      if isNew && isFormed {
        model = new.assuming(Set(new.inputs.map(\.name)).subtracting(assumed), as: base)
      } else {
        model = base.assuming(assumed, as: new)
      }
    }
    let units = (isNew ? difference.new : difference.base).loaded.units
    let made = ModelEvaluator(model, units: units)
    return evaluators.withLock { cache in
      if let known = cache[key] { return known }
      cache[key] = made
      return made
    }
  }

  private func companyModel(_ on: Set<StudyItem.Part>) -> CompanyModel {
    let (base, new) = (difference.base, difference.new)
    let assumed = assumptions(of: "company", on)
    let isNew = on.contains(.model("company"))
    let key = "\(isNew) \(assumed.sorted())"
    if let known = companyModels.withLock({ $0[key] }) { return known }
    let formulas =
      isNew
      ? new.companyModel.assuming(
        Set(new.companyModel.assumed.map(\.name)).subtracting(assumed), as: base.companyModel)
      : base.companyModel.assuming(assumed, as: new.companyModel)
    let made = CompanyModel(formulas, units: (isNew ? new : base).loaded.units)
    return companyModels.withLock { cache in
      if let known = cache[key] { return known }
      cache[key] = made
      return made
    }
  }

  /// The inputs of a model for which the side after's assumption is taken.
  private func assumptions(of model: String, _ on: Set<StudyItem.Part>) -> Set<String> {
    Set(
      on.compactMap { part in
        if case .assumption(model, let input) = part { input } else { nil }
      })
  }
}

extension StudyItem.Part {
  /// The path whose model it is the form of.
  fileprivate var path: String? {
    switch self {
    case .model(let path), .path(let path): path
    default: nil
    }
  }
}
