package import Diagnostics
package import Documents
package import Units
internal import Facts
internal import Formulas
internal import RunRecord

/// Reads a model file and notes every mistake in one go: those of form while reading, and with
/// `check` those of the formulas too.
package struct ModelFileReader {
  let reader: AssumptionReader
  let units: UnitRegistry

  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    self.units = units
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads a model.
  ///
  /// `relativeFile` is its place within the models folder, `sha256` the hash of its bytes.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(
    _ document: YAMLDocument, relativeFile: String, sha256: String
  ) throws -> ModelFile {
    let (model, mistakes) = readAsFarAsPossible(
      document, relativeFile: relativeFile, sha256: sha256)
    guard let model, !mistakes.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(mistakes)
    }
    return model
  }

  /// The readable part of a model, and the mistakes; so that what the part names can be checked
  /// beside them.
  package func readAsFarAsPossible(
    _ document: YAMLDocument, relativeFile: String, sha256: String
  ) -> (model: ModelFile?, mistakes: [Diagnostic]) {
    var problems = DiagnosticCollector()
    let model = read(document, relativeFile, sha256, into: &problems)
    if model == nil, problems.diagnostics.isEmpty {
      problems.report(
        document.source.diagnostic(
          "the file is empty: a model needs at least path, version, title, currency and outputs",
          line: 1, column: 1,
          help: "`breakeven model new ID` writes one to begin with"))
    }
    return (model, problems.diagnostics)
  }

  private func read(
    _ document: YAMLDocument, _ relativeFile: String, _ sha256: String,
    into problems: inout DiagnosticCollector
  ) -> ModelFile? {
    guard
      let map = document.root?.mapping(
        allowedKeys: [
          "path", "version", "title", "summary", "currency", "start", "horizon", "inputs",
          "variables", "outputs", "metrics", "readiness", "correlate", "share_of", "checks",
          "reported_as", "compare",
        ], of: "a model", into: &problems)
    else { return nil }
    var ignored = DiagnosticCollector()
    let id = identifier(in: map, into: &problems)
    let version = self.version(in: map, into: &problems)
    let title = map.translations("title", into: &problems).map(LocalizedText.init)
    let summary = map["summary"].flatMap { $0.translations(into: &problems) }
    let currency = self.currency(in: map, into: &problems)
    let years = self.years(in: map, into: &problems)
    var inputs = bounded(map.entries("inputs", into: &problems), into: &problems).compactMap {
      input($0, into: &problems)
    }
    let variables = bounded(map.entries("variables", into: &problems), into: &problems).compactMap {
      variable($0, into: &problems)
    }
    let outputs = outputs(in: map, currency: currency, variables: variables, into: &problems)
    inputs = TrendInputs(units: units).adding(to: inputs, from: variables + outputs)
    // What has a mistake of its own is declared all the same: that mistake is told once.
    let names = DeclaredNames(
      inputs: map.entries("inputs", into: &ignored).map(\.key),
      variables: map.entries("variables", into: &ignored).map(\.key))
    let metrics = self.metrics(in: map, names: names, into: &problems)
    let criteria = ReadinessReader(variables: names.variables)
      .read(map, into: &problems)
    let links = LinksReader(inputs: inputs, names: names)
    let correlations = links.correlations(in: map, into: &problems)
    let sharedMarket = links.sharedMarket(in: map, into: &problems)
    let checks = links.checks(in: map, into: &problems)
    CompetitionChecks(
      inputs: inputs, names: names, correlations: correlations, sharedMarket: sharedMarket
    ).run(into: &problems)
    bound(variables + outputs, into: &problems)
    // What is missing is a mistake already, so nobody sees what stands in its place.
    let name = title ?? LocalizedText([:])
    var model = ModelFile(
      id: id ?? "", version: version ?? 1, title: name,
      summary: summary.map(LocalizedText.init) ?? name, currency: currency ?? "",
      start: years?.lowerBound, horizon: years?.upperBound, inputs: inputs,
      variables: variables, outputs: outputs, metrics: metrics, criteria: criteria,
      correlations: correlations, sharedMarket: sharedMarket, checks: checks,
      reportedAs: map["reported_as"].flatMap { $0.strings(into: &problems) } ?? [],
      file: document.source.file,
      location: map["path"]?.location,
      relativeFile: relativeFile, sha256: sha256)
    model.comparisons = ComparisonsReader(names: names).comparisons(in: map, into: &problems)
    model.unread = Set(names.inputs + names.variables)
      .subtracting(inputs.map(\.name) + variables.map(\.declaration.name))
    return model
  }

  private func metrics(
    in map: YAMLMapping, names: DeclaredNames, into problems: inout DiagnosticCollector
  ) -> [String] {
    map.list("metrics", into: &problems).compactMap { node in
      guard let name = node.string(into: &problems) else { return nil }
      guard names.variables.contains(name) else {
        problems.report(
          node.diagnostic(
            "\"metrics\" names \"\(name)\", which is no variable of this model",
            help: Suggestion.help(for: name, among: names.variables)
              ?? (names.inputs.contains(name)
                ? "inputs are shown anyway" : "declare it among the variables")))
        return nil
      }
      return name
    }
  }

  private func identifier(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> String? {
    guard let node = map.required("path", into: &problems),
      let id = node.string(into: &problems)
    else { return nil }
    guard id.isKebabCase else {
      problems.report(
        node.diagnostic(
          "the path's id \"\(id)\" must be kebab-case",
          help: "use lower-case letters, digits and single hyphens, such as chat-advertising"))
      return nil
    }
    return id
  }

  private func version(in map: YAMLMapping, into problems: inout DiagnosticCollector) -> Int? {
    guard let node = map.required("version", into: &problems),
      let version = node.integer(into: &problems)
    else { return nil }
    guard version >= 1 else {
      problems.report(
        node.diagnostic("expected a version from 1 on, found \(version)", help: "write 1"))
      return nil
    }
    return version
  }

  private func currency(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> String? {
    map.required("currency", into: &problems)?.currency(among: units, into: &problems)
  }

  /// The years of the model's own, which need both ends.
  private func years(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> ClosedRange<Int>? {
    guard let first = map["start"] ?? map["horizon"] else { return nil }
    guard let start = map["start"], let horizon = map["horizon"] else {
      problems.report(
        first.diagnostic(
          "a model's own years need both \"start\" and \"horizon\"",
          help: "write both, or neither to take the study's"))
      return nil
    }
    guard let from = start.integer(into: &problems), let to = horizon.integer(into: &problems)
    else { return nil }
    guard from >= 1900, from <= to, to <= min(2200, from + 100) else {
      problems.report(
        horizon.diagnostic(
          "expected a last year from \(from) on, within a hundred years, found \(to)",
          help: "write years such as \"start: 2025\" and \"horizon: 2030\""))
      return nil
    }
    return from...to
  }

  // MARK: Inputs and variables

  func input(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelInput? {
    guard
      let map = entry.value.mapping(
        allowedKeys: [
          "unit", "title", "company", "market", "series", "otherwise", "revisions", "shared",
          "chance", "domain",
          AssumptionReader.eachYear, AssumptionReader.replacement,
        ] + AssumptionReader.keys + GivenInput.keys + CompetitionReader.origins
          + CompetitionReader.contestKeys, of: "an input", into: &problems)
    else { return nil }
    if let key = GivenInput.keys.first(where: { map[$0] != nil }), let node = map[key] {
      problems.report(
        node.diagnostic(
          "\"\(key)\" is for company.yaml: a path's model stands below the company as a whole",
          help: "ask for a fact of the company with \"company:\""))
      return nil
    }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    var isChance = map["chance"].flatMap { $0.bool(into: &problems) } ?? false
    guard let scope = scope(of: entry, map, into: &problems), let unit else { return nil }
    if case .contest = scope { isChance = true }
    let domain = self.domain(map, into: &problems)
    if case .assumption(let assumption) = scope {
      check(assumption, of: entry, in: domain, unit, into: &problems)
    } else if case .company(_, let otherwise?) = scope {
      check(otherwise, of: entry, in: domain, unit, into: &problems)
    }
    return ModelInput(
      name: entry.key, title: title, unit: unit, scope: scope,
      isOwn: isOwn(entry, map, scope, into: &problems), location: entry.keyLocation,
      sourceLine: entry.value.source.line(entry.keyLocation.line), isChance: isChance,
      replacement: reader.replacement(in: map, into: &problems), domain: domain)
  }

  /// Returns true for an assumption that each company draws by itself, by `shared:`.
  private func isOwn(
    _ entry: YAMLNode.Entry, _ map: YAMLMapping, _ scope: InputOrigin,
    into problems: inout DiagnosticCollector
  ) -> Bool {
    guard let node = map["shared"], let isShared = node.bool(into: &problems) else { return false }
    if case .assumption = scope { return !isShared }
    problems.report(
      node.diagnostic(
        "\"shared\" of \"\(entry.key)\" is for assumptions: a company's fact is always its own, "
          + "a market input always shared", help: "remove it"))
    return false
  }

  private func scope(
    of entry: YAMLNode.Entry, _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> InputOrigin? {
    let has = { (key: String) in map.entries.contains { $0.key == key } }
    let assumptions = ["assume", "by_year", AssumptionReader.eachYear]
    for key in assumptions + ["otherwise"] where has(key) && map[key] == nil {
      _ = map.required(key, into: &problems)
    }
    if has("series"), let node = map["by_year"] ?? map[AssumptionReader.eachYear] {
      problems.report(
        node.diagnostic(
          "a series has its level on the day of the study, and \"\(entry.key)\" gives other "
            + "years",
          help: "let a formula say how it goes on, such as level(\(entry.key)) in \"start\" and "
            + "previous * exp(trend(\(entry.key)) * step) in \"next\""))
      return nil
    }
    let origins = (["company", "market", "series"] + CompetitionReader.origins).filter(has)
    let assumes = assumptions.contains(where: has)
    guard origins.count + (assumes ? 1 : 0) == 1 else {
      // A misspelt key is an error already; that nothing is left follows from it.
      if origins.isEmpty, !assumes, map.hasUnknownKeys { return nil }
      let found = (origins + (assumes ? ["assume"] : [])).joined(separator: " and ")
      problems.report(
        entry.keyDiagnostic(
          found.isEmpty
            ? "the input \"\(entry.key)\" doesn't say where its number comes from"
            : "the input \"\(entry.key)\" has \(found): where does its number come from?",
          help:
            "give exactly one of company, series, market, assume, by_year, each_year, contest and "
            + "room_for"))
      return nil
    }
    if let key = CompetitionReader.contestKeys.first(where: has), !has("contest") {
      problems.report(
        entry.keyDiagnostic(
          "\"\(key)\" of \"\(entry.key)\" is for a contest between companies",
          help: "write \"contest:\" beside it, with the input that gives their odds"))
    }
    if let revisions = map["revisions"], !assumes,
      map["otherwise"].map({ $0.scalar?.text == "none" }) ?? true
    {
      problems.report(
        revisions.diagnostic(
          "\"revisions\" of \"\(entry.key)\" change an assumption, and there is none",
          help: "write \"assume\" or \"otherwise\" beside it, or remove it"))
    }
    if has("company") {
      let metrics = map["company"].flatMap { $0.strings(into: &problems) } ?? [entry.key]
      if map["otherwise"]?.scalar?.text == "none" || !has("otherwise") {
        return .company(metrics: metrics, otherwise: nil)
      }
      guard let otherwise = reader.assumption(in: map, key: "otherwise", into: &problems) else {
        return nil
      }
      return .company(metrics: metrics, otherwise: otherwise)
    }
    if has("series") { return series(entry, map, into: &problems) }
    if has("otherwise") {
      problems.report(
        entry.keyDiagnostic(
          "\"otherwise\" of \"\(entry.key)\" is for inputs that ask for a company's facts",
          help: "write \"company:\" or \"series:\" beside it, or \"assume:\" in its place"))
    }
    let competition = CompetitionReader(entry: entry, map: map)
    if has("contest") { return competition.contest(into: &problems) }
    if has("room_for") { return competition.room(into: &problems) }
    if has("market") {
      return .market(name: map.optionalString("market", into: &problems) ?? entry.key)
    }
    return reader.assumption(in: map, allowsEachYear: true, into: &problems)
      .map(InputOrigin.assumption)
  }

  func variable(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelVariable? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title", "formula", "start", "next"], of: "a variable",
        into: &problems)
    else { return nil }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    let rule: VariableDeclaration.Rule?
    switch (map["formula"], map["start"], map["next"]) {
    case (let formula?, nil, nil):
      rule = source(formula, into: &problems).map(VariableDeclaration.Rule.formula)
    case (nil, let start?, let next?):
      if let start = source(start, into: &problems), let next = source(next, into: &problems) {
        rule = .stock(start: start, next: next)
      } else {
        rule = nil
      }
    default:
      problems.report(
        entry.keyDiagnostic(
          "the variable \"\(entry.key)\" needs either a formula, or start and next",
          help: "a stock has its first value in start, and next year's from `previous` in next"))
      rule = nil
    }
    guard let unit, let rule else { return nil }
    return ModelVariable(
      title: title,
      declaration: VariableDeclaration(
        name: entry.key, unit: unit, rule: rule, location: entry.keyLocation,
        sourceLine: entry.value.source.line(entry.keyLocation.line)))
  }

  func source(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> FormulaSource? {
    node.string(into: &problems).map(node.formula)
  }

  // MARK: Outputs

  private func outputs(
    in map: YAMLMapping, currency: String?, variables: [ModelVariable],
    into problems: inout DiagnosticCollector
  ) -> [ModelVariable] {
    guard let node = map.required("outputs", into: &problems),
      let outputs = node.mapping(
        allowedKeys: ["revenue", "contribution", "investment"], of: "the outputs", into: &problems)
    else { return [] }
    for name in ["revenue", "contribution", "investment"] {
      _ = outputs.required(name, into: &problems)
    }
    guard let currency,
      let unit = problems.noting({
        try units.parse(
          "\(currency)/year", at: map["currency"]?.location,
          sourceLine: map["currency"]?.sourceLine)
      })
    else { return [] }
    return outputs.entries.compactMap { entry in
      guard let source = source(entry.value, into: &problems) else { return nil }
      return ModelVariable(
        title: variables.first { $0.declaration.name == source.text }?.title,
        declaration: VariableDeclaration(
          name: entry.key, unit: unit, rule: .formula(source), location: entry.keyLocation,
          sourceLine: entry.value.source.line(entry.keyLocation.line)))
    }
  }
}
