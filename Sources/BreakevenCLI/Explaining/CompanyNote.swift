import Publishing
import Reporting
import RunRecord

/// What `explain COMPANY` says: the odds, which paths carry it, how long its money lasts.
struct CompanyNote {
  let run: RunRecord
  let company: CompanyRecord
  let language: String
  /// Whether to leave nothing out.
  let isFull: Bool
  let citations: Citations
  let numbers = NumberText.english

  init(run: RunRecord, company: CompanyRecord, language: String, isFull: Bool) {
    self.run = run
    self.company = company
    self.language = language
    self.isFull = isFull
    citations = Citations(run)
  }

  var outcome: Outcome { company.outcome }
  var evidence: EvidenceText { EvidenceText(citations: citations, showsPlaces: isFull) }

  /// The note, its lines no wider than 80 cells.
  var text: String {
    // In the order of reading, since that is the order of the numbers of sources.
    var sections = [paragraph(headline)]
    sections.append(section(pathsTitle, pathLines))
    sections.append(section("How long its money lasts", moneyLines))
    sections.append(section("What that rests on", factLines))
    sections.append(section("Assumptions that matter most", assumptionLines))
    sections.append(section("What the odds hang on", driverLines))
    sections.append(section("What would have to be true", beliefLines))
    sections.append(forecasts)
    sections.append(
      section(
        "What happened",
        company.events.map { citations.cite("\($0.date): \($0.text)", [$0.source]) }))
    sections.append(section("To watch out for", (company.warnings + cautions).map(\.message)))
    if !citations.isEmpty { sections.append(citations.list) }
    sections.append(paragraph(Words.conditions(run.run)))
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    return paragraph(title)
      + lines.map { TextWrap.paragraph($0.printable, first: "- ") + "\n" }.joined()
  }

  private func paragraph(_ text: String) -> String {
    TextWrap.paragraph(text.printable) + "\n"
  }

  func name(_ id: String, _ title: LocalizedText?) -> String {
    title?.text(in: language) ?? Words.criterion(id)
  }

  // MARK: The headline

  private var headline: String {
    let name = company.names.text(in: language)
    if let because = company.alreadyBrokeEven {
      var text = "\(name) already broke even: \(because.message)."
      if let unknown = outcome.unknown {
        text += " What becomes of it can't be simulated: \(Words.reason(unknown.reason))."
      } else {
        text += " There are no odds of doing it again."
      }
      return text
    }
    if let unknown = outcome.unknown {
      var text = "\(name): \(Words.notEnough) to give odds: \(Words.reason(unknown.reason))."
      if !unknown.missing.isEmpty {
        text += " To find: \(unknown.missing.joined(separator: ", "))."
      }
      return text
    }
    guard let model = outcome.states?.brokeEven else { return name }
    let pooled = outcome.statesWithBaseRate?.brokeEven
    let odds = (pooled ?? model).value
    var text = "\(name) is \(Words.likelihood(odds)) to break even before its money runs out: the "
    text += "chance by \(run.run.horizon) is \(numbers.probability(odds))"
    if pooled != nil {
      let alone = numbers.probability(model.value)
      text +=
        alone == numbers.probability(odds)
        ? ", with and without the base rate" : " (\(alone) by the model alone)"
    }
    text += "."
    if let states = outcome.statesWithBaseRate ?? outcome.states {
      let others = [
        ("still losing money", states.stillLosing.value), ("out of cash", states.cashedOut.value),
        ("sold", states.sold.value),
      ].sorted { $0.1 > $1.1 }.map { "\($0.0) (\(numbers.probability($0.1)))" }
      text += " Otherwise it is \(Words.list(others, "or")) by then."
    }
    return text
  }

  // MARK: Paths

  private var assessed: [AssessmentRecord] {
    company.paths.filter { $0.status == .assessed }
      .sorted { ($1.support.value ?? -1, $0.path) < ($0.support.value ?? -1, $1.path) }
  }

  private var pathsTitle: String {
    let carries = assessed.compactMap(\.support.value)
    if assessed.isEmpty { return "Why no path carries it" }
    if carries.isEmpty { return "Which paths could carry it" }
    return carries.contains { $0 >= 5 } ? "Which paths carry it" : "Why no path carries it much"
  }

  private var pathLines: [String] {
    var lines = assessed.map(carryingLine)
    lines += grouped(company.paths.filter { $0.status == .notPursued }).map { group in
      let titles = Words.list(group.map { title($0.path) }, "and")
      let because = Words.sentence(group[0].reason?.message ?? "")
      return citations.cite(
        "\(titles): not pursued. \(because)", group[0].notPursued?.sources ?? [])
    }
    lines += company.paths.filter { $0.status == .missingFacts }.map {
      "\(title($0.path)): not assessed. Missing: \($0.missing.map(\.description).joined(separator: ", "))."
    }
    if let other = outcome.existingBusiness.estimate, other.value >= 0.5 {
      lines.append(
        "Its existing business covers \(numbers.interval(other)) of 100 points of its costs in "
          + "\(run.run.horizon).")
    }
    if let gap = outcome.uncoveredCost.estimate, gap.value >= 0.5 {
      lines.append(
        "Nothing covers the remaining \(numbers.interval(gap)) points: that is the gap.")
    }
    return lines
  }

  /// Assessments that give the same reason and source, together.
  private func grouped(_ paths: [AssessmentRecord]) -> [[AssessmentRecord]] {
    paths.reduce(into: []) { groups, path in
      let index = groups.firstIndex {
        $0[0].notPursued == path.notPursued
      }
      if let index { groups[index].append(path) } else { groups.append([path]) }
    }
  }

  private func carryingLine(_ path: AssessmentRecord) -> String {
    var text = title(path.path)
    if let carry = path.support.value, let exposure = path.exposure.estimate {
      text += " carries \(numbers.points(carry)) points: in \(run.run.horizon) it covers "
      text += "\(numbers.interval(exposure)) of 100 of the company's costs, with a score of "
      text += numbers.quantity(path.score)
    } else {
      text += " scores \(numbers.quantity(path.score)); what it carries is unknown"
      if let reason = path.support.reason ?? path.exposure.reason {
        text += " (\(Words.reason(reason)))"
      }
    }
    text += "."
    if let viability = path.viability.value {
      text += " The money comes back in \(numbers.probability(viability)) of draws"
      if let readiness = path.readiness.value {
        text += "; readiness \(numbers.points(readiness))"
      }
      text += "."
    }
    if let evidence = path.evidence {
      text +=
        " Evidence: \(evidence.level.rawValue)\(evidence.mostlyAssumption ? ", mostly assumption" : "")."
    }
    if !company.hasBrokenEven, let without = path.oddsWithout.value, (path.support.value ?? 0) >= 5
    {
      text += " Without it the chance of breaking even is \(numbers.probability(without))."
    }
    return text + " More: `breakeven explain \(company.id) \(path.path)`."
  }

  private func title(_ id: String) -> String {
    run.paths.first { $0.id == id }?.title.text(in: language) ?? id
  }

  // MARK: Forecasts

  private var forecasts: String {
    let record = ForecastRecord(company, language: language)
    if record.lines.isEmpty { return "" }
    let table = record.table(citations)
    var text = "What it forecast, and what came\n"
    if !table.rows.isEmpty { text += table.rendered() }
    if let open = record.open(citations) { text += paragraph(open) }
    return text
  }
}
