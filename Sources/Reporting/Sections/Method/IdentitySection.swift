import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section on the models, facts and settings of the run, so that anyone can make it again.
  package static let identity = Section("Identity", Words.self) { record, context in
    let run = record.run
    var rows: [(Words, [Inline])] = [
      (Words.runID, [.code(run.id)]), (Words.asOf, [.text(run.asOf)]),
      (
        Words.years, [.text("\(run.startYear)–\(run.horizon)")]
      ),
      (Words.scenario, run.scenario.map { [.code($0)] } ?? context.line(Words.baseCase)),
      (Words.seed, [.code(String(run.seed))]),
      (
        Words.draws,
        [.text(DecimalText.grouped(Double(run.draws)) + " (" + run.sampler.rawValue + ")")]
      ),
      (Words.currency, [.text(run.currency.rawValue)]),
      (Words.discount, [.text(context.numbers.share(run.discountRate * 100))]),
      (Words.runVersion, [.code(run.version)]), (Words.facts, [.code(run.factsSha256)]),
      (Words.settings, [.code(run.settingsSha256)]),
    ]
    if !run.overrides.isEmpty {
      let parts = run.overrides.keys.sorted().map { name in
        [Inline.code("\(name) = \(run.overrides[name] ?? "")")]
      }
      rows.append((Words.overrides, context.joined(parts)))
    }
    if !run.overridden.isEmpty {
      rows.append(
        (
          Words.overridden,
          context.joined(run.overridden.map { [Inline.text(context.sentence($0))] })
        ))
    }
    let models = Table(
      columns: [
        .init(context.text(Columns.path)), .init(context.text(Words.version), .right),
        .init(context.text(Words.file)), .init("SHA-256"),
      ],
      rows: run.models.map { model in
        [
          context.pathLink(model.path), [.text(String(model.version))],
          model.file.map { [.code($0)] } ?? context.line(Words.writtenInSwift),
          model.sha256.map { [.code($0)] } ?? context.line(Words.noHash),
        ]
      })
    let pairs = Table(
      columns: [.init(context.text(Words.item)), .init(context.text(Columns.value))],
      rows: rows.map { [context.line($0.0), $0.1] })
    return [
      context.heading(2, Words.title), context.paragraph(Words.intro), .table(pairs),
      .table(models),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "Identity"

  case noHash = "no file"
  case version = "Version"
  case file = "File"
  case item = "Item"
  case title = "This run"
  case intro = """
    The same inputs and the same seed give the same numbers, digit by digit.
    """
  case runID = "Run"
  case asOf = "As of"
  case years = "Years"
  case scenario = "Scenario"
  case baseCase = "base case"
  case seed = "Seed"
  case draws = "Draws"
  case currency = "Currency"
  case discount = "Discount rate per year"
  case runVersion = "Version of the program"
  case facts = "SHA-256 of facts, markets, sources"
  case settings = "SHA-256 of settings"
  case overridden = "Put in place by a later models folder"
  case overrides = "Set by hand"
  case writtenInSwift = "written in Swift"
}
