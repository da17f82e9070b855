internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import Units

/// Reads the units of all folders; of one that stands in several, the later declaration holds.
struct UnitFolders {
  private let documents: [YAMLDocument]

  init(_ documents: [YAMLDocument]) {
    self.documents = documents
  }

  /// The units, and those of them that a later folder means otherwise than an earlier one.
  ///
  /// - Throws: `DiagnosticError` with all mistakes; a unit that becomes another kind of quantity is
  ///   one.
  func read(
    _ overridden: inout [Replacement]
  ) throws -> (units: UnitRegistry, redefined: [RedefinedUnit], warnings: [Diagnostic]) {
    var problems = DiagnosticCollector()
    var declarations: [UnitDeclaration] = []
    var changes: [Change] = []
    for document in documents {
      let file = document.source.file
      for unit in try problems.attempt({ try UnitsFileReader.read(document) }) ?? [] {
        guard let place = declarations.firstIndex(where: { $0.name == unit.name }) else {
          declarations.append(unit)
          continue
        }
        let before = declarations[place]
        declarations[place] = unit
        overridden.append(Replacement(file: file, subject: .declaration(unit.name)))
        changes.append(Change(file: file, before: before, now: unit, earlier: declarations))
      }
    }
    try problems.throwIfErrors()
    let units = try UnitRegistry(declarations)
    let redefined = changes.compactMap { change -> RedefinedUnit? in
      guard let found = change.redefined(in: units, declarations) else { return nil }
      problems.report(change.diagnostic(in: units))
      return found
    }
    try problems.throwIfErrors()
    return (units, redefined, problems.diagnostics)
  }
}

/// A unit that two folders declare.
private struct Change {
  let file: String
  let before: UnitDeclaration
  let now: UnitDeclaration
  /// All declarations that were read up to the later one.
  let earlier: [UnitDeclaration]

  /// The redefinition; nil where both folders say the same.
  func redefined(
    in units: UnitRegistry, _ declarations: [UnitDeclaration]
  ) -> RedefinedUnit? {
    guard before.meaning != now.meaning, old != (try? units.parse(now.name)) else { return nil }
    return RedefinedUnit(
      file: file, name: now.name, before: before.meaning.inWords, now: now.meaning.inWords,
      reaches: dependents(among: declarations))
  }

  /// A warning, or an error where the unit becomes another kind of quantity.
  func diagnostic(in units: UnitRegistry) -> Diagnostic {
    let isSameKind = old?.dimension == (try? units.parse(now.name))?.dimension
    return Diagnostic(
      "\(now.name) is \(now.meaning.inWords) here and \(before.meaning.inWords) in an earlier "
        + "folder" + (isSameKind ? "" : ": another kind of quantity"),
      at: now.location, sourceLine: now.sourceLine,
      help: "whatever was written in the unit changes with it; give the new unit a name of its own",
      severity: isSameKind ? .warning : .error)
  }

  /// The meaning that the unit had before.
  private var old: UnitExpression? {
    let all = earlier.map { $0.name == before.name ? before : $0 }
    return try? UnitRegistry(all).parse(before.name)
  }

  /// The unit and all that are defined by it, however far.
  private func dependents(among declarations: [UnitDeclaration]) -> Set<String> {
    var found: Set<String> = [now.name]
    while true {
      let more = declarations.filter { declaration in
        guard case .scaled(_, let unit) = declaration.meaning else { return false }
        return !found.contains(declaration.name)
          && !RedefinedUnit.names(in: [unit]).isDisjoint(with: found)
      }
      if more.isEmpty { return found }
      found.formUnion(more.map(\.name))
    }
  }
}

extension UnitDeclaration.Meaning {
  /// `1000 token`, `a currency`, `a unit of its own`.
  fileprivate var inWords: String {
    switch self {
    case .base(let isCurrency): isCurrency ? "a currency" : "a unit of its own"
    case .scaled(let factor, let unit):
      (factor.rounded() == factor && abs(factor) < 1e15 ? "\(Int(factor))" : "\(factor)")
        + " \(unit)"
    }
  }
}
