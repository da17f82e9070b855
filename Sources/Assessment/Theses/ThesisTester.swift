internal import Diagnostics
package import Evaluation
internal import Facts
internal import Formulas
internal import Plan
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
package import Threads

/// Tests the claims of theses: on the run's day, with each hinge in its neutral place, and on the
/// earlier day that a thesis names (Method 10).
package struct ThesisTester {
  private let loaded: LoadedModels
  private let request: EvaluationRequest
  private let preparation: RunPreparation
  private let crew: Crew

  /// More draws move no verdict: at so many the error of a chance is below a point.
  package static let mostDraws = 4096

  /// Makes a tester of what is asked for; all companies of the study may take part, whichever are
  /// asked for.
  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    var own = request
    own.companies = []
    own.paths = []
    own.draws = min(request.draws, Self.mostDraws)
    self.request = own
    self.crew = crew
    preparation = RunPreparation(loaded: loaded, request: own, ownEvaluators: ownEvaluators)
    self.loaded = preparation.loaded
  }

  /// The records of some theses, in their order.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked, or inputs that can't be used.
  package func records(of theses: [Thesis]) throws -> [ThesisRecord] {
    if theses.isEmpty { return [] }
    let (context, _) = try preparation.context()
    let common = ClaimWorld.Common(
      context: context, evaluators: preparation.evaluators,
      model: CompanyModel(loaded.companyModel, units: loaded.units), policy: loaded.policy,
      draws: try preparation.draws())
    let paths = Set(common.evaluators.map { $0.description.record.id })
    let companies = try preparation.companies()
    let tests = theses.flatMap { thesis in
      thesis.claims.filter { untestable($0, with: paths) == nil }.flatMap { claim in
        claim.variants(on: context.asOf, since: thesis.earlierDay(than: context.asOf))
          .map { (claim: claim, variant: $0) }
      }
    }
    let values = try CompanyValueTable(
      tests.flatMap { test in
        test.claim.measures.map { measure in
          (
            MeasureNeed(measure, of: test.claim, in: test.variant, horizon: loaded.study.horizon),
            measure
          )
        }
      }, study: companies, loaded: loaded, common: common, crew: crew)
    return try theses.map { thesis in
      try record(
        of: thesis, Tested(values: values, common: common, companies: companies.map(\.id)),
        paths: paths)
    }
  }

  /// What all claims' records are made from.
  private struct Tested {
    var values: CompanyValueTable
    var common: ClaimWorld.Common
    var companies: [String]
  }

  private func record(
    of thesis: Thesis, _ tested: Tested, paths: Set<String>
  ) throws -> ThesisRecord {
    let asOf = tested.common.context.asOf
    let since = thesis.earlierDay(than: asOf)
    return ThesisRecord(
      id: thesis.id, title: thesis.title, summary: thesis.summary, sources: thesis.sources,
      file: thesis.relativeFile, sha256: thesis.sha256, asOf: asOf.description,
      since: since?.description, draws: request.draws,
      claims: try thesis.claims.map { claim in
        if let reason = untestable(claim, with: paths) {
          return ClaimRecord(
            id: claim.id, title: claim.title, says: claim.says, holds: claim.holds?.text,
            chance: .unknown(reason))
        }
        return try record(of: claim, asOf: asOf, since: since, tested)
      })
  }

  private func record(
    of claim: Claim, asOf: Day, since: Day?, _ tested: Tested
  ) throws -> ClaimRecord {
    guard let holds = claim.holds else { preconditionFailure("a claim with a test has a formula") }
    func test(_ variant: ClaimVariant) -> ClaimTest {
      ClaimTest(
        claim, companies: tested.companies,
        quantities: Quantities(
          draws: request.draws, flaggedLimit: loaded.policy.flaggedLimit), units: loaded.units,
        year: loaded.study.horizon
      ) { measure, company in
        let need = MeasureNeed(measure, of: claim, in: variant, horizon: loaded.study.horizon)
        return tested.values[need, company]
      }
    }
    let now = test(ClaimVariant(day: asOf, hinges: []))
    let before = since.map { test(ClaimVariant(day: $0, hinges: [])) }
    let all = Array(claim.hinges.indices)
    return ClaimRecord(
      id: claim.id, title: claim.title, says: claim.says, holds: holds.text,
      chance: try now.chance(of: holds),
      comparesChances: claim.measures.allSatisfy(\.isChance),
      before: try before?.chance(of: holds),
      measures: claim.measures.indices.map { index in
        measure(claim.measures[index], now: now, before: before, at: index)
      },
      hinges: try claim.hinges.enumerated().map { index, hinge in
        HingeRecord(
          input: hinge.neutral.input, neutral: hinge.neutral.distribution.description,
          because: hinge.because,
          chance: try test(ClaimVariant(day: asOf, hinges: [index])).chance(of: holds))
      },
      allHinges: all.count < 2
        ? nil : try test(ClaimVariant(day: asOf, hinges: all)).chance(of: holds),
      also: try claim.also.map { form in
        ClaimFormRecord(
          id: form.id, title: form.title, holds: form.holds.text,
          chance: try now.chance(of: form.holds), before: try before?.chance(of: form.holds))
      })
  }

  /// The reason why a claim isn't tested: what it needs isn't there, or the study doesn't look so far;
  /// nil for one that is.
  private func untestable(_ claim: Claim, with paths: Set<String>) -> Reason? {
    claim.lack(of: paths) ?? claim.lateness(after: loaded.study.horizon)
  }

  private func measure(
    _ measure: Measure, now: ClaimTest, before: ClaimTest?, at index: Int
  ) -> MeasureRecord {
    let view: String? =
      if case .company(let view?) = measure.scope { view.rawValue } else { nil }
    return MeasureRecord(
      name: measure.name, title: measure.title, each: measure.each.text,
      take: measure.take.rawValue, path: measure.scope.path,
      year: measure.year ?? loaded.study.horizon, view: view,
      set: Dictionary(
        measure.set.map { ($0.input, $0.distribution.description) }, uniquingKeysWith: { $1 }),
      companies: now.measures[index].companies, leftOut: now.measures[index].leftOut,
      value: now.quantity(of: index), before: before?.quantity(of: index))
  }
}

extension Thesis {
  /// The earlier day that its claims are held against, where it is earlier than the run's.
  func earlierDay(than day: Day) -> Day? { since.flatMap { $0 < day ? $0 : nil } }
}

extension Claim {
  /// What it needs that isn't there; nil where nothing is missing.
  func lack(of paths: Set<String>) -> Reason? {
    if let needs { return Reason(.claimNeeds, ["what": .named(needs)]) }
    let missing = neededPaths.filter { !paths.contains($0) }
    return missing.isEmpty
      ? nil : Reason(.claimNeedsPath, ["path": .text(missing.joined(separator: ", "))])
  }

  /// That a number of it is of a year after the last; nil where none is.
  func lateness(after horizon: Int) -> Reason? {
    guard let year = measures.compactMap(\.year).max(), year > horizon else { return nil }
    return Reason(
      .claimAfterHorizon, ["year": .text(String(year)), "horizon": .text(String(horizon))])
  }

  /// The variants in which it is tested.
  func variants(on day: Day, since: Day?) -> [ClaimVariant] {
    let all = Array(hinges.indices)
    var variants = [ClaimVariant(day: day, hinges: [])]
    variants += all.map { ClaimVariant(day: day, hinges: [$0]) }
    if all.count > 1 { variants.append(ClaimVariant(day: day, hinges: all)) }
    if let since { variants.append(ClaimVariant(day: since, hinges: [])) }
    return variants
  }
}
