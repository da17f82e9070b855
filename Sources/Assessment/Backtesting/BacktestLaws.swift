internal import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
internal import Outlook
internal import RunRecord

/// The numbers that a replay takes from the company model, and which of them weren't dated then.
struct BacktestLaws {
  let parameters: NowcastParameters
  let money: MoneyLaws
  private let formulas: CompanyFormulas

  init(_ formulas: CompanyFormulas, in context: EvaluationContext) throws {
    self.formulas = formulas
    parameters = try formulas.nowcastParameters(in: context)
    var numbers = try formulas.numbers(in: context)
    // The file draws these two from ranges; the replay takes their ends.
    for name in ["sale", "takeover"] {
      let input = name == "sale" ? "sale_share" : "takeover_rate"
      let range = Self.range(of: input, formulas, context)
      numbers["\(name)_low"] = range?.lowerBound
      numbers["\(name)_high"] = range?.upperBound
    }
    money = try formulas.read(numbers) { MoneyLaws(&$0) }
  }

  private static func range(
    of name: String, _ formulas: CompanyFormulas, _ context: EvaluationContext
  ) -> ClosedRange<Double>? {
    let input = formulas.file.inputs.first { $0.name == name }
    guard case .assumption(let assumption)? = input?.scope,
      let spec = assumption.revision(asOf: context.asOf)?.series.anchors.first?.distribution
    else { return nil }
    switch spec {
    case .uniform(let low, let high): return low...high
    case .constant(let value): return value...value
    default: return nil
    }
  }

  /// The assumptions and fields that were decided after a day, or aren't dated.
  ///
  /// By usual delays the reasons why companies have no business on a path count as undated too.
  func hindsight(
    before day: Day, usesDelays: Bool, paths: PathHindsight
  ) -> BacktestHindsight {
    let inputs = formulas.file.inputs + formulas.nowcast.inputs
    let assumptions = inputs.filter { input in
      guard case .assumption(let assumption) = input.scope else { return false }
      return !assumption.isWritten(by: day)
    }
    let used = inputs.count { if case .assumption = $0.scope { true } else { false } }
    return BacktestHindsight(
      assumptions: assumptions.map(\.name).sorted(), assumptionsUsed: used,
      fields: ["financing", "listing", "region"] + (usesDelays ? ["not_pursued"] : []),
      pathAssumptions: paths.undated, pathAssumptionsUsed: paths.used)
  }
}
