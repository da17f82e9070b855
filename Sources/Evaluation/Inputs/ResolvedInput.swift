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

  /// Makes an input.
  package init(planned: PlannedInput, record: InputRecord) {
    self.planned = planned
    self.record = record
  }

  /// A part of what is drawn.
  package subscript<Part>(dynamicMember path: WritableKeyPath<PlannedInput, Part>) -> Part {
    get { planned[keyPath: path] }
    set { planned[keyPath: path] = newValue }
  }
}

extension InputRecord {
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
      record: record, uniforms: drawn.uniforms,
      valueAtUniform: drawn.input.valueAtUniform(year: years.last ?? 0),
      isChance: drawn.input.isChance)
  }
}
