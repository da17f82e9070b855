package import Documents
package import Units
internal import Diagnostics
internal import RunRecord

/// The parameters of company outcomes (Method 4), as `company.yaml` has them.
package struct CompanyModelFile: Sendable {
  package var version: Int
  package var parameters: InputSet
  /// The path whose variables say when the chat market has consolidated, and who is in the head
  /// group: from then on money concentrates.
  package var consolidation: Consolidation?
  /// Course, money and outcome as formulas, from version 2 on.
  package var formulas: CompanyFormulas?

  package struct Consolidation: Sendable {
    package var path: String
    package var consolidated: String
    package var head: String
  }
}

/// Reads `company.yaml`.
package struct CompanyModelReader {
  let reader: AssumptionReader

  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads the parameters.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(_ document: YAMLDocument, relativeFile: String) throws -> CompanyModelFile {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["version", "consolidation", "parameters"] + CompanyFormulasReader.keys,
        of: "the company model", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    let version = map.integer("version", into: &problems)
    let parameters = map.entries("parameters", into: &problems).compactMap {
      parameter($0, into: &problems)
    }
    let consolidation = consolidation(in: map, into: &problems)
    let formulas = CompanyFormulasReader(reader).read(
      map, document, version: version ?? 1, relativeFile: relativeFile,
      parameter: { parameter($0, into: &$1) }, into: &problems)
    try problems.throwIfErrors()
    return CompanyModelFile(
      version: version ?? 1,
      parameters: InputSet(id: "company", inputs: parameters, relativeFile: relativeFile),
      consolidation: consolidation, formulas: formulas)
  }

  private func parameter(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelInput? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title", "fact", "revisions"] + AssumptionReader.keys,
        of: "a parameter", into: &problems)
    else { return nil }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    guard let assumption = reader.assumption(in: map, into: &problems) else {
      if !map.entries.contains(where: { ["assume", "by_year"].contains($0.key) }) {
        problems.report(
          entry.keyDiagnostic("the parameter \"\(entry.key)\" needs \"assume\" with a reason"))
      }
      return nil
    }
    if assumption.revisions.contains(where: { $0.because == nil }) {
      problems.report(
        entry.keyDiagnostic("the parameter \"\(entry.key)\" needs a reason in \"because\""))
    }
    let metrics = map["fact"].flatMap { $0.strings(into: &problems) }
    guard let unit else { return nil }
    return ModelInput(
      name: entry.key, title: title, unit: unit,
      scope: metrics.map { .company(metrics: $0, otherwise: assumption) }
        ?? .assumption(assumption),
      location: entry.keyLocation, sourceLine: entry.value.source.line(entry.keyLocation.line))
  }

  private func consolidation(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> CompanyModelFile.Consolidation? {
    guard
      let part = map["consolidation"]?.mapping(
        allowedKeys: ["path", "consolidated", "head"], of: "the consolidation", into: &problems),
      let path = part.string("path", into: &problems),
      let consolidated = part.string("consolidated", into: &problems),
      let head = part.string("head", into: &problems)
    else { return nil }
    return CompanyModelFile.Consolidation(path: path, consolidated: consolidated, head: head)
  }
}
