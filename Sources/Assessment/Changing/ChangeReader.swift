internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study
internal import Units

/// Reads changes as people type them.
struct ChangeReader {
  let loaded: LoadedModels
  let catalogue: InputCatalogue
  /// The day as of which facts are known before any change.
  let asOf: Day
  /// The scenario that everything is in before any change; nil for the base case.
  var scenario: String?

  /// Reads the changes, all mistakes at once.
  ///
  /// - Throws: `DiagnosticError` for what can't be read, and for changes that contradict each other.
  func read(_ texts: [String]) throws -> [StudyChange] {
    var problems = DiagnosticCollector()
    let changes = try texts.compactMap { text in try problems.attempt { try read(text) } }
    problems.report(changes.contradictions.map(\.mistake))
    try problems.throwIfErrors()
    return changes
  }

  private func read(_ text: String) throws -> StudyChange {
    guard let change = InputOverride(text) else {
      throw Diagnostic(
        "\"\(text)\" is no change", help: "say NAME=VALUE, such as price_ad=0.2 or price_ad*=2")
    }
    return try read(change, text)
  }

  /// Reads one change; `text` is how it was typed.
  ///
  /// - Throws: `Diagnostic` for what can't be read, with what was probably meant.
  func read(_ change: InputOverride, _ text: String) throws -> StudyChange {
    let inputs = catalogue.find(change.name)
    if inputs == nil, let setting = StudySetting(name: change.name) {
      return try SettingReader(
        loaded: loaded, catalogue: catalogue, asOf: asOf, scenarioBefore: scenario
      )
      .read(setting, change, text)
    }
    if let inputs { return try input(inputs, change, text) }
    if let driver = try DriverChange(change, catalogue, units: loaded.units) {
      return StudyChange(
        effect: .driver(driver), paths: ["company"],
        record: ChangeRecord(
          text: text, kind: .input, company: driver.company, name: driver.variable,
          title: driver.title, new: change.text))
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

  private func input(
    _ found: InputCatalogue.Found, _ change: InputOverride, _ text: String
  ) throws -> StudyChange {
    if let mistake = catalogue.ambiguity(of: change.name) { throw mistake }
    // Read here too, so that a mistake is told before anything is evaluated.
    let entry = found.entries[0]
    let asked = try InputChange(change, unit: entry.unit, units: loaded.units)
    return StudyChange(
      effect: .inputs([change]), paths: found.entries.map(\.model), metrics: entry.metrics,
      record: ChangeRecord(
        text: text, kind: .input, company: found.company, name: entry.name, title: entry.title,
        new: change.text, remarks: remarks(on: entry, setTo: asked)))
  }

  /// What of a range can't be, and that what is computed from an input can be set itself.
  private func remarks(on entry: InputCatalogue.Entry, setTo asked: InputChange) -> [Remark] {
    var cut: [Remark] = []
    if case .set(let distribution) = asked.value {
      cut = entry.domain.remarks(
        onSetting: entry.name, to: asked.text, [distribution], scale: entry.unit?.scale ?? 1)
    }
    guard entry.model == "company", let driver = catalogue.driver(setBy: entry.name) else {
      return cut
    }
    return cut + [
      Remark(
        .setsWhatIsComputed,
        [
          "title": driver.title.map { .named($0) } ?? .text(driver.variable),
          "name": .text(driver.variable),
        ])
    ]
  }

  private func unknown(_ name: String) -> Diagnostic {
    let settings = StudySetting.allCases.map(\.rawValue)
    return Diagnostic(
      "there is nothing called \"\(name)\" to change",
      help: Suggestion.help(for: name, among: settings)
        ?? catalogue.suggestion(for: name)
        ?? "`breakeven inputs` lists what can be changed; a company's figures are COMPANY.METRIC; "
        + "settings are \(settings.joined(separator: ", "))",
      category: .missing)
  }
}
