internal import Diagnostics
package import Documents
internal import Formulas
internal import RunRecord
package import Units

/// Reads a thesis of `theses/`; what its names mean is for `ThesisCheck`.
package struct ThesisReader {
  private let units: UnitRegistry
  private let reader: AssumptionReader

  /// Makes a reader; without `sourceIDs` any source is taken to be declared.
  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    self.units = units
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads a thesis.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(_ document: YAMLDocument, relativeFile: String, sha256: String) throws -> Thesis
  {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["thesis", "title", "summary", "source", "since", "groups", "claims"],
        of: "a thesis", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(
        document.source.diagnostic(
          "the file is empty: a thesis needs at least thesis, title and claims", line: 1,
          column: 1))
    }
    let id = map.string("thesis", into: &problems)
    if let id, let node = map["thesis"], !id.isKebabCase {
      problems.report(
        node.diagnostic(
          "\"\(id)\" can't be the id of a thesis",
          help: "ids are in lower-case letters and digits, joined by hyphens"))
    }
    let title = map.translations("title", into: &problems)
    let summary = map["summary"].flatMap { $0.translations(into: &problems) }
    let since = map["since"].flatMap { $0.day(into: &problems) }
    var groups: [String: [String]] = [:]
    for entry in map.entries("groups", into: &problems) {
      groups[entry.key] = entry.value.strings(into: &problems) ?? []
    }
    let claims = (map.required("claims", into: &problems)?.entries(into: &problems) ?? [])
      .compactMap { claim($0, groups, into: &problems) }
    let sources = reader.sources(in: map, into: &problems)
    try problems.throwIfErrors()
    return Thesis(
      id: id ?? "", title: title.map { LocalizedText($0) } ?? "",
      summary: summary.map { LocalizedText($0) }, sources: sources, since: since, claims: claims,
      file: document.source.file, relativeFile: relativeFile, sha256: sha256,
      location: map["thesis"]?.location)
  }

  private func claim(
    _ entry: YAMLNode.Entry, _ groups: [String: [String]],
    into problems: inout DiagnosticCollector
  ) -> Claim? {
    guard
      let map = entry.value.mapping(
        allowedKeys: [
          "title", "says", "needs", "needs_paths", "measures", "holds", "also", "hinges",
        ], of: "a claim", into: &problems)
    else { return nil }
    if !entry.key.isKebabCase {
      problems.report(
        entry.keyDiagnostic(
          "\"\(entry.key)\" can't be the id of a claim",
          help: "ids are in lower-case letters and digits, joined by hyphens"))
    }
    let title = map.translations("title", into: &problems)
    let says = map.translations("says", into: &problems)
    let needs = map["needs"].flatMap { $0.translations(into: &problems) }
    let paths = map["needs_paths"].flatMap { $0.strings(into: &problems) } ?? []
    let measures = ClaimPartReader(units: units, groups: groups)
    let numbers = map.entries("measures", into: &problems).compactMap {
      measures.measure($0, into: &problems)
    }
    let holds = map["holds"].flatMap { formula($0, into: &problems) }
    if needs == nil, map["holds"] == nil {
      problems.report(
        entry.keyDiagnostic(
          "the claim \"\(entry.key)\" has no test: \"holds\" is missing",
          help: "write a formula of its measures, such as holds: broke_even == 0; what nothing can "
            + "test yet says in \"needs\" what for"))
    }
    if let node = map["holds"], needs != nil {
      problems.report(
        node.diagnostic(
          "the claim \"\(entry.key)\" has a test and says in \"needs\" that it can't be tested",
          help: "keep one"))
    }
    let also = map.entries("also", into: &problems).compactMap { form($0, into: &problems) }
    let hinges = map.entries("hinges", into: &problems).compactMap {
      measures.hinge($0, into: &problems)
    }
    guard let title, let says else { return nil }
    return Claim(
      id: entry.key, title: LocalizedText(title), says: LocalizedText(says),
      needs: needs.map { LocalizedText($0) }, neededPaths: paths, measures: numbers, holds: holds,
      also: also, hinges: hinges, location: entry.keyLocation,
      sourceLine: entry.value.source.line(entry.keyLocation.line))
  }

  private func form(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> Claim.Form? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["title", "holds"], of: "a form of a claim", into: &problems)
    else { return nil }
    let title = map.translations("title", into: &problems)
    let holds = map.required("holds", into: &problems).flatMap { formula($0, into: &problems) }
    guard let title, let holds else { return nil }
    return Claim.Form(id: entry.key, title: LocalizedText(title), holds: holds)
  }

  private func formula(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> FormulaSource? {
    node.string(into: &problems).map(node.formula)
  }
}
