package import RunRecord

extension Section where Subject == RunRecord {
  /// What the run was made from, so that anyone can make it again.
  package static let identity = Section("Identity") { record, context in
    let run = record.run
    var rows: [(Phrase, [Inline])] = [
      (.runID, [.code(run.id)]), (.runAsOf, [.text(run.asOf)]),
      (
        .runYears, [.text("\(run.startYear)–\(run.horizon)")]
      ),
      (.runScenario, run.scenario.map { [.code($0)] } ?? context.line(.baseCase)),
      (.runSeed, [.code(String(run.seed))]),
      (
        .runDraws,
        [.text(DecimalText.grouped(Double(run.draws)) + " (" + run.sampler.rawValue + ")")]
      ),
      (.runCurrency, [.text(run.currency.rawValue)]),
      (.runDiscount, [.text(context.numbers.share(run.discountRate * 100))]),
      (.runVersion, [.code(run.version)]), (.runFacts, [.code(run.factsSha256)]),
      (.runSettings, [.code(run.settingsSha256)]),
    ]
    if !run.overrides.isEmpty {
      let parts = run.overrides.keys.sorted().map { name in
        [Inline.code("\(name) = \(run.overrides[name] ?? "")")]
      }
      rows.append((.runOverrides, context.joined(parts)))
    }
    if !run.overridden.isEmpty {
      rows.append((.runOverridden, context.joined(run.overridden.map { [Inline.text(context.sentence($0))] })))
    }
    let models = Table(
      columns: [
        .init(context.text(.columnPath)), .init(context.text(.columnVersion), .right),
        .init(context.text(.columnFile)), .init("SHA-256"),
      ],
      rows: run.models.map { model in
        [
          context.pathLink(model.path), [.text(String(model.version))],
          model.file.map { [.code($0)] } ?? context.line(.writtenInSwift),
          model.sha256.map { [.code($0)] } ?? context.line(.noHash),
        ]
      })
    let pairs = Table(
      columns: [.init(context.text(.columnItem)), .init(context.text(.columnValue))],
      rows: rows.map { [context.line($0.0), $0.1] })
    return [
      context.heading(2, .identityTitle), context.paragraph(.identityIntro), .table(pairs),
      .table(models),
    ]
  }
}
