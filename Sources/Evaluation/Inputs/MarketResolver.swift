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
      case .declared(let metric, let assumption):
        return try resolve(input, metric: metric, assumption: assumption, in: file)
      }
    }
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
