internal import Facts
internal import Formulas
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Units

extension InputKind {
  /// The kind of an input that no fact answers for.
  init(_ basis: Assumption.Basis) {
    self =
      switch basis {
      case .assumption: .assumption
      case .estimate: .estimate
      }
  }
}

extension Assumption.Revision {
  /// Why it is taken, and what would replace it if it is an assumption.
  func reasons(replacedBy better: EvidenceToFind?) -> [Reason] {
    let written = because.map { [Reason.written($0)] } ?? []
    return written + (basis == .assumption ? better.map { [$0.reason] } ?? [] : [])
  }
}

/// An input on its way to being resolved.
struct Draft {
  var input: ModelInput
  var place: String
  var block: String
  var dimension: Int
  var isShared: Bool
  var yearly: PlannedInput.Yearly?

  func assumed(_ revision: Assumption.Revision, scope: InputScope) -> ResolvedInput {
    finished(
      revision.series, scale: input.unit.scale, kind: InputKind(revision.basis), scope: scope,
      because: revision.reasons(replacedBy: input.replacement), sources: revision.sources,
      facts: [])
  }

  func answered(by fact: SelectedFact, scope: InputScope) -> ResolvedInput {
    finished(
      .always(fact.distribution), scale: input.unit.scale,
      kind: fact.record.isEstimate ? .estimate : .fact, scope: scope, because: fact.because,
      sources: fact.sources, facts: [fact.record])
  }

  /// The level of a series, by the facts of its metric.
  func level(
    _ found: SeriesFinding, _ level: DistributionSpec, scope: InputScope,
    in context: EvaluationContext
  ) -> ResolvedInput {
    var resolved = finished(
      .always(level), scale: input.unit.scale, kind: found.levelKind, scope: scope,
      because: [Reason(.seriesLevel, found.values(on: context.asOf, context.facts))]
        + found.reasons,
      sources: found.sources, facts: found.facts)
    resolved.record.distribution = SeriesFinding.text(level)
    resolved.record.series = found.record(unit: input.unit, in: context)
    return resolved
  }

  /// The trend of a series, by the facts of its metric or by what is believed before any.
  func trend(
    _ found: SeriesFinding, of name: String, scope: InputScope, in context: EvaluationContext
  ) -> ResolvedInput {
    let kind: StatementKind = found.isTrendSeen ? .seriesTrend : .seriesTrendUnseen
    var values = found.values(on: context.asOf, context.facts)
    if !found.isTrendSeen { values["count"] = nil }
    var resolved = finished(
      .always(found.trend), scale: input.unit.scale,
      kind: found.isTrendSeen ? .estimate : .assumption, scope: scope,
      because: [Reason(kind, values)],
      sources: found.isTrendSeen ? found.sources : [], facts: [])
    resolved.record.distribution = SeriesFinding.text(found.trend)
    if let correlation = found.series?.correlation {
      resolved.jointWith = JointPair(first: name, second: input.name, correlation: correlation)
    }
    return resolved
  }

  func overridden(by set: InputOverrideValue, scope: InputScope) -> ResolvedInput {
    guard case .set(let distribution) = set.value else {
      preconditionFailure("what is changed is resolved first")
    }
    return finished(
      series(distribution), scale: input.unit.scale, kind: .override, scope: scope,
      because: [set.because], sources: [], facts: [])
  }

  /// Decided between companies.
  func contested(_ origin: ContestOrigin, _ contest: PlannedContest) -> ResolvedInput {
    var resolved = finished(
      .none, scale: input.unit.scale, kind: .assumption, scope: .company,
      because: origin.because.map { [.written($0)] } ?? [], sources: [], facts: [])
    resolved.planned.origin = .contest(contest)
    resolved.record.distribution =
      "contest(\(origin.odds.name), \(origin.places.name), \(origin.rest.name))"
    resolved.record.byYear = nil
    return resolved
  }

  /// Limited by what other companies claim, or by nothing.
  func limited(_ origin: RoomOrigin, to room: PlannedRoom?) -> ResolvedInput {
    var resolved = finished(
      room == nil ? .always(.constant(1)) : .none, scale: input.unit.scale, kind: .calculation,
      scope: .market, because: origin.because.map { [.written($0)] } ?? [], sources: [], facts: [])
    if let room { resolved.planned.origin = .room(room) }
    resolved.record.distribution = "room_for(\(origin.claim.name))"
    resolved.record.byYear = nil
    return resolved
  }

  /// The series of a distribution that is set: drawn in every year where the input is.
  private func series(_ distribution: DistributionSpec) -> DistributionSeries {
    if case .constant = distribution { return .always(distribution) }
    return input.isEachYear ? .eachYear(distribution) : .always(distribution)
  }

  private func finished(
    _ series: DistributionSeries, scale: Double, kind: InputKind, scope: InputScope,
    because: [Reason], sources: [String], facts: [FactRecord]
  ) -> ResolvedInput {
    ResolvedInput(
      planned: PlannedInput(
        name: input.name, series: series, scale: scale, block: block, dimension: dimension,
        isShared: isShared, yearly: yearly),
      record: InputRecord(
        name: input.name, title: input.title, unit: UnitName(input.unit.text), kind: kind,
        scope: scope, distribution: series.text, byYear: series.textByYear, values: .byYear([:]),
        because: because, sources: sources, facts: facts, place: place))
  }
}
