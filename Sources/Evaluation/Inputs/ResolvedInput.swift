internal import Facts
package import Plan
package import RunRecord

/// An input whose question "from where?" is settled: what is drawn, and the evidence for it.
@dynamicMemberLookup
package struct ResolvedInput: Sendable {
  /// The input as the plan draws it.
  package var planned: PlannedInput
  /// The input's record, its meaning and its basis; `values` is filled in when the draws are
  /// known.
  package var record: InputRecord
  /// For the trend of a series: what it is drawn jointly with.
  package var jointWith: JointPair?

  /// A part of what is drawn.
  package subscript<Part>(dynamicMember path: WritableKeyPath<PlannedInput, Part>) -> Part {
    get { planned[keyPath: path] }
    set { planned[keyPath: path] = newValue }
  }
}

extension ResolvedInput {
  /// The input without values outside its domain.
  ///
  /// - Throws: `Diagnostic` if too much of it is outside.
  func confined(to domain: ValueDomain) throws -> ResolvedInput {
    if domain == .number { return self }
    let change = planned.adjustment ?? InputAdjustment()
    var confined = self
    confined.planned.series = try planned.series.confined(
      to: domain, of: planned.name, scale: planned.scale, change: change)
    if record.kind == .override {
      confined.record.because += domain.remarks(
        onSetting: planned.name, to: record.distribution,
        planned.series.anchors.map(\.distribution),
        scale: planned.scale, change: change)
    }
    return confined
  }

  /// The input with every draw changed.
  package func adjusted(by change: InputAdjustment, because: Reason) -> ResolvedInput {
    var changed = self
    changed.planned.adjustment = change
    changed.record.adjust(by: change, because: because)
    return changed
  }
}

extension InputRecord {
  /// Says by how much the input was changed.
  mutating func adjust(by change: InputAdjustment, because reason: Reason) {
    kind = .override
    distribution = change.notation(of: "(\(distribution))")
    byYear = byYear?.mapValues { change.notation(of: "(\($0))") }
    because.append(reason)
  }

  /// The input with what its draws say, for the record and for sensitivity.
  package func projected(_ drawn: DrawnValues, years: [Int], draws: Draws) -> ProjectedInput {
    var record = self
    let scale = 1 / drawn.input.scale
    let estimates = drawn.columns.enumerated().map { index, column -> Estimate? in
      if case .constant(let value) = column { return .exactly(value * scale, unit: unit) }
      return drawn.summary(of: index, among: draws)?.estimate(unit: unit, scale: scale)
    }
    record.values = YearlyValues(estimates, years: drawn.variesByYear ? years : nil)
    return ProjectedInput(
      record: record, levels: drawn.levels,
      valueAtUniform: drawn.input.valueAtUniform(year: years.last ?? 0),
      isChance: drawn.input.isChance, steps: drawn.input.steps)
  }
}
