internal import Diagnostics
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
internal import Units

/// Settles where each input of a model gets its distribution from, for one company on one day.
package struct InputResolver {
  let subject: Subject
  let model: InputSet
  /// The companies that it contends with; nil where no input depends on others.
  let competition: Competition?
  /// The room that its market has; nil where there is room for everything.
  let room: PlannedRoom?

  package init(
    subject: Subject, inputs: InputSet, competition: Competition? = nil, room: PlannedRoom? = nil
  ) {
    self.subject = subject
    model = inputs
    self.competition = competition
    self.room = room
  }

  /// The stream of what is the company's own.
  var ownBlock: String { "path \(model.id) company \(subject.company)" }

  /// The inputs, in the order of the model: all of them, or those that are named.
  ///
  /// - Throws: `DiagnosticError` naming the inputs that nothing answers.
  package func resolve(only names: Set<String>? = nil) throws -> [ResolvedInput] {
    var problems = DiagnosticCollector()
    let places = InputPlaces(model.inputs)
    let inputs = try model.inputs.enumerated().compactMap { index, input -> ResolvedInput? in
      guard names?.contains(input.name) ?? true else { return nil }
      return try problems.attempt {
        var resolved = try resolve(input, places[index]).confined(to: input.domain)
        resolved.planned.isChance = input.isChance
        return resolved
      }
    }
    try problems.throwIfErrors()
    return inputs
  }

  private func resolve(_ input: ModelInput, _ place: InputPlaces.Place) throws -> ResolvedInput {
    let changed = subject.override(of: input.name, in: model.id)
    guard case .adjusted(let change, let other)? = changed?.value, let because = changed?.because
    else {
      return try resolve(input, place, set: changed)
    }
    let set = other.map { InputOverrideValue(distribution: $0, because: because) }
    return try resolve(input, place, set: set).adjusted(by: change, because: because)
  }

  /// `set` is what was put in place of it.
  private func resolve(
    _ input: ModelInput, _ place: InputPlaces.Place, set: InputOverrideValue?
  ) throws -> ResolvedInput {
    var draft = Draft(
      input: input, place: "\(model.relativeFile):\(input.location.line)",
      block: "path \(model.id) assumptions", dimension: place.dimension, isShared: true)
    if input.isOwn {
      draft.block = ownBlock
      draft.isShared = false
    }
    draft.yearly = place.stride.map {
      PlannedInput.Yearly(stride: $0, origin: subject.years.first ?? 0)
    }
    switch input.scope {
    case .assumption(let assumption):
      if let set {
        return draft.overridden(by: set, scope: .assumption)
      }
      guard let revision = assumption.revision(asOf: subject.context.asOf) else {
        throw missing("nothing was assumed for \"\(input.name)\" on \(subject.context.asOf)", input)
      }
      return draft.assumed(revision, scope: .assumption)
    case .company(let metrics, let otherwise):
      draft.block = ownBlock
      draft.isShared = false
      if let set {
        return draft.overridden(by: set, scope: .company)
      }
      for metric in metrics {
        if let answer = try subject.fact(metric: metric, in: input.unit) {
          return draft.answered(by: answer, scope: .company)
        }
      }
      guard let revision = otherwise?.revision(asOf: subject.context.asOf) else {
        throw missing("\"\(input.name)\" needs the fact \"\(metrics[0])\"", input)
      }
      return draft.assumed(revision, scope: .company)
    case .series(let series):
      draft.block = ownBlock
      draft.isShared = false
      if let set {
        return draft.overridden(by: set, scope: .company)
      }
      let found = try subject.context.series(
        series.metric, of: subject.facts, in: input.unit)
      if let level = found.level {
        return draft.level(found, level, scope: .company, in: subject.context)
      }
      guard let revision = series.otherwise?.revision(asOf: subject.context.asOf) else {
        throw missing("\"\(input.name)\" needs facts of \"\(series.metric)\"", input)
      }
      var assumed = draft.assumed(revision, scope: .company)
      assumed.record.because += found.reasons
      return assumed
    case .trend(let trend):
      return try self.trend(trend, of: input, draft, set: set)
    case .market(let name):
      if let set {
        draft.block = "market \(subject.region(on: model.id)) \(name)"
        return draft.overridden(by: set, scope: .market)
      }
      return try market(name, for: input)
    case .contest(let contest):
      draft.block = ownBlock
      draft.isShared = false
      if let set {
        return draft.overridden(by: set, scope: .company)
      }
      guard let competition, !subject.company.isEmpty else {
        throw missing("\"\(input.name)\" is a contest between companies, and there is none", input)
      }
      return draft.contested(
        contest,
        PlannedContest(
          contestants: try competition.contestants(for: contest, of: model, with: subject),
          company: subject.company, places: try steady(contest.places).planned,
          rest: try steady(contest.rest).planned,
          block: "path \(model.id) contest \(input.name) \(subject.region(on: model.id))"))
    case .room(let origin):
      if let set {
        draft.block = "path \(model.id) room \(subject.region(on: model.id))"
        return draft.overridden(by: set, scope: .market)
      }
      return draft.limited(origin, to: room)
    }
  }

  /// An input that a contest names, which is the same in all years.
  func steady(_ name: NamedInput) throws -> ResolvedInput {
    guard let input = try resolve(only: [name.name]).first else {
      preconditionFailure("a contest names inputs of its model")
    }
    guard input.planned.series.variesByYear else { return input }
    throw DiagnosticError(
      Diagnostic(
        "\"\(name.name)\" differs from year to year, but places are given once for all years",
        at: name.location, sourceLine: name.sourceLine,
        help: "assume one range for all years"))
  }

  private func market(_ name: String, for input: ModelInput) throws -> ResolvedInput {
    let region = subject.region(on: model.id)
    guard var resolved = try subject.context.market(name, region: region) else {
      throw missing("no \"\(name)\" for the region \"\(region)\"", input)
    }
    guard resolved.dimension == input.unit.dimension else {
      throw DiagnosticError(
        Diagnostic(
          "\"\(input.name)\" is in \(input.unit.text), but the market input \"\(name)\" of "
            + "\"\(region)\" is in \(resolved.input.record.unit)",
          at: input.location, sourceLine: input.sourceLine,
          help: "give both the same unit"))
    }
    resolved.input.planned.name = input.name
    resolved.input.record.name = input.name
    resolved.input.record.title = input.title ?? resolved.input.record.title
    return resolved.input
  }

  /// The trend of a series, drawn jointly with the level unless that was set.
  private func trend(
    _ trend: TrendOrigin, of input: ModelInput, _ draft: Draft, set: InputOverrideValue?
  ) throws -> ResolvedInput {
    var draft = draft
    let context = subject.context
    let region = subject.region(on: model.id)
    switch trend.series {
    case .company:
      draft.block = ownBlock
      draft.isShared = false
    case .market(let name):
      (draft.block, draft.dimension) = ("market \(region) \(name)", 1)
    }
    if let set { return draft.overridden(by: set, scope: trend.scope) }
    var resolved: ResolvedInput
    switch trend.series {
    case .company(let metric):
      guard let level = model.inputs.first(where: { $0.name == trend.name }) else {
        preconditionFailure("a trend stands after its series")
      }
      let found = try context.series(metric, of: subject.facts, in: level.unit)
      resolved = draft.trend(found, of: trend.name, scope: .company, in: context)
    case .market(let name):
      guard let found = try context.marketSeries(name, region: region) else {
        throw DiagnosticError(
          Diagnostic(
            "\"trend\" needs a series, and the market input \"\(name)\" of \"\(region)\" "
              + "isn't one",
            at: input.location, sourceLine: input.sourceLine,
            help: "write \"series: METRIC\" in markets/\(region).yaml in place of \"fact:\""))
      }
      // Regions that say `same_as` share the draws too.
      draft.block = "market \(found.region) \(name)"
      resolved = draft.trend(found.finding, of: trend.name, scope: .market, in: context)
    }
    if subject.isSet(trend.name, in: model.id) { resolved.jointWith = nil }
    return resolved
  }

  private func missing(_ message: String, _ input: ModelInput) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        message, at: input.location, sourceLine: input.sourceLine,
        help: "add the fact, or give the input `otherwise:` with a reason", category: .missing))
  }
}
