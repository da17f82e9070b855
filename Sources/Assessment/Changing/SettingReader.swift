internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Scoring
internal import Study

/// Reads changes of a study's settings.
struct SettingReader {
  let loaded: LoadedModels
  let catalogue: InputCatalogue
  /// The day as of which facts are known before any change.
  let asOf: Day
  /// The scenario that everything is in before any change; nil for the base case.
  let scenarioBefore: String?

  func read(
    _ setting: StudySetting, _ change: InputOverride, _ text: String
  ) throws -> StudyChange {
    func made(_ effect: StudyChange.Effect, base: String?, new: String) -> StudyChange {
      StudyChange(
        effect: effect,
        record: ChangeRecord(
          text: text, kind: .setting, name: setting.rawValue, base: base, new: new))
    }
    switch setting {
    case .asOf:
      guard change.operation == .set, let day = CalendarDay(change.text) else {
        throw Diagnostic(
          "as_of takes a day, such as as_of=2025-12-31, not \"\(change.text)\"",
          help: CalendarHelp.mistake(in: change.text))
      }
      return made(.asOf(day), base: asOf.description, new: change.text)
    case .horizon:
      let year = try changed(Double(loaded.study.horizon), change)
      guard let year = Int(exactly: year), (asOf.year...asOf.year + 50).contains(year) else {
        throw Diagnostic(
          "the horizon is a year from \(asOf.year) to \(asOf.year + 50), not \"\(change.text)\"")
      }
      return made(.horizon(year), base: String(loaded.study.horizon), new: String(year))
    case .discountRate:
      let rate = try changed(loaded.policy.discountRate, change)
      guard (-0.5...1).contains(rate) else {
        throw Diagnostic(
          "a discount rate lies between −50 % and 100 %, not at \"\(change.text)\"",
          help: "discount_rate=12%")
      }
      return made(
        .discountRate(rate), base: NumberNotation.print(loaded.policy.discountRate),
        new: NumberNotation.print(rate))
    case .scenario:
      guard change.operation == .set, loaded.scenarios[change.text] != nil else {
        throw ScenarioReader.unknown(change.text, among: loaded.scenarios.keys.sorted())
      }
      guard change.text != scenarioBefore else {
        throw Diagnostic(
          "everything is in the scenario \"\(change.text)\" already, so that \"\(text)\" changes nothing",
          help: "leave out --scenario to see what it moves")
      }
      var scenario = made(.scenario(change.text), base: scenarioBefore, new: change.text)
      scenario.paths = Set(
        try ScenarioReader(
          loaded: loaded, catalogue: catalogue,
          asOf: CalendarDay(year: asOf.year, month: asOf.month, day: asOf.day)
        ).changes(of: change.text).flatMap(\.paths)
      ).sorted()
      return scenario
    case .weights:
      guard change.operation == .set else { throw weightsMistake(change.text) }
      let weights = try weights(change.text)
      return made(.weights(weights), base: words(current), new: words(weights))
    case .heads: return try heads(change, text)
    }
  }

  // MARK: Numbers

  private func changed(_ value: Double, _ change: InputOverride) throws -> Double {
    guard let number = NumberNotation.parse(try TypedNumber.notation(change.text)) else {
      throw Diagnostic("\(change.name) takes one number, not \"\(change.text)\"")
    }
    return switch change.operation {
    case .set: number
    case .multiply: value * number
    case .add: value + number
    case .subtract: value - number
    }
  }

  // MARK: The head group

  /// The number of places that every contest gives: an input of whichever models have one.
  private func heads(_ change: InputOverride, _ text: String) throws -> StudyChange {
    let contests = loaded.models.flatMap { model in
      model.inputs.compactMap { input -> (model: String, name: String)? in
        guard case .contest(let contest) = input.scope else { return nil }
        return (model.id, contest.places.name)
      }
    }
    guard let first = contests.first,
      let entry = catalogue.find("\(first.model).\(first.name)")?.entries.first
    else {
      throw Diagnostic(
        "no model has a head group, so \"\(change.name)\" changes nothing", category: .missing)
    }
    guard let number = NumberNotation.parse(try TypedNumber.notation(change.text)),
      number == number.rounded(),
      change.operation != .set || number >= 0
    else {
      throw Diagnostic(
        "the head group has a whole number of places, not \"\(change.text)\"",
        help: "\(change.name)=4")
    }
    return StudyChange(
      effect: .inputs(
        contests.map {
          InputOverride(
            name: "\($0.model).\($0.name)", operation: change.operation, text: change.text)
        }), paths: contests.map(\.model),
      record: ChangeRecord(
        text: text, kind: .input, name: entry.name, title: entry.title, new: change.text))
  }

  // MARK: Weights

  private var current: RankingWeights {
    loaded.policy.fixedWeights.map { .fixed($0) } ?? .ordered(loaded.policy.rankingOrder)
  }

  /// Reads `headroom:2,cash_cover:1`, or an order: `cash_cover>headroom`, behind which the criteria
  /// that aren't named keep theirs.
  private func weights(_ text: String) throws -> RankingWeights {
    let plain = text.filter { !$0.isWhitespace }
    guard plain.contains(":") else {
      let named = try plain.split(separator: ">").map { try criterion(String($0)) }
      guard !named.isEmpty, Set(named).count == named.count else { throw weightsMistake(text) }
      return .ordered(named + loaded.policy.rankingOrder.filter { !named.contains($0) })
    }
    var weights: [RankingCriterion: Double] = [:]
    for part in plain.split(separator: ",") {
      let pair = part.split(separator: ":").map(String.init)
      guard pair.count == 2, let weight = NumberNotation.parse(pair[1]), weight >= 0 else {
        throw weightsMistake(text)
      }
      let named = try criterion(pair[0])
      guard weights.updateValue(weight, forKey: named) == nil else {
        throw Diagnostic("\"\(text)\" weighs \(named.rawValue) twice")
      }
    }
    // Divided by the largest first, so that the sum can't overflow.
    let largest = weights.values.max() ?? 0
    guard largest > 0 else { throw Diagnostic("\"\(text)\" gives nothing a weight") }
    let shares = weights.mapValues { $0 / largest }
    let sum = shares.values.reduce(0, +)
    return .fixed(shares.mapValues { $0 / sum })
  }

  private func criterion(_ name: String) throws -> RankingCriterion {
    if let criterion = RankingCriterion(rawValue: name) { return criterion }
    let all = RankingCriterion.allCases.map(\.rawValue)
    throw Diagnostic(
      "there is no criterion \"\(name)\" to weigh",
      help: Suggestion.help(for: name, among: all)
        ?? "the criteria are \(all.joined(separator: ", "))", category: .missing)
  }

  private func weightsMistake(_ text: String) -> Diagnostic {
    Diagnostic(
      "\"\(text)\" gives no weights",
      help: "say weights=headroom:2,cash_cover:1 or, for all weights in an order, "
        + "weights=cash_cover>headroom")
  }

  private func words(_ weights: RankingWeights) -> String {
    switch weights {
    case .ordered(let order): order.map(\.rawValue).joined(separator: ">")
    case .fixed(let weights):
      RankingCriterion.allCases.compactMap { criterion in
        weights[criterion].map {
          "\(criterion.rawValue):\(NumberNotation.print((1000 * $0).rounded() / 1000))"
        }
      }.joined(separator: ",")
    }
  }
}
