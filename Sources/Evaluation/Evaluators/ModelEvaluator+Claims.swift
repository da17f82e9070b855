internal import Formulas
internal import Plan

/// What a model has room for, and the claims that decide it.
extension ModelEvaluator {
  /// The room of the market that a company's claim shares with others'; nil where the model limits
  /// no claims, where the room is set, and for no company.
  func room(
    for subject: Subject, years: [Int], among competition: Competition
  ) throws -> PlannedRoom? {
    guard let input = model.roomInput, !subject.company.isEmpty,
      !subject.isSet(input.name, in: model.id)
    else { return nil }
    return try competition.room(of: self, with: subject, years: years)
  }

  /// The program that gives a company's claim alone, as if the market had room for all.
  func planClaim(
    _ subject: Subject, years: [Int], among competition: Competition
  ) throws -> ProgramPlan {
    guard let market = model.sharedMarket else {
      preconditionFailure("only a model with a shared market has claims")
    }
    let names = try namesBehindClaim(of: market, years: years)
    let inputs = try InputResolver(
      subject: subject, inputs: model.inputSet, competition: competition
    ).resolve(only: names)
    let compiled = try compiled(years: years, varying: varying(inputs), only: names)
    var wanted = ProgramPlan.Wanted()
    wanted.claim = (variable: market.claim, market: market.market)
    return ProgramPlan(
      model: compiled.model, machine: compiled.machine, inputs: inputs.map(\.planned),
      correlation: try correlation(of: inputs), years: years, wanted: wanted)
  }

  /// The variables and inputs that a claim on a market needs.
  private func namesBehindClaim(of market: SharedMarket, years: [Int]) throws -> Set<String> {
    let all = try compile(years: years, varying: declaredVarying)
    let dependencies = Dictionary(
      all.variables.map { ($0.name, $0.dependencies) }, uniquingKeysWith: { $1 })
    var found: Set<String> = []
    var pending = [market.claim, market.market]
    while let name = pending.popLast() {
      if found.insert(name).inserted { pending += dependencies[name] ?? [] }
    }
    // A trend is drawn jointly with its level.
    found.formUnion(model.inputs.filter { found.contains($0.name) }.compactMap(\.trendOf))
    // Correlated inputs are drawn together.
    let correlated = Set(model.correlations.flatMap { [$0.first, $0.second] })
    return found.isDisjoint(with: correlated) ? found : found.union(correlated)
  }
}

extension ModelFile {
  /// The input that is the room for its claims.
  var roomInput: ModelInput? {
    inputs.first { if case .room = $0.scope { true } else { false } }
  }
}
