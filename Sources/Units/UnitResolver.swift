import Diagnostics

/// Works out the meaning of declared units, each after the units that it is made of.
struct UnitResolver {
  private(set) var resolved: [String: UnitExpression] = [:]
  private var declarations: [String: UnitDeclaration] = [:]
  private var order: [String] = []
  private var failed: Set<String> = []
  private var mistakes = DiagnosticCollector()

  /// Notes the declarations, and the names that are malformed or used twice.
  init(_ all: [UnitDeclaration]) {
    for declaration in all {
      let name = declaration.name
      if !UnitNotation.isName(name) {
        mistakes.report(
          UnitResolver.diagnostic(
            "\"\(name)\" can't be the name of a unit", in: declaration,
            help: "unit names are made of the letters a-z and A-Z, digits and \"_\""))
      }
      if declarations.updateValue(declaration, forKey: name) == nil {
        order.append(name)
      } else {
        mistakes.report(
          UnitResolver.diagnostic("the unit \"\(name)\" is declared twice", in: declaration))
      }
    }
  }

  /// Resolves every unit.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  mutating func resolveAll() throws {
    for name in order { resolve(name) }
    try mistakes.throwIfErrors()
  }

  /// Resolves one unit after those that it needs, with a stack of its own: a chain of definitions
  /// may be as long as the file.
  private mutating func resolve(_ name: String) {
    var path = [name]
    var isOnPath: Set<String> = [name]
    while let current = path.last {
      guard resolved[current] == nil, !failed.contains(current),
        let declaration = declarations[current]
      else {
        path.removeLast()
        isOnPath.remove(current)
        continue
      }
      guard case .scaled(let factor, let text) = declaration.meaning else {
        resolved[current] = UnitExpression(text: current, dimension: .base(current), scale: 1)
        continue
      }
      let place = UnitText(
        text: text, location: declaration.location, sourceLine: declaration.sourceLine)
      do throws(Diagnostic) {
        let factors = try place.factors()
        if let next = try nextNeeded(by: factors, at: place) {
          if isOnPath.contains(next.name), let start = path.firstIndex(of: next.name) {
            let cycle = (path[start...] + [next.name]).joined(separator: " → ")
            failed.formUnion(path[start...])
            throw place.diagnostic(
              "units defined by each other: \(cycle)", at: next.offset,
              help: "say in \"is\" how many of another unit it is")
          }
          path.append(next.name)
          isOnPath.insert(next.name)
        } else {
          resolved[current] = try scaled(factor, factors, at: place, name: current)
        }
      } catch {
        mistakes.report(error)
        failed.insert(current)
      }
    }
  }

  /// The first factor whose meaning isn't known yet; nil when all are, or failed before.
  private func nextNeeded(
    by factors: [UnitNotation.Factor], at place: UnitText
  ) throws(Diagnostic) -> UnitNotation.Factor? {
    for factor in factors where declarations[factor.name] == nil {
      throw place.unknown(factor, known: order)
    }
    return factors.first { resolved[$0.name] == nil && !failed.contains($0.name) }
  }

  private func scaled(
    _ factor: Double, _ factors: [UnitNotation.Factor], at place: UnitText, name: String
  ) throws(Diagnostic) -> UnitExpression {
    guard factor.isFinite, factor > 0 else {
      throw place.diagnostic(
        "the unit \"\(name)\" must be a positive number of \"\(place.text)\", not "
          + (factor.isFinite ? "\(factor)" : "one too large to compute with"), at: 0)
    }
    // A unit made of one that failed stands for itself: its mistake has been told.
    let unit = try place.expression(of: factors) { factor throws(Diagnostic) in
      resolved[factor.name]
        ?? UnitExpression(text: factor.name, dimension: .base(factor.name), scale: 1)
    }
    let scale = factor * unit.scale
    guard scale.isFinite, scale > 0 else {
      throw place.diagnostic("the size of the unit \"\(name)\" is out of range", at: 0)
    }
    return UnitExpression(text: name, dimension: unit.dimension, scale: scale)
  }

  private static func diagnostic(
    _ message: String, in declaration: UnitDeclaration, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      message, at: declaration.location, sourceLine: declaration.sourceLine, help: help)
  }
}
