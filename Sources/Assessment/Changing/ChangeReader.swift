internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Study

/// Reads changes as people type them.
struct ChangeReader {
  let loaded: LoadedModels
  let catalogue: InputCatalogue
  /// The day as of which facts are known before any change.
  let asOf: Day

  /// Reads the changes, all mistakes at once.
  ///
  /// - Throws: `DiagnosticError` for what can't be read, and for changes that contradict each other.
  func read(_ texts: [String]) throws -> [StudyChange] {
    var problems = DiagnosticCollector()
    let changes = try texts.compactMap { text in try problems.attempt { try read(text) } }
    for (target, same) in Dictionary(grouping: changes, by: \.target).sorted(by: { $0.key < $1.key }
    )
    where same.count > 1 {
      problems.report(
        Diagnostic(
          "\(target) is changed \(same.count) times: "
            + same.map { "\"\($0.record.text)\"" }.joined(separator: ", "),
          help: "say once what it shall be"))
    }
    try problems.throwIfErrors()
    return changes
  }

  private func read(_ text: String) throws -> StudyChange {
    guard let change = InputOverride(text) else {
      throw Diagnostic(
        "\"\(text)\" is no change", help: "say NAME=VALUE, such as price_ad=0.2 or price_ad*=2")
    }
    if let setting = StudySetting(rawValue: change.name) {
      return try self.setting(setting, change, text)
    }
    if let found = catalogue.find(change.name) {
      if let mistake = catalogue.ambiguity(of: change.name) { throw mistake }
      let entry = found.entries[0]
      return StudyChange(
        effect: .input(change), paths: found.entries.map(\.model),
        record: ChangeRecord(
          text: text, kind: .input, company: found.company, name: entry.name, title: entry.title,
          new: change.text))
    }
    let parts = change.name.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, let company = loaded.facts.company(parts[0]) {
      return try FactChangeReader(loaded: loaded, company: company, asOf: asOf)
        .read(change, of: parts[1], text, suggesting: catalogue)
    }
    if parts.count == 2,
      let near = Suggestion.closest(
        to: parts[0], among: loaded.facts.companies.map(\.id)),
      !loaded.models.contains(where: { $0.id == parts[0] })
    {
      throw Diagnostic(
        "there is no company \"\(parts[0])\"", help: "did you mean \"\(near)\"?",
        category: .missing)
    }
    if loaded.facts.metrics[change.name] != nil {
      throw Diagnostic(
        "\"\(change.name)\" is a figure of a company: whose?",
        help: "say COMPANY.\(change.name), such as "
          + "\(loaded.facts.companies.first?.id ?? "company").\(change.name)=…")
    }
    throw unknown(change.name)
  }

  private func unknown(_ name: String) -> Diagnostic {
    if let setting = Suggestion.closest(to: name, among: StudySetting.allCases.map(\.rawValue)) {
      return Diagnostic(
        "there is nothing called \"\(name)\" to change", help: "did you mean \"\(setting)\"?",
        category: .missing)
    }
    return Diagnostic(
      "there is nothing called \"\(name)\" to change",
      help: catalogue.suggestion(for: name)
        ?? "`breakeven inputs` lists what can be changed; a company's figures are COMPANY.METRIC",
      category: .missing)
  }

  // MARK: Settings

  private func setting(
    _ setting: StudySetting, _ change: InputOverride, _ text: String
  ) throws -> StudyChange {
    let study = loaded.study
    func made(_ effect: StudyChange.Effect, base: String?, new: String) -> StudyChange {
      StudyChange(
        effect: effect,
        record: ChangeRecord(
          text: text, kind: .setting, name: setting.rawValue, base: base, new: new))
    }
    switch setting {
    case .asOf:
      guard change.operation == .set, let day = CalendarDay(change.text) else {
        throw Diagnostic("as_of takes a day, such as as_of=2025-12-31, not \"\(change.text)\"")
      }
      return made(
        .asOf(day), base: asOf.description, new: change.text)
    case .horizon:
      let number = try self.number(change)
      let year = changed(Double(study.horizon), change.operation, number)
      guard let year = Int(exactly: year), (asOf.year...asOf.year + 50).contains(year) else {
        throw Diagnostic(
          "the horizon is a year from \(asOf.year) to \(asOf.year + 50), not \"\(change.text)\"")
      }
      return made(.horizon(year), base: String(study.horizon), new: String(year))
    case .discountRate:
      let number = try self.number(change)
      let rate = changed(loaded.policy.discountRate, change.operation, number)
      guard (-0.5...1).contains(rate) else {
        throw Diagnostic(
          "a discount rate lies between −50 % and 100 %, not at \"\(change.text)\"",
          help: "discount_rate=12%")
      }
      return made(
        .discountRate(rate), base: NumberNotation.print(loaded.policy.discountRate),
        new: NumberNotation.print(rate))
    case .scenario:
      guard change.operation == .set, loaded.scenarios[change.text] != nil else {
        throw Diagnostic(
          "there is no scenario \"\(change.text)\"",
          help: Suggestion.help(for: change.text, among: loaded.scenarios.keys.sorted())
            ?? "the scenarios are \(loaded.scenarios.keys.sorted().joined(separator: ", "))",
          category: .missing)
      }
      return made(.scenario(change.text), base: nil, new: change.text)
    }
  }

  private func number(_ change: InputOverride) throws -> Double {
    guard let number = NumberNotation.parse(try TypedNumber.notation(change.text)) else {
      throw Diagnostic("\(change.name) takes one number, not \"\(change.text)\"")
    }
    return number
  }

  private func changed(
    _ value: Double, _ operation: InputOverride.Operation, _ number: Double
  ) -> Double {
    switch operation {
    case .set: number
    case .multiply: value * number
    case .add: value + number
    case .subtract: value - number
    }
  }
}
