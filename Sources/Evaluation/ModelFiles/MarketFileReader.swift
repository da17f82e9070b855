package import Documents
package import Units
internal import Diagnostics

/// Reads a region's file in `markets/`.
package struct MarketFileReader {
  let reader: AssumptionReader

  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads a region.
  ///
  /// `relativeFile` is its place within the models folder.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(_ document: YAMLDocument, relativeFile: String) throws -> MarketFile {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["region", "title", "inputs"], of: "a market", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(
        document.source.diagnostic(
          "the file is empty: a market needs at least region and inputs", line: 1, column: 1))
    }
    let region = map.string("region", into: &problems)
    let title = reader.title(in: map, into: &problems)
    var inputs: [String: MarketInput] = [:]
    for entry in map.entries("inputs", into: &problems) {
      inputs[entry.key] = input(entry, relativeFile, into: &problems)
    }
    try problems.throwIfErrors()
    return MarketFile(
      region: region ?? "", title: title, inputs: inputs, file: document.source.file)
  }

  private func input(
    _ entry: YAMLNode.Entry, _ relativeFile: String, into problems: inout DiagnosticCollector
  ) -> MarketInput? {
    guard
      let map = entry.value.mapping(
        allowedKeys: [
          "unit", "title", "same_as", "fact", "series", "revisions", AssumptionReader.replacement,
        ]
          + AssumptionReader.keys, of: "a market input", into: &problems)
    else { return nil }
    let line = entry.value.source.line(entry.keyLocation.line)
    if !entry.key.isSnakeCase {
      problems.report(
        entry.keyDiagnostic(
          "\"\(entry.key)\" can't be the name of a market input", help: String.snakeCaseHelp))
    }
    let title = reader.title(in: map, into: &problems)
    if let other = map.optionalString("same_as", into: &problems) {
      for more in map.entries where !["same_as", "title"].contains(more.key) {
        problems.report(
          more.keyDiagnostic(
            "\"\(more.key)\" stands beside \"same_as\", by which all is as in \"\(other)\"",
            help: "remove one of them"))
      }
      return MarketInput(
        name: entry.key, title: title, unit: nil, origin: .sameAs(region: other),
        relativeFile: relativeFile, location: entry.keyLocation, sourceLine: line)
    }
    let unit = reader.unit(in: map, into: &problems)
    let metric = map.optionalString("fact", into: &problems)
    let assumption = reader.assumption(in: map, into: &problems)
    let origins = ["fact", "series", "assume", "by_year"].filter { key in
      map.entries.contains { $0.key == key }
    }
    if origins.isEmpty, !map.hasUnknownKeys {
      problems.report(
        entry.keyDiagnostic(
          "the market input \"\(entry.key)\" doesn't say where its number comes from",
          help: "give fact, series, assume, by_year or same_as"))
    }
    if let assumption, assumption.revisions.contains(where: { $0.because == nil }) {
      problems.report(
        entry.keyDiagnostic("the market input \"\(entry.key)\" needs a reason in \"because\""))
    }
    guard let unit else { return nil }
    if origins.contains("series") {
      return series(
        entry, map, assumption,
        MarketInput(
          name: entry.key, title: title, unit: unit,
          origin: .declared(metric: nil, assumption: nil), relativeFile: relativeFile,
          location: entry.keyLocation, sourceLine: line), into: &problems)
    }
    return MarketInput(
      name: entry.key, title: title, unit: unit,
      origin: .declared(metric: metric, assumption: assumption),
      replacement: reader.replacement(in: map, into: &problems), relativeFile: relativeFile,
      location: entry.keyLocation, sourceLine: line)
  }

  /// A series of the region: one level, with what holds where no fact of it is known.
  private func series(
    _ entry: YAMLNode.Entry, _ map: YAMLMapping, _ assumption: Assumption?, _ input: MarketInput,
    into problems: inout DiagnosticCollector
  ) -> MarketInput {
    if let fact = map["fact"] {
      problems.report(
        fact.diagnostic(
          "\"fact\" and \"series\" of \"\(entry.key)\" both name a metric",
          help: "keep one: fact takes the years one by one, series filters level and trend"))
    }
    if assumption?.revisions.contains(where: { $0.series.variesByYear }) ?? false {
      problems.report(
        entry.keyDiagnostic(
          "a series has one level, and \"\(entry.key)\" gives several years",
          help: "write \"assume:\" with the level on the day of the study; a formula says how it "
            + "goes on"))
    }
    var input = input
    input.origin = .series(
      metric: map.optionalString("series", into: &problems) ?? entry.key, assumption: assumption)
    return input
  }
}
