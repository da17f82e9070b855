internal import Diagnostics
internal import Documents
internal import Formulas

/// The names that a model declares, those with a mistake of their own included.
struct DeclaredNames {
  var inputs: [String]
  var variables: [String]
}

/// Reads what links the inputs of a model: rank correlations, the market that all share, and sums
/// over all companies.
struct LinksReader {
  let inputs: [ModelInput]
  let names: DeclaredNames

  func correlations(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [Correlation] {
    var seen: Set<[String]> = []
    let entries = map.entries("correlate", into: &problems)
    let most = 500
    if entries.count > most {
      problems.report(
        entries[most].keyDiagnostic(
          "found \(entries.count) correlations, more than \(most)",
          help: "correlate what matters; the rest is independent"))
    }
    return entries.prefix(most).compactMap { entry in
      let names = entry.key.split(separator: "~").map { String($0).trimmingSpaces }
      guard names.count == 2, names[0] != names[1] else {
        problems.report(
          entry.keyDiagnostic(
            "expected two inputs as in \"price ~ share\", found \"\(entry.key)\""))
        return nil
      }
      if !seen.insert(names.sorted()).inserted {
        problems.report(
          entry.keyDiagnostic(
            "\(names[0]) and \(names[1]) are correlated twice", help: "keep one of the two"))
      }
      check(names, at: entry, into: &problems)
      guard let value = entry.value.number(into: &problems) else { return nil }
      guard abs(value) < 1 else {
        problems.report(
          entry.value.diagnostic(
            "a rank correlation must lie between -1 and 1, found \(NumberNotation.print(value))",
            help: "0.3 is a weak link, 0.7 a strong one"))
        return nil
      }
      return Correlation(
        first: names[0], second: names[1], spearman: value, location: entry.keyLocation)
    }
  }

  private func check(
    _ names: [String], at entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) {
    let known = self.names.inputs
    for name in names where !known.contains(name) {
      problems.report(
        entry.keyDiagnostic(
          "\"correlate\" names \"\(name)\", which is no input of this model",
          help: Suggestion.help(for: name, among: known) ?? "declare it among the inputs"))
    }
    for input in inputs where names.contains(input.name) && input.isEachYear {
      problems.report(
        entry.keyDiagnostic(
          "\"\(input.name)\" is drawn anew in every year and can't be correlated",
          help: "let both depend on a third input in their formulas"))
    }
    let markets = inputs.filter { input in
      guard names.contains(input.name), case .market = input.scope else { return false }
      return true
    }
    if markets.count == 2 {
      problems.report(
        entry.keyDiagnostic(
          "\(names[0]) and \(names[1]) are both market inputs, whose draws all models share",
          help: "correlate an input of this model with one of them"))
    }
  }

  func sharedMarket(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> SharedMarket? {
    guard
      let shared = map["share_of"]?.mapping(
        allowedKeys: ["market", "claim"], of: "the shared market", into: &problems)
    else { return nil }
    let market = name(
      "market", in: shared, of: "share_of", among: names.inputs, as: "an input of this model",
      into: &problems)
    let claim = name(
      "claim", in: shared, of: "share_of", among: names.inputs + names.variables,
      as: "an input or variable of this model", into: &problems)
    guard let market, let claim else { return nil }
    return SharedMarket(market: market, claim: claim)
  }

  func checks(in map: YAMLMapping, into problems: inout DiagnosticCollector) -> [SumCheck] {
    map.list("checks", into: &problems).compactMap { node in
      guard
        let check = node.mapping(
          allowedKeys: ["sum", "by", "expect"], of: "a check", into: &problems)
      else { return nil }
      let input = name(
        "sum", in: check, of: "checks", among: names.inputs, as: "an input of this model",
        into: &problems)
      if let by = check.required("by", into: &problems), let text = by.string(into: &problems),
        text != "region"
      {
        problems.report(
          by.diagnostic(
            "a check adds up companies by region, found \"\(text)\"", help: "write by: region"))
      }
      let expected = check.required("expect", into: &problems).flatMap {
        range($0, into: &problems)
      }
      guard let input, let expected else { return nil }
      return SumCheck(input: input, expected: expected)
    }
  }

  /// A range such as `2 to 4`.
  private func range(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> ClosedRange<Double>? {
    guard let text = node.string(into: &problems),
      let spec = problems.noting({
        try DistributionNotation.parse(text, at: node.location, sourceLine: node.sourceLine)
      })
    else { return nil }
    guard case .interval(let low, let high) = spec, low < high else {
      problems.report(
        node.diagnostic(
          "\"expect\" must be a range, found \"\(text)\"", help: "write one such as 2 to 4"))
      return nil
    }
    return low...high
  }

  /// A name behind a key, which must be one of those declared.
  private func name(
    _ key: String, in map: YAMLMapping, of part: String, among known: [String], as what: String,
    into problems: inout DiagnosticCollector
  ) -> String? {
    guard let node = map.required(key, into: &problems),
      let name = node.string(into: &problems)
    else { return nil }
    guard known.contains(name) else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" of \"\(part)\" must be \(what), found \"\(name)\"",
          help: Suggestion.help(for: name, among: known.sorted())))
      return nil
    }
    return name
  }
}
