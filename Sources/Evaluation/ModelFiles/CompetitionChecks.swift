internal import Diagnostics
internal import Formulas
internal import Units

/// Checks that what depends on other companies names inputs that all of them answer alike.
struct CompetitionChecks {
  let inputs: [ModelInput]
  let names: DeclaredNames
  let correlations: [Correlation]
  let sharedMarket: SharedMarket?

  func run(into problems: inout DiagnosticCollector) {
    for input in inputs {
      switch input.scope {
      case .contest(let contest): check(contest, of: input, into: &problems)
      case .room(let room): check(room, of: input, into: &problems)
      default: continue
      }
      if input.unit.dimension != .none || input.unit.scale != 1 {
        problems.report(
          diagnostic(
            "\"\(input.name)\" is a plain number, but its unit is \(input.unit.text)", input,
            help: "write unit: \"1\""))
      }
      checkCorrelation(of: input.name, into: &problems)
    }
  }

  // MARK: Contests

  private func check(
    _ contest: ContestOrigin, of input: ModelInput, into problems: inout DiagnosticCollector
  ) {
    let odds = named(contest.odds, "contest", of: input, into: &problems)
    let places = named(contest.places, "places", of: input, into: &problems)
    let rest = named(contest.rest, "rest", of: input, into: &problems)
    if let odds, !odds.isRequiredOfCompanies {
      problems.report(
        diagnostic(
          "\"contest\" of \"\(input.name)\" must name a fact of each company, and "
            + "\"\(odds.name)\" is none that is required", contest.odds,
          help: "give \"\(odds.name)\" company: METRIC and otherwise: none; who has the fact "
            + "takes part"))
      return
    }
    for (key, name, found) in [("places", contest.places, places), ("rest", contest.rest, rest)] {
      guard let found, !found.isSharedAndSteady else { continue }
      problems.report(
        diagnostic(
          "\"\(key)\" of \"\(input.name)\" must be the same for all companies and years, and "
            + "\"\(found.name)\" isn't", name,
          help: "name a market input, or an assumption without by_year, each_year and shared"))
    }
    if let places, places.unit.dimension != .none {
      problems.report(
        diagnostic(
          "\"places\" of \"\(input.name)\" is a number of places, but \"\(places.name)\" is in "
            + places.unit.text, contest.places, help: "write unit: \"1\""))
    }
    if let odds, let rest, odds.unit.dimension != rest.unit.dimension {
      problems.report(
        diagnostic(
          "\"rest\" of \"\(input.name)\" is in \(rest.unit.text), but the companies' odds, "
            + "\"\(odds.name)\", are in \(odds.unit.text)", contest.rest,
          help: "give both the same unit"))
    }
    for name in [contest.odds.name, contest.places.name, contest.rest.name] {
      checkCorrelation(of: name, into: &problems)
    }
  }

  private func named(
    _ name: NamedInput, _ key: String, of input: ModelInput,
    into problems: inout DiagnosticCollector
  ) -> ModelInput? {
    guard names.inputs.contains(name.name) else {
      problems.report(
        diagnostic(
          "\"\(key)\" of \"\(input.name)\" must be an input of this model, found "
            + "\"\(name.name)\"", name,
          help: Suggestion.help(for: name.name, among: names.inputs.sorted())))
      return nil
    }
    return inputs.first { $0.name == name.name }
  }

  /// A contest looks at the draws of all companies, each by itself.
  private func checkCorrelation(of name: String, into problems: inout DiagnosticCollector) {
    for pair in correlations where [pair.first, pair.second].contains(name) {
      let mistake = Diagnostic(
        "\"\(name)\" is part of what companies contend for and can't be correlated",
        at: pair.location, help: "let both depend on a third input in their formulas")
      if !problems.diagnostics.contains(mistake) { problems.report(mistake) }
    }
  }

  // MARK: Room

  private func check(
    _ room: RoomOrigin, of input: ModelInput, into problems: inout DiagnosticCollector
  ) {
    guard let sharedMarket else {
      problems.report(
        diagnostic(
          "\"room_for\" of \"\(input.name)\" needs a market that companies share", room.claim,
          help: "write share_of: {market: INPUT, claim: \(room.claim.name)}"))
      return
    }
    guard room.claim.name == sharedMarket.claim, names.variables.contains(room.claim.name) else {
      problems.report(
        diagnostic(
          "\"room_for\" of \"\(input.name)\" must name the variable that is the claim of "
            + "\"share_of\", found \"\(room.claim.name)\"", room.claim,
          help: names.variables.contains(sharedMarket.claim)
            ? "write room_for: \(sharedMarket.claim)"
            : "let \"claim\" be a variable, computed from \(sharedMarket.claim) and the room"))
      return
    }
    let first = inputs.first { if case .room = $0.scope { true } else { false } }
    if let first, first.name != input.name {
      problems.report(
        diagnostic(
          "\"\(input.name)\" and \"\(first.name)\" are both the room for \"\(room.claim.name)\"",
          input, help: "keep one of the two"))
    }
  }

  private func diagnostic(_ text: String, _ name: NamedInput, help: String?) -> Diagnostic {
    Diagnostic(text, at: name.location, sourceLine: name.sourceLine, help: help)
  }

  private func diagnostic(_ text: String, _ input: ModelInput, help: String?) -> Diagnostic {
    Diagnostic(text, at: input.location, sourceLine: input.sourceLine, help: help)
  }
}

extension ModelInput {
  /// True if it is a fact without which a company isn't assessed.
  fileprivate var isRequiredOfCompanies: Bool {
    if case .company(_, nil) = scope { true } else { false }
  }

  /// True if all companies of a region have the same draws of it, in all years.
  fileprivate var isSharedAndSteady: Bool {
    switch scope {
    case .market: true
    case .assumption(let assumption):
      !isOwn && assumption.revisions.allSatisfy { !$0.series.variesByYear }
    case .company, .contest, .room, .series, .trend: false
    }
  }
}
