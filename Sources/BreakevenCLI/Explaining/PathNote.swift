import RunRecord

/// What `explain COMPANY PATH` says.
struct PathNote {
  let run: RunRecord
  let company: CompanyRecord
  let assessment: AssessmentRecord
  let language: String

  private var evidence: EvidenceText { EvidenceText(run: run) }
  private var path: PathRecord? { run.paths.first { $0.id == assessment.path } }
  private var subject: String {
    let title = path?.title.text(in: language) ?? assessment.path
    return "\(company.names.text(in: language)) on \(title)"
  }

  /// The note, or the tree of one name alone.
  func text(name: String?) throws -> String {
    let tree = TraceTree(
      assessment: assessment, of: company.id, path: path, evidence: evidence, language: language)
    if let name {
      if assessment.status != .assessed { return paragraph(headline) }
      return paragraph("\(subject): \(name)") + "\n" + (try tree.subtree(name)).drawn()
    }
    var text = paragraph(headline)
    guard assessment.status == .assessed else {
      for id in assessment.sources { text += paragraph("Source: \(evidence.source(id))") }
      return text
    }
    text += paragraph(weightOfIt)
    if let evidence = assessment.evidence { text += paragraph(Self.sentence(evidence)) }
    for line in moneyLines { text += paragraph(line) }
    if !assessment.drivers.isEmpty { text += paragraph(driverSentence) }
    for warning in assessment.warnings {
      text += TextWrap.paragraph(warning.printable, first: "! ") + "\n"
    }
    return text + "\n" + tree.whole.drawn()
  }

  private func paragraph(_ text: String) -> String {
    TextWrap.paragraph(text.printable) + "\n"
  }

  /// The headline sentence.
  var headline: String {
    switch assessment.status {
    case .notApplicable:
      return "\(subject): not pursued. \(assessment.because ?? "It has no business there.")"
    case .missingFacts:
      let missing = assessment.missing.joined(separator: ", ")
      let because = assessment.because.map { " \($0)" } ?? ""
      return "\(subject): not assessed, because facts are missing: \(missing).\(because)"
    case .assessed: break
    }
    guard let score = assessment.score.estimate else {
      return "\(subject): \(Words.notEnough): \(assessment.score.unknownReason ?? "")"
    }
    var text = "\(subject) scores \(NumberText.spread(score)) of 100"
    if let viability = assessment.viability.value {
      text += ": the money comes back by \(run.run.horizon) in \(NumberText.percent(viability))"
      text += " of draws"
    }
    if let readiness = assessment.readiness.value {
      text += ", and the evidence puts its readiness at \(NumberText.whole(readiness)) of 100"
    }
    return text + "."
  }

  private var weightOfIt: String {
    var text = ""
    if let exposure = assessment.exposure.estimate {
      text += "In \(run.run.horizon) the path covers \(NumberText.spread(exposure)) of 100 of the "
      text += "company's cost base"
      if let drain = assessment.drain.value, drain >= 0.5 {
        text += ", and its losses take \(NumberText.whole(drain))"
      }
      text += "."
    } else {
      text += "Exposure: unknown (\(assessment.exposure.unknownReason ?? ""))."
    }
    if let today = assessment.exposureToday.estimate {
      text += " Today it is \(NumberText.whole(today.value)) % of revenue."
    }
    if let carry = assessment.carry.value {
      text += " It carries \(NumberText.whole(carry)) points of path support."
    }
    if let payback = assessment.payback.value {
      text += " Discounted payback: \(NumberText.whole(payback))."
    }
    if let knockOut = assessment.knockOut.value {
      text +=
        " Without it the company breaks even first in \(NumberText.percent(knockOut)) of draws."
    }
    return text
  }

  private var moneyLines: [String] {
    ["revenue", "contribution", "investment"].compactMap { name in
      assessment.years[name].map { "Its \(name): \(EvidenceText.values($0))." }
    }
  }

  private var driverSentence: String {
    let drivers = assessment.drivers.prefix(3).map { driver in
      let name = EvidenceText.name(driver.name, driver.title, in: language)
      return "\(name), \(driver.kind), \(NumberText.percent(driver.share))"
    }
    return "What its recovery hangs on: " + drivers.joined(separator: "; ") + "."
  }

  /// How good the evidence is, and how many inputs rest on what.
  static func sentence(_ evidence: EvidenceRecord) -> String {
    let counts = [
      Messages.plural(evidence.facts, "fact"), Messages.plural(evidence.estimates, "estimate"),
      Messages.plural(evidence.assumptions, "assumption"),
    ].joined(separator: ", ")
    let share = evidence.assumptionShare.map {
      "; assumptions and estimates carry \(NumberText.percent($0)) of the spread"
    }
    let mostly = evidence.mostlyAssumption ? "; mostly assumption" : ""
    return "Evidence: \(evidence.level). Inputs: \(counts)\(share ?? "")\(mostly)."
  }
}
