package import Units
internal import Diagnostics
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord

/// A market input with its distribution, and the dimension it was declared in.
package struct ResolvedMarketInput: Sendable {
  package var region: String
  package var input: ResolvedInput
  package var dimension: UnitDimension
}

extension EvaluationContext {
  /// A region's market input on the as-of day; nil when the region lacks it.
  ///
  /// Its stream is named after the region that declares it, so that regions that say `same_as`
  /// share the draws too.
  ///
  /// - Throws: `DiagnosticError` when facts tie, or regions refer to each other in a circle.
  package func market(_ name: String, region: String) throws -> ResolvedMarketInput? {
    guard let (file, input) = try declared(name, region: region) else { return nil }
    switch input.origin {
    case .sameAs: return nil
    case .declared(let metric, let assumption):
      return try resolve(input, metric: metric, assumption: assumption, in: file)
    case .series(let metric, let assumption):
      return try resolve(input, series: metric, assumption: assumption, in: file)
    }
  }

  /// The level and trend of a region's market input and the region that declares it; nil when it
  /// isn't a series.
  ///
  /// - Throws: as `market` does.
  func marketSeries(
    _ name: String, region: String
  ) throws -> (finding: SeriesFinding, region: String)? {
    guard let (file, input) = try declared(name, region: region), let unit = input.unit,
      case .series(let metric, _) = input.origin
    else { return nil }
    return (try series(metric, region: file.region, in: unit), file.region)
  }

  /// The region that declares an input, found through those that say that it is the same.
  private func declared(
    _ name: String, region: String
  ) throws -> (file: MarketFile, input: MarketInput)? {
    var visited: [String] = []
    var region = region
    while true {
      guard let file = markets[region], let input = file.inputs[name] else { return nil }
      switch input.origin {
      case .sameAs(let other):
        visited.append(region)
        if visited.contains(other) {
          throw DiagnosticError(
            Diagnostic(
              "the regions \((visited + [other]).joined(separator: " → ")) say of \"\(name)\" "
                + "that it is the same as each other's",
              at: input.location, sourceLine: input.sourceLine,
              help: "declare the input in one of them"))
        }
        region = other
      case .declared, .series: return (file, input)
      }
    }
  }

  private func resolve(
    _ input: MarketInput, series metric: String, assumption: Assumption?, in file: MarketFile
  ) throws -> ResolvedMarketInput? {
    guard let unit = input.unit else { return nil }
    let draft = Draft(
      input: ModelInput(
        name: input.name, title: input.title, unit: unit, scope: .market(name: input.name),
        location: input.location, sourceLine: input.sourceLine),
      place: "\(input.relativeFile):\(input.location.line)",
      block: "market \(file.region) \(input.name)", dimension: 0, isShared: true)
    let found = try series(metric, region: file.region, in: unit)
    if let level = found.level {
      return ResolvedMarketInput(
        region: file.region, input: draft.level(found, level, scope: .market, in: self),
        dimension: unit.dimension)
    }
    guard let revision = assumption?.revision(asOf: asOf) else { return nil }
    var assumed = draft.assumed(revision, scope: .market)
    assumed.record.because += found.reasons
    return ResolvedMarketInput(
      region: file.region, input: assumed, dimension: unit.dimension)
  }

  private func resolve(
    _ input: MarketInput, metric: String?, assumption: Assumption?, in file: MarketFile
  ) throws -> ResolvedMarketInput? {
    guard let unit = input.unit else { return nil }
    var anchors: [DistributionSeries.Anchor] = []
    var records: [FactRecord] = []
    var sources: [String] = []
    var reasons: [Reason] = []
    if let metric {
      for fact in try facts.marketSeries(region: file.region, metric: metric, asOf: asOf) {
        let answer = try answering(
          fact.fact, in: unit, because: .answerForYear(fact.year))
        anchors.append(
          DistributionSeries.Anchor(year: fact.year, distribution: answer.distribution))
        records.append(answer.record)
        sources += answer.sources
        reasons += answer.because
      }
    }
    let revision = assumption?.revision(asOf: asOf)
    if let revision {
      let lastKnown = anchors.last?.year
      switch revision.series {
      case .always(let distribution), .eachYear(let distribution):
        if let lastKnown {
          anchors.append(
            DistributionSeries.Anchor(year: lastKnown + 1, distribution: distribution))
        } else {
          anchors = [DistributionSeries.Anchor(year: 0, distribution: distribution)]
        }
      case .byYear(let later):
        anchors += later.filter { anchor in lastKnown.map { anchor.year > $0 } ?? true }
      }
      sources += revision.sources
      reasons += revision.reasons(replacedBy: input.replacement)
    }
    guard let first = anchors.first else { return nil }
    let series: DistributionSeries =
      anchors.count == 1 ? .always(first.distribution) : .byYear(anchors)
    var kind = revision.map { InputKind($0.basis) } ?? .assumption
    // Where facts answer for all years, what was assumed for later ones says nothing.
    if !records.isEmpty, anchors.count == records.count {
      kind = records.contains(where: \.isEstimate) ? .estimate : .fact
    }
    let input = ResolvedInput(
      planned: PlannedInput(
        name: input.name, series: series, scale: unit.scale,
        block: "market \(file.region) \(input.name)", dimension: 0, isShared: true),
      record: InputRecord(
        name: input.name, title: input.title, unit: UnitName(unit.text), kind: kind, scope: .market,
        distribution: series.text, byYear: series.textByYear, values: .byYear([:]),
        because: reasons,
        sources: Array(Set(sources)).sorted(), facts: records,
        place: "\(input.relativeFile):\(input.location.line)"))
    return ResolvedMarketInput(region: file.region, input: input, dimension: unit.dimension)
  }
}
