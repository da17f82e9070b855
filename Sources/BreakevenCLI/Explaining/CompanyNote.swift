import RunRecord

/// What `explain COMPANY` says: the odds, which paths carry it, how long its money lasts.
struct CompanyNote {
  let run: RunRecord
  let company: CompanyRecord
  let language: String

  private var outcome: OutcomeRecord { company.outcome }
  private var evidence: EvidenceText { EvidenceText(run: run) }

  var text: String {
    var sections = [[headline]]
    sections.append(section("Which paths carry it", pathLines))
    sections.append(section("How long its money lasts", moneyLines))
    sections.append(section("What that rests on", restsOn))
    sections.append(section("What the odds hang on", driverLines))
    sections.append(
      section(
        "What happened",
        company.events.map { event in
          "\(event.date): \(event.text) (\(evidence.source(event.source)))"
        }))
    sections.append(section("To watch out for", company.warnings + outcome.notes))
    sections.append([Words.conditions(run.run)])
    return sections.filter { !$0.isEmpty }
      .map { lines in
        lines.enumerated().map { index, line in
          let isItem = index > 0
          return TextWrap.paragraph(line.printable, first: isItem ? "- " : "") + "\n"
        }.joined()
      }.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines
  }

  // MARK: The headline

  private var headline: String {
    let name = company.names.text(in: language)
    if let reason = outcome.unknown {
      var text = "\(name): \(Words.notEnough): \(reason)."
      if outcome.alreadyBrokeEven {
        text += " From facts alone: \(outcome.alreadyBrokeEvenBecause ?? "it already broke even.")"
      }
      return text
    }
    guard let model = outcome.states?.brokeEven else { return name }
    let pooled = outcome.statesWithBaseRate?.brokeEven
    var text =
      "\(name) breaks even before its money runs out, by \(run.run.horizon), with a chance "
    text += "of \(NumberText.percent((pooled ?? model).value))"
    if pooled != nil { text += " (by the model alone \(NumberText.percent(model.value)))" }
    text += "."
    if let states = outcome.statesWithBaseRate ?? outcome.states {
      text += " Otherwise: still losing \(NumberText.percent(states.stillLosing.value)), "
      text += "sold \(NumberText.percent(states.sold.value)), "
      text += "out of cash \(NumberText.percent(states.cashedOut.value))."
    }
    if outcome.alreadyBrokeEven {
      text += " " + (outcome.alreadyBrokeEvenBecause ?? "It already broke even.")
    }
    return text
  }

  // MARK: Paths

  private var pathLines: [String] {
    let carrying = company.paths.filter { $0.status == .assessed }
      .sorted { ($1.carry.value ?? -1, $0.path) < ($0.carry.value ?? -1, $1.path) }
    var lines: [String] = []
    if carrying.isEmpty {
      lines.append("None: no path is assessed for it.")
    } else if carrying.allSatisfy({ $0.carry.value == nil }) {
      let reason = carrying[0].exposure.unknownReason ?? carrying[0].carry.unknownReason
      lines.append("That can't be said: \(reason ?? "exposure is unknown").")
    } else if carrying.allSatisfy({ ($0.carry.value ?? 0) < 5 }) {
      lines.append("None of them does: no path carries 5 of 100 points.")
    }
    lines += carrying.map(carryingLine)
    lines += company.paths.filter { $0.status == .notApplicable }.map {
      "\(title($0.path)): not pursued. \($0.because ?? "")" + cited($0.sources)
    }
    lines += company.paths.filter { $0.status == .missingFacts }.map {
      "\(title($0.path)): not assessed, missing \($0.missing.joined(separator: ", "))."
    }
    if let gap = outcome.gap.estimate {
      lines.append("Nothing covers \(NumberText.spread(gap)) of 100 of its cost base (gap).")
    }
    if let other = outcome.other.estimate, other.value >= 0.5 {
      lines.append("Its existing business covers \(NumberText.spread(other)) of 100.")
    }
    return lines
  }

  private func carryingLine(_ path: AssessmentRecord) -> String {
    var text = "\(title(path.path)): "
    text += path.carry.value.map { "carries \(NumberText.whole($0)) points" } ?? "carry unknown"
    if let exposure = path.exposure.value {
      text += "; covers \(NumberText.whole(exposure)) of 100 of the cost base"
    }
    text += "; score \(Words.quantity(path.score))"
    if let viability = path.viability.value {
      text += ", money back in \(NumberText.percent(viability))"
    }
    if let readiness = path.readiness.value { text += ", readiness \(NumberText.whole(readiness))" }
    if let evidence = path.evidence {
      text += "; evidence \(evidence.level)"
      if evidence.mostlyAssumption { text += ", mostly assumption" }
    }
    return text + "."
  }

  private func title(_ id: String) -> String {
    run.paths.first { $0.id == id }?.title.text(in: language) ?? id
  }

  private func cited(_ ids: [String]) -> String {
    ids.isEmpty ? "" : " (" + ids.map(evidence.source).joined(separator: "; ") + ")"
  }

  // MARK: Money

  private var moneyLines: [String] {
    guard let runway = outcome.runwayMonths else { return [] }
    func line(_ name: String, _ quantity: Quantity, _ meaning: String) -> String {
      if let reason = quantity.unknownReason { return "\(name): unknown: \(reason)." }
      return "\(name): \(Words.runway(quantity, censoredAt: runway.censoredAt)) months, \(meaning)."
    }
    var lines = [
      line("Static", runway.static, "cash over the burn of the latest twelve months"),
      line("Alone", runway.alone, "simulated, without new money"),
      line("With rounds", runway.withRounds, "simulated, with the rounds that it may raise"),
    ]
    if let share = runway.selfFunding.value, share >= 0.005 {
      lines.append("In \(NumberText.percent(share)) of draws it lives on its own money.")
    }
    return lines
  }

  private var restsOn: [String] {
    let reported = outcome.inputs.filter { !$0.facts.isEmpty }
    let assumed = outcome.inputs.filter { $0.facts.isEmpty }
    var lines = reported.flatMap { input in
      input.facts.map { "\(name(input.name, input.title)): \(evidence.fact($0))" }
    }
    lines += assumed.map { input in
      let because = input.because.map { ", because: \($0)" } ?? ""
      return "\(name(input.name, input.title)): \(input.kind): \(input.distribution)\(because)"
    }
    if lines.isEmpty, !outcome.missing.isEmpty {
      lines.append("Missing: \(outcome.missing.joined(separator: ", ")).")
    }
    return lines
  }

  private func name(_ id: String, _ title: LocalizedText?) -> String {
    title?.text(in: language) ?? id
  }

  // MARK: Drivers

  private var driverLines: [String] {
    var lines = outcome.drivers.prefix(5).map { driver in
      var text = "\(name(driver.name, driver.title)) (\(driver.kind)): alone explains "
      text += "\(NumberText.percent(driver.share)) of the spread"
      if let low = driver.low, let high = driver.high {
        text += "; \(NumberText.percent(low)) at its lowest tenth, "
        text += "\(NumberText.percent(high)) at its highest"
      }
      return text + "."
    }
    if let band = outcome.assumptionBand {
      lines.append(
        "Between \(NumberText.percent(min(band.low, band.high))) and "
          + "\(NumberText.percent(max(band.low, band.high))), depending on "
          + "\(name(band.input, band.title)).")
    }
    for belief in outcome.wouldHaveToBelieve {
      let input = name(belief.input, belief.title)
      if let direction = belief.direction, let needed = belief.needed {
        var text = "For even odds, \(input) would have to be \(direction) "
        text += NumberText.value(needed, unit: belief.unit)
        if let percentile = belief.percentile {
          text += " (its own percentile \(NumberText.whole(percentile)))"
        }
        lines.append(text + ".")
      } else {
        lines.append(
          "\(input) alone can't bring even odds: at best \(NumberText.percent(belief.best)).")
      }
    }
    return Array(lines)
  }
}
