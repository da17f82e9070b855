package import Diagnostics
package import Documents
internal import Formulas

extension ModelFileReader {
  /// Reads a model and compiles its formulas, over the years that it will run for.
  ///
  /// Formulas are checked beside mistakes of form: all but those that need something with a
  /// mistake of its own.
  ///
  /// - Returns: The model as far as it can be read, and every mistake in the order of the places.
  package func check(
    _ document: YAMLDocument, relativeFile: String, sha256: String, years: [Int]
  ) -> (model: ModelFile?, mistakes: [Diagnostic]) {
    let (model, form) = readAsFarAsPossible(
      document, relativeFile: relativeFile, sha256: sha256)
    guard let model else { return (nil, form) }
    var problems = DiagnosticCollector()
    problems.report(form)
    let evaluator = ModelEvaluator(model.withWholeFormulas, units: units)
    _ = problems.noting {
      try evaluator.compile(years: model.years ?? years, varying: evaluator.declaredVarying)
    }
    let begin = model.location ?? document.source.location(line: 1, column: 1)
    let placed = problems.diagnostics.compactMap { mistake -> Diagnostic? in
      guard mistake.location == nil else { return mistake }
      // Of what is too large the reader has said where.
      guard form.isEmpty else { return nil }
      var mistake = mistake
      mistake.location = begin
      mistake.sourceLine = document.source.line(begin.line)
      return mistake
    }
    return (model, placed.inOrderOfPlaces)
  }
}

extension ModelFile {
  /// The years of the model's own, if it sets them.
  package var years: [Int]? {
    guard let start, let horizon, start <= horizon else { return nil }
    return Array(start...horizon)
  }

  /// The model without the variables and outputs that name, directly or through others, what
  /// could not be read: of those nothing can be said that isn't said already.
  fileprivate var withWholeFormulas: ModelFile {
    guard !unread.isEmpty else { return self }
    var unknown = unread
    var whole = (variables + outputs).map { ($0.declaration.name, $0.declaration.named) }
    var isSettled = false
    while !isSettled {
      let kept = whole.filter { $0.1.isDisjoint(with: unknown) }
      isSettled = kept.count == whole.count
      unknown.formUnion(whole.filter { !$0.1.isDisjoint(with: unknown) }.map(\.0))
      whole = kept
    }
    var model = self
    model.variables.removeAll { unknown.contains($0.declaration.name) }
    model.outputs.removeAll { unknown.contains($0.declaration.name) }
    return model
  }
}

extension VariableDeclaration {
  /// The words of its formulas, names among them.
  fileprivate var named: Set<String> {
    Set(
      rule.texts.flatMap { text in
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "_" }.map(String.init)
      })
  }
}

extension VariableDeclaration.Rule {
  /// The texts of its formulas.
  var texts: [String] {
    switch self {
    case .formula(let source): [source.text]
    case .stock(let start, let next): [start.text, next.text]
    }
  }
}
