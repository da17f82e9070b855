package import Diagnostics
internal import Facts
package import Formulas
package import Units

/// Checks what a thesis names: companies, paths, inputs, and what its formulas are of.
package struct ThesisCheck {
  private let models: [ModelFile]
  private let companyModel: CompanyFormulas
  /// The ids of the companies; nil where not all could be read.
  private let companies: [String]?
  private let units: UnitRegistry
  private let currency: String
  private let horizon: Int

  /// Makes a check against the models and companies of a study.
  package init(
    models: [ModelFile], companyModel: CompanyFormulas, companies: [String]?, units: UnitRegistry,
    currency: String, horizon: Int
  ) {
    self.models = models
    self.companyModel = companyModel
    self.companies = companies
    self.units = units
    self.currency = currency
    self.horizon = horizon
  }

  /// The mistakes in a thesis, warnings included.
  package func problems(of thesis: Thesis) -> [Diagnostic] {
    thesis.claims.flatMap(problems)
  }

  private func problems(of claim: Claim) -> [Diagnostic] {
    // What a folder may add later can't be checked before it does.
    let missing = claim.neededPaths.filter { path in !models.contains { $0.id == path } }
    guard missing.isEmpty else { return [] }
    var problems = claim.measures.flatMap(self.problems)
    problems += claim.hinges.flatMap { self.problems(of: $0.neutral) }
    let formulas = [claim.holds].compactMap(\.self) + claim.also.map(\.holds)
    var unused = Set(claim.measures.map(\.name))
    for formula in formulas {
      var mistakes = DiagnosticCollector()
      let compiled = mistakes.noting { try compile(formula, of: claim) }
      problems += mistakes.diagnostics
      unused.subtract(compiled?.used ?? claim.measures.map(\.name))
    }
    if claim.holds != nil {
      problems += claim.measures.filter { unused.contains($0.name) }.map {
        Diagnostic(
          "no formula of the claim \"\(claim.id)\" uses the measure \"\($0.name)\"",
          at: $0.location, sourceLine: $0.sourceLine, help: "use it in \"holds\" or delete it",
          severity: .warning)
      }
    }
    return problems
  }

  /// A claim's formula over its measures.
  private func compile(_ formula: FormulaSource, of claim: Claim) throws -> ClaimFormula {
    try ClaimFormula(formula, of: claim, year: horizon, units: units)
  }

  // MARK: Measures

  private func problems(of measure: Measure) -> [Diagnostic] {
    var problems = unknownCompanies(measure) + measure.set.flatMap { self.problems(of: $0) }
    if let year = measure.year, year > horizon {
      problems.append(
        Diagnostic(
          "\"\(measure.name)\" is of \(year), after the horizon \(horizon)", at: measure.location,
          sourceLine: measure.sourceLine,
          help: "the study looks to \(horizon), so that the claim isn't tested", severity: .warning)
      )
    }
    if let word = Self.words(of: measure.each.text).first(where: Self.overTime.contains) {
      problems.append(
        Diagnostic(
          "\"\(word)\" is over several years, but a measure is of one",
          at: measure.each.location, sourceLine: measure.each.sourceLine,
          help: "let the model have a variable for it, or take a measure of each year"))
      return problems
    }
    let ids = models.map(\.id)
    if let path = measure.scope.path, !ids.contains(path) {
      problems.append(
        (measure.pathNode ?? Mark(location: measure.location)).diagnostic(
          "there is no path \"\(path)\"",
          help: Suggestion.help(for: path, among: ids)
            ?? "the paths are \(ids.joined(separator: ", ")); one that another folder may add is "
            + "named in \"needs_paths\""))
      return problems
    }
    var mistakes = DiagnosticCollector()
    _ = mistakes.noting {
      try names(of: measure).compile(measure, year: measure.year ?? horizon, units: units)
    }
    return problems + mistakes.diagnostics
  }

  private func names(of measure: Measure) throws -> MeasureNames {
    let currency = measure.currency(among: units, study: currency)
    if let model = models.first(where: { $0.id == measure.scope.path }) {
      return try MeasureNames(model, units: units, currency: currency)
    }
    return try MeasureNames(companyModel, units: units, currency: currency)
  }

  private func unknownCompanies(_ measure: Measure) -> [Diagnostic] {
    guard let companies, case .named(let ids) = measure.companies else { return [] }
    return ids.filter { !companies.contains($0) }.map { id in
      measure.companiesNode.diagnostic(
        "there is no company or group \"\(id)\"",
        help: Suggestion.help(for: id, among: companies)
          ?? "write the id of a company, a group of this file, \"study\" or \"at_risk\"")
    }
  }

  private static let overTime: Set<String> = ["previous", "cumulative", "at"]

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  // MARK: Inputs that are set

  private func problems(of setting: Setting) -> [Diagnostic] {
    let own = companyModel.inputs.map(\.name) + companyModel.nowcast.inputs.map(\.name)
    let paths = models.map { (id: $0.id, inputs: $0.inputs.map(\.name)) }
    var known = Set(own + own.map { "company.\($0)" })
    for path in paths {
      known.formUnion(path.inputs)
      known.formUnion(path.inputs.map { "\(path.id).\($0)" })
    }
    guard known.contains(setting.input) else {
      return [
        setting.mark.diagnostic(
          "there is no input \"\(setting.input)\" to set",
          help: Suggestion.help(for: setting.input, among: known.sorted())
            ?? "`breakeven model show PATH` lists a model's inputs, `breakeven model show company` "
            + "those of all companies")
      ]
    }
    let others = paths.filter { $0.inputs.contains(setting.input) }.map(\.id)
    guard own.contains(setting.input), !others.isEmpty else { return values(of: setting) }
    let choices = (["company"] + others).map { "\($0).\(setting.input)" }
    return [
      setting.mark.diagnostic(
        "\"\(setting.input)\" is an input of the company model and of "
          + others.joined(separator: ", "),
        help: "say which: \(choices.joined(separator: " or "))", category: .invalid)
    ]
  }

  /// An input that a thesis may set.
  private struct Settable {
    /// The path's id, or `company`.
    var model: String
    var name: String
    var domain: ValueDomain
    /// What one of its unit is.
    var scale: Double
    /// True if the calendar gives it.
    var isOfCalendar = false
  }

  private var settable: [Settable] {
    let given = companyModel.inputs.map { input in
      Settable(
        model: "company", name: input.name, domain: input.domain, scale: input.unit.scale,
        isOfCalendar: input.isOfCalendar)
    }
    let estimated = companyModel.nowcast.inputs.map { input in
      Settable(
        model: "company", name: input.name, domain: input.domain, scale: input.unit.scale)
    }
    let ofPaths = models.flatMap { model in
      model.inputs.map { input in
        Settable(model: model.id, name: input.name, domain: input.domain, scale: input.unit.scale)
      }
    }
    return given + estimated + ofPaths
  }

  /// What is set must lie where the input's values live, whether any measure uses it or not; what
  /// inputs of several models say alike is told once.
  private func values(of setting: Setting) -> [Diagnostic] {
    var told: Set<String> = []
    return settable.compactMap { input -> Diagnostic? in
      guard setting.input == input.name || setting.input == "\(input.model).\(input.name)",
        let mistake = mistake(of: setting, in: input), told.insert(mistake.message).inserted
      else { return nil }
      return mistake
    }
  }

  private func mistake(of setting: Setting, in input: Settable) -> Diagnostic? {
    if input.isOfCalendar {
      return setting.mark.diagnostic(
        "\(input.name) can't be set, since the calendar gives it",
        help: "the day is the study's, or the one behind \"since\"", category: .invalid)
    }
    do {
      _ = try input.domain.confined(setting.distribution, scale: input.scale)
      return nil
    } catch let outside as OutsideDomain {
      let found = outside.mistake(of: input.name, "\(setting.distribution)")
      return setting.mark.diagnostic(found.message, help: found.help, category: .invalid)
    } catch {
      // What can't be drawn from was noted where it was read.
      return nil
    }
  }
}

extension CompanyInput {
  /// True if the as-of day and the years of the study say it.
  fileprivate var isOfCalendar: Bool {
    if case .given(let input) = self, case .nowcast(let quantity) = input.origin {
      quantity.isOfCalendar
    } else {
      false
    }
  }
}

extension ClaimFormula {
  /// Compiles a formula of a claim over its measures.
  ///
  /// - Throws: `DiagnosticError` with the mistakes in it.
  package init(
    _ formula: FormulaSource, of claim: Claim, year: Int, units: UnitRegistry
  ) throws {
    try self.init(
      formula, called: "holds", unit: units.parse("1"),
      names: claim.measures.map { ($0.name, try $0.unit(units)) }, year: year, units: units)
  }
}
