internal import Diagnostics
package import Evaluation
internal import Facts
internal import Plan
package import RunRecord
internal import Scoring
package import Study
package import Threads

/// Holds two studies against each other on common draws and says what each difference does.
package struct ChangesBuilder {
  /// One of the two, loaded.
  package struct Side: Sendable {
    var side: ChangesRequest.Side
    var loaded: LoadedModels

    /// Makes one.
    package init(_ side: ChangesRequest.Side, _ loaded: LoadedModels) {
      self.side = side
      self.loaded = loaded
    }
  }

  private var base: Side
  private var new: Side
  private let companies: [String]
  private let ownEvaluators: [any Evaluator]
  private let crew: Crew

  /// With fewer draws nothing is told from noise.
  private static let fewestDraws = 256

  /// Takes two studies; `companies` are those to tell of, all if empty.
  package init(
    _ base: Side, _ new: Side, companies: [String], ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.base = base
    self.new = new
    self.companies = companies
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The answer.
  ///
  /// - Throws: `DiagnosticError` for companies that neither side has, too few draws, and studies
  ///   without a common year.
  package func answer() throws -> ChangesRecord {
    for side in [base, new] where side.side.evaluation.draws < Self.fewestDraws {
      throw DiagnosticError(
        Diagnostic(
          "with \(side.side.evaluation.draws) draws no change can be told from noise",
          help: "take at least \(Self.fewestDraws), better 4096: --draws 4096"))
    }
    var (base, new) = (base, new)
    let horizon = min(base.loaded.study.horizon, new.loaded.study.horizon)
    let remarks = remarks(horizon)
    base.loaded.study.horizon = horizon
    new.loaded.study.horizon = horizon
    holdToCommonPaths(&base, &new)
    let sides = try [base, new].map {
      try StudySide($0.loaded, $0.side.evaluation, ownEvaluators: ownEvaluators)
    }
    let difference = StudyDifference(sides[0], sides[1])
    let mixer = StudyMixer(
      difference, horizon: horizon, currency: new.loaded.study.currency, crew: crew)
    let factors = Factors(difference)
    let draws = try self.draws(of: base)
    let others = try self.draws(of: new)
    let hasNoise = draws.sampling != others.sampling
    for set in 0..<1 << factors.all.count { mixer.keep(factors.items(in: set), over: draws) }
    let chosen = try chosen(in: difference)
    let found = try crew.map(chosen.common.count) { index in
      let id = chosen.common[index]
      let noise =
        hasNoise
        ? try CompanyAttribution(id, mixer, factors, over: others).numbers(mixer.all) : nil
      return try CompanyAttribution(id, mixer, factors, over: draws).find(noise: noise)
    }
    let moved = found.compactMap { if case .moved(let changes) = $0 { changes } else { nil } }
    return ChangesRecord(
      base: record(base, sides[0]), new: record(new, sides[1]), horizon: horizon,
      currency: UnitName(mixer.currency), judgements: new.loaded.policy.judgements,
      remarks: remarks, files: files(base, new), items: difference.items.map(\.record),
      companies: moved.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) },
      withinNoise: found.count { if case .withinNoise = $0 { true } else { false } },
      unchanged: found.count { if case .same = $0 { true } else { false } },
      came: try chosen.came.map { try coming($0, mixer, factors, mixer.all, draws) },
      went: try chosen.went.map { try coming($0, mixer, factors, [], draws) },
      pathsCame: difference.new.models.keys.filter { difference.base.models[$0] == nil }.sorted(),
      pathsWent: difference.base.models.keys.filter { difference.new.models[$0] == nil }.sorted())
  }

  // MARK: Parts

  /// Holds both sides to the paths of a stored run that had only some of its own; one that had all
  /// is free.
  private func holdToCommonPaths(_ base: inout Side, _ new: inout Side) {
    func all(_ side: Side) -> [String] {
      side.loaded.evaluators(with: ownEvaluators).map { $0.description.record.id }
    }
    let (before, after) = (all(base), all(new))
    func some(_ side: Side, _ all: [String]) -> [String]? {
      let paths = side.side.evaluation.paths
      return paths.isEmpty || Set(all).isSubset(of: paths) ? nil : paths
    }
    let limits = [some(base, before), some(new, after)].compactMap(\.self)
    func kept(_ all: [String]) -> [String] {
      limits.isEmpty ? [] : all.filter { path in limits.allSatisfy { $0.contains(path) } }
    }
    base.side.evaluation.paths = kept(before)
    new.side.evaluation.paths = kept(after)
  }

  private func draws(of side: Side) throws -> Draws {
    try RunPreparation(
      loaded: side.loaded, request: side.side.evaluation, ownEvaluators: ownEvaluators
    ).draws()
  }

  private func record(_ side: Side, _ study: StudySide) -> ChangeSideRecord {
    ChangeSideRecord(
      kind: side.side.kind, name: side.side.name, id: side.side.id,
      asOf: study.asOf.description, scenario: side.side.evaluation.scenario,
      draws: side.side.evaluation.draws, seed: side.side.evaluation.seed)
  }

  private func remarks(_ horizon: Int) -> [Remark] {
    var remarks: [Remark] = []
    let (before, after) = (base.loaded.study, new.loaded.study)
    for side in [base, new] {
      guard let version = side.side.version, version != Version.current else { continue }
      remarks.append(
        Remark(
          .otherVersion,
          [
            "run": .text(side.side.name), "base": .text(version), "new": .text(Version.current),
          ]))
    }
    if before.horizon != after.horizon {
      remarks.append(
        Remark(
          .otherHorizon,
          [
            "base": .text(String(before.horizon)), "new": .text(String(after.horizon)),
            "year": .text(String(horizon)),
          ]))
    }
    if before.currency != after.currency {
      remarks.append(
        Remark(
          .otherCurrency, ["base": .text(before.currency), "new": .text(after.currency)]))
    }
    return remarks
  }

  /// The companies of both sides, and those of one alone, as far as they are asked for.
  private func chosen(
    in difference: StudyDifference
  ) throws -> (common: [String], came: [String], went: [String]) {
    let (before, after) = (difference.base.companies, difference.new.companies)
    var all = before.union(after).sorted()
    for (side, study) in [(base, before), (new, after)] {
      let own = side.side.evaluation.companies
      if !own.isEmpty, !study.isSubset(of: own) { all.removeAll { !own.contains($0) } }
    }
    var problems = DiagnosticCollector()
    for id in companies where !all.contains(id) {
      problems.report(
        Diagnostic(
          "neither side has a company \"\(id)\"", help: Suggestion.help(for: id, among: all),
          category: .missing))
    }
    try problems.throwIfErrors()
    let wanted = companies.isEmpty ? all : unique(companies).sorted()
    return (
      wanted.filter { before.contains($0) && after.contains($0) },
      wanted.filter { !before.contains($0) }, wanted.filter { !after.contains($0) }
    )
  }

  private func coming(
    _ id: String, _ mixer: StudyMixer, _ factors: Factors, _ items: Set<Int>, _ draws: Draws
  ) throws -> ComingCompany {
    let side = items.isEmpty ? mixer.difference.base : mixer.difference.new
    return ComingCompany(
      id: id,
      names: side.facts.company(id).map { LocalizedText($0.names) } ?? LocalizedText(["en": id]),
      standing: try CompanyAttribution(id, mixer, factors, over: draws).numbers(items).standing)
  }

  /// The files that differ, whatever differs in them.
  private func files(_ base: Side, _ new: Side) -> [ChangedFile] {
    func texts(_ side: Side) -> [String: [String]] {
      Dictionary(grouping: side.loaded.files, by: \.path).mapValues { $0.map(\.text) }
    }
    let (before, after) = (texts(base), texts(new))
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      switch (before[path], after[path]) {
      case (nil, _): ChangedFile(path: path, status: .added)
      case (_, nil): ChangedFile(path: path, status: .removed)
      case (let old, let now): old == now ? nil : ChangedFile(path: path, status: .changed)
      }
    }
  }
}

extension CompanyChanges {
  /// By how much its odds moved; companies whose odds came or went first.
  fileprivate var weight: Double {
    if (base.states == nil) != (new.states == nil) { return 2 }
    return numbers.filter(\.headline.isOdds).map { abs($0.difference) }.max() ?? 0
  }
}
