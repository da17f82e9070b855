internal import Diagnostics
internal import Documents
internal import Formulas
internal import RunRecord

/// Reads a model's readiness criteria (Method 3).
struct ReadinessReader {
  /// The variables that `formula:` may name.
  let variables: [String]

  func read(
    _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [ModelCriterion] {
    var seen: Set<String> = []
    let nodes = map.list("readiness", into: &problems)
    let criteria = nodes.compactMap { node -> ModelCriterion? in
      guard let criterion = criterion(node, into: &problems) else { return nil }
      if !seen.insert(criterion.record.id).inserted {
        problems.report(
          node.diagnostic(
            "the criterion \"\(criterion.record.id)\" stands here twice",
            help: "give one of them another id"))
      }
      return criterion
    }
    let sum = criteria.reduce(0) { $0 + $1.record.weight }
    if let node = map["readiness"], !criteria.isEmpty, criteria.count == nodes.count,
      criteria.allSatisfy({ $0.record.weight >= 0 }), abs(sum - 100) > 1e-9
    {
      problems.report(
        node.diagnostic(
          "the weights of the criteria must add up to 100, found \(NumberNotation.print(sum))",
          help: "change the weights; 100 is the whole index"))
    }
    return criteria
  }

  private func criterion(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> ModelCriterion? {
    guard
      let map = node.mapping(
        allowedKeys: [
          "id", "weight", "title", "levels", "gate", "in_model", "half_life", "fact", "formula",
        ], of: "a criterion", into: &problems)
    else { return nil }
    let id = identifier(in: map, into: &problems)
    let weight = map.number("weight", into: &problems)
    if let weight, weight < 0 {
      problems.report(
        (map["weight"] ?? node).diagnostic(
          "a weight must not be negative, found \(NumberNotation.print(weight))",
          help: "the weights of a model add up to 100"))
    }
    let halfLife = map.optionalNumber("half_life", into: &problems) ?? 1.5
    if halfLife <= 0 {
      problems.report(
        (map["half_life"] ?? node).diagnostic(
          "a half-life must be positive, found \(NumberNotation.print(halfLife)) years",
          help: "say after how many years evidence counts half"))
    }
    let formula = map.optionalString("formula", into: &problems)
    if let formula, !variables.contains(formula), let place = map["formula"] {
      problems.report(
        place.diagnostic(
          "\"formula\" of a criterion names a variable that gives the level; there is no "
            + "\"\(formula)\"",
          help: Suggestion.help(for: formula, among: variables)
            ?? "declare a variable with that formula, and name it here"))
    }
    if formula != nil, let fact = map["fact"] {
      problems.report(
        fact.diagnostic(
          "\"fact\" and \"formula\" both say where the level comes from", help: "keep one"))
    }
    let levels = levels(in: map, into: &problems)
    let title = map.translations("title", into: &problems)
    guard let id, let weight, let title else { return nil }
    return ModelCriterion(
      record: CriterionRecord(
        id: id, title: LocalizedText(title), weight: weight,
        gate: map["gate"].flatMap { $0.bool(into: &problems) } ?? false,
        inModel: map["in_model"].flatMap { $0.bool(into: &problems) } ?? false, levels: levels),
      halfLife: halfLife, fact: map.optionalString("fact", into: &problems), formula: formula)
  }

  private func identifier(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> String? {
    guard let node = map.required("id", into: &problems),
      let id = node.string(into: &problems)
    else { return nil }
    guard id.isSnakeCase else {
      problems.report(
        node.diagnostic(
          "a criterion's id must be in snake_case, found \"\(id)\"", help: String.snakeCaseHelp))
      return nil
    }
    return id
  }

  private func levels(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [LocalizedText] {
    guard let node = map.required("levels", into: &problems),
      let levels = node.mapping(
        allowedKeys: ["0", "1", "2", "3", "4"], of: "the levels", into: &problems)
    else { return [] }
    return ["0", "1", "2", "3", "4"].compactMap { key in
      levels.translations(key, into: &problems).map(LocalizedText.init)
    }
  }
}
