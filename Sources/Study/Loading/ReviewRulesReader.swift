package import RunRecord
internal import Diagnostics
internal import Documents
internal import Facts

/// Reads the rules by which a team lets changes pass: `review.yaml`.
package struct ReviewRulesReader {
  private let companies: [String]

  /// Makes a reader; rules may name the companies of a study.
  package init(_ loaded: LoadedModels) {
    companies = loaded.facts.companies.map(\.id)
  }

  /// The rules of a file.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(_ file: String) throws -> ReviewRules {
    let document = try YAMLDocument(contentsOf: file)
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["rules"], of: "a file of rules", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(
        Diagnostic("\(file) is empty", help: "it needs \"rules:\" with a list of rules"))
    }
    if map["rules"] == nil { _ = map.required("rules", into: &problems) }
    var rules: [ReviewRule] = []
    for node in map.list("rules", into: &problems) {
      guard let rule = rule(node, into: &problems) else { continue }
      if rules.contains(where: { $0.id == rule.id }) {
        problems.report(
          node.diagnostic(
            "there are two rules \"\(rule.id)\"", help: "give one of them another id"))
      }
      rules.append(rule)
    }
    try problems.throwIfErrors()
    return ReviewRules(file: file, rules: rules)
  }

  private func rule(_ node: YAMLNode, into problems: inout DiagnosticCollector) -> ReviewRule? {
    guard
      let map = node.mapping(
        allowedKeys: ["id", "rule", "at_most", "companies", "unless", "because"], of: "a rule",
        into: &problems)
    else { return nil }
    let id = map.string("id", into: &problems)
    let kind = map.choice("rule", ReviewRule.Kind.self, into: &problems)
    let because = map.optionalString("because", into: &problems)
    let exception = map["unless"]?.choice(Exception.self, into: &problems)
    let named = map["companies"].flatMap { $0.strings(into: &problems) } ?? []
    for company in named where !companies.contains(company) {
      problems.report(
        (map["companies"] ?? node).diagnostic(
          "there is no company \"\(company)\"",
          help: Suggestion.help(for: company, among: companies),
          category: .missing))
    }
    guard let id, let kind else { return nil }
    return ReviewRule(
      id: id, kind: kind, atMost: limit(of: kind, map, into: &problems), companies: named,
      unlessNewSource: exceptionHolds(exception, kind, map, into: &problems), because: because)
  }

  /// What may excuse what a rule forbids.
  private enum Exception: String, CaseIterable {
    case newSource = "new_source"
  }

  private func limit(
    of kind: ReviewRule.Kind, _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> Double? {
    let node = map["at_most"]
    guard kind.unit != nil else {
      if let node {
        problems.report(
          node.diagnostic(
            "a rule \"\(kind.rawValue)\" has no limit", help: "leave out \"at_most\""))
      }
      return nil
    }
    guard let value = map.number("at_most", into: &problems) else { return nil }
    guard value >= 0 else {
      problems.report(
        (node ?? map.node).diagnostic(
          "\"at_most\" is 0 or more \(kind.unit ?? ""), found \(value)",
          help: "moves are limited both ways"))
      return nil
    }
    if kind == .odds, value > 0, value < 1 {
      problems.report(
        (node ?? map.node).diagnostic(
          "\"at_most\" of odds is in points of 0 to 100, found \(value)",
          help: "10 stands for from 16 % to 26 %", severity: .warning))
    }
    return value
  }

  private func exceptionHolds(
    _ exception: Exception?, _ kind: ReviewRule.Kind, _ map: YAMLMapping,
    into problems: inout DiagnosticCollector
  ) -> Bool {
    guard exception != nil else { return false }
    if kind == .factSource || kind == .assumptionSource {
      problems.report(
        (map["unless"] ?? map.node).diagnostic(
          "a rule \"\(kind.rawValue)\" asks for a source itself", help: "leave out \"unless\""))
    }
    return true
  }
}

extension ReviewRule.Kind {
  /// The unit of its limit; nil for a rule without one.
  fileprivate var unit: String? {
    switch self {
    case .odds: "points"
    case .runway: "months"
    case .group, .factSource, .assumptionSource, .membership: nil
    }
  }
}
