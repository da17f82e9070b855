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

  package init(subject: Subject, inputs: InputSet) {
    self.subject = subject
    model = inputs
  }

  /// All inputs, in the order of the model.
  ///
  /// - Throws: `DiagnosticError` naming the inputs that nothing answers.
  package func resolve() throws -> [ResolvedInput] {
    var problems = DiagnosticCollector()
    let places = InputPlaces(model.inputs)
    let inputs = try model.inputs.enumerated().compactMap { index, input -> ResolvedInput? in
      try problems.attempt {
        var resolved = try resolve(input, places[index])
        resolved.planned.isChance = input.isChance
        return resolved
      }
    }
    try problems.throwIfErrors()
    return inputs
  }

  private func resolve(_ input: ModelInput, _ place: InputPlaces.Place) throws -> ResolvedInput {
    var draft = Draft(
      input: input, place: "\(model.relativeFile):\(input.location.line)",
      block: "path \(model.id) assumptions", dimension: place.dimension, isShared: true)
    if input.isOwn {
      draft.block = "path \(model.id) company \(subject.company)"
      draft.isShared = false
    }
    draft.yearly = place.stride.map {
      PlannedInput.Yearly(stride: $0, origin: subject.years.first ?? 0)
    }
    switch input.scope {
    case .assumption(let assumption):
      if let set = subject.context.override(of: input.name, in: model.id) {
        return draft.overridden(by: set, scope: .assumption)
      }
      guard let revision = assumption.revision(asOf: subject.context.asOf) else {
        throw missing("nothing was assumed for \"\(input.name)\" on \(subject.context.asOf)", input)
      }
      return draft.assumed(revision, scope: .assumption)
    case .company(let metrics, let otherwise):
      draft.block = "path \(model.id) company \(subject.company)"
      draft.isShared = false
      if let set = subject.context.override(of: input.name, in: model.id) {
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
    case .market(let name):
      if let set = subject.context.override(of: input.name, in: model.id) {
        draft.block = "market \(subject.region(on: model.id)) \(name)"
        return draft.overridden(by: set, scope: .market)
      }
      return try market(name, for: input)
    }
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

  private func missing(_ message: String, _ input: ModelInput) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        message, at: input.location, sourceLine: input.sourceLine,
        help: "add the fact, or give the input `otherwise:` with a reason", category: .missing))
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
      revision.series, scale: input.unit.scale, kind: .assumption, scope: scope,
      because: revision.because.map { [.written($0)] } ?? [], sources: revision.sources, facts: [])
  }

  func answered(by fact: SelectedFact, scope: InputScope) -> ResolvedInput {
    finished(
      .always(fact.distribution), scale: input.unit.scale,
      kind: fact.record.isEstimate ? .estimate : .fact, scope: scope, because: fact.because,
      sources: fact.sources, facts: [fact.record])
  }

  func overridden(by set: InputOverrideValue, scope: InputScope) -> ResolvedInput {
    finished(
      series(set.distribution), scale: input.unit.scale, kind: .override, scope: scope,
      because: [set.because], sources: [], facts: [])
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
