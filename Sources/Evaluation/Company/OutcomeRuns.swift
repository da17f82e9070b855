internal import Plan

/// The runs of the company model for one company: with all of its paths, with some, in views.
struct OutcomeRuns {
  private let plan: OutcomePlan
  private let drawn: CompanyDraws
  private let variables: [String: [String: YearlyDraws]]
  private var outsideRun: CompanyCourse?
  /// The paths, held against what the accounts say of their lines.
  let lines: [PathLine]

  /// Draws what all runs share, and runs the outside view.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  init(
    _ plan: OutcomePlan, paths: [PathResult], over draws: Draws, _ rules: ScoringRules,
    anchors: [String: PathLine.Anchor] = [:], drawn: CompanyDraws? = nil,
    kept: CompanyModel.Kept = .outputs
  ) throws {
    self.plan = plan
    let drawn = try drawn ?? plan.draw(over: draws)
    self.drawn = drawn
    variables = Dictionary(
      paths.map { ($0.path, $0.flows.metrics) }, uniquingKeysWith: { first, _ in first })
    let outside = try Self.run(plan, drawn, variables, [], in: .outside, kept: kept)
    outsideRun = outside
    let growth = plan.growth(to: outside)
    lines = paths.map {
      PathLine(
        $0, reported: plan.lines[$0.path], growth: growth, plan: plan, rules: rules,
        anchor: anchors[$0.path])
    }
  }

  /// The run by companies like this one alone.
  var outside: CompanyCourse {
    guard let outsideRun else { preconditionFailure("the run was let go of") }
    return outsideRun
  }

  /// Lets go of that run, whose draws take as much memory as the company's own.
  mutating func letGoOfOutside() { outsideRun = nil }

  /// True if a path counts in the outcome: the accounts don't contradict all of them.
  var counts: Bool { lines.contains { !$0.isWithheld } }

  /// A run with some of the lines, in a view or plainly.
  func run(
    _ lines: [PathLine], in view: CompanyFormulas.View? = nil,
    kept: CompanyModel.Kept = .outputs
  ) throws -> CompanyCourse {
    try Self.run(plan, drawn, variables, lines, in: view, kept: kept)
  }

  /// A run without one of the lines; nil where that line doesn't count, or no other does.
  func course(without index: Int) throws -> CompanyCourse? {
    var others = lines
    let line = others.remove(at: index)
    return line.isWithheld || others.allSatisfy(\.isWithheld)
      ? nil : try run(others, kept: .outcome)
  }

  private static func run(
    _ plan: OutcomePlan, _ drawn: CompanyDraws, _ variables: [String: [String: YearlyDraws]],
    _ lines: [PathLine], in view: CompanyFormulas.View?, kept: CompanyModel.Kept = .outputs
  ) throws -> CompanyCourse {
    try plan.model.run(
      drawn, paths: lines.filter { !$0.isWithheld }.map(\.flows), variables: variables,
      setting: view.flatMap { plan.model.formulas.views[$0] } ?? [:], kept: kept)
  }
}
