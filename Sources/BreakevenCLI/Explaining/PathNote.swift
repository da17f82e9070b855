import Publishing
import Reporting
import RunRecord

/// What `explain COMPANY PATH` says.
struct PathNote {
  let run: RunRecord
  let company: CompanyRecord
  let assessment: AssessmentRecord
  let language: String
  /// Whether to leave nothing out.
  let isFull: Bool
  private let citations: Citations
  private let numbers = NumberText.english

  init(
    run: RunRecord, company: CompanyRecord, assessment: AssessmentRecord, language: String,
    isFull: Bool
  ) {
    self.run = run
    self.company = company
    self.assessment = assessment
    self.language = language
    self.isFull = isFull
    citations = Citations(run)
  }

  private var path: PathRecord? { run.paths.first { $0.id == assessment.path } }
  private var subject: String {
    let title = path?.title.text(in: language) ?? assessment.path
    return "\(company.names.text(in: language)) on \(title)"
  }

  /// The note, or the tree of one name alone.
  func text(name: String?) throws -> String {
    let tree = TraceTree(
      assessment: assessment, of: company.id, path: path,
      evidence: EvidenceText(citations: citations, showsPlaces: isFull || name != nil),
      language: language, isFull: isFull)
    guard assessment.status == .assessed else {
      return headlineAlone
    }
    var text: String
    if let name {
      text = paragraph("\(subject): \(name)") + "\n" + (try tree.subtree(name)).drawn()
    } else {
      text = paragraph(headline)
      for line in [meaning, weightOfIt, evidenceSentence, driverSentence] + moneyLines
      where !line.isEmpty {
        text += paragraph(line)
      }
      for warning in assessment.warnings {
        text += TextWrap.paragraph(warning.message.printable, first: "! ") + "\n"
      }
      text += "\n" + tree.whole.drawn()
      if !isFull {
        text += paragraph("Small parts and the depths are left out; --full shows them.")
      }
    }
    return citations.isEmpty ? text : text + "\n" + citations.list
  }

  private var headlineAlone: String {
    let text = paragraph(citations.cite(headline, assessment.notPursued?.sources ?? []))
    return citations.isEmpty ? text : text + "\n" + citations.list
  }

  private func paragraph(_ text: String) -> String {
    TextWrap.paragraph(text.printable) + "\n"
  }

  /// The headline sentence.
  var headline: String {
    switch assessment.status {
    case .notPursued:
      let because = Words.sentence(assessment.reason?.message ?? "")
      return "\(subject): not pursued. \(because)"
    case .missingFacts:
      return "\(subject): not assessed, because facts are missing: "
        + "\(assessment.missing.map(\.description).joined(separator: ", "))."
    case .assessed: break
    }
    guard let score = assessment.score.estimate else {
      let reason = assessment.score.reason.map(Words.reason) ?? "no score"
      return "\(subject): \(Words.notEnough): \(reason)."
    }
    var text = "\(subject) scores \(numbers.interval(score)) of 100"
    var parts: [String] = []
    if let recovery = assessment.moneyBackIndex.value {
      parts.append("recovery \(numbers.points(recovery))")
    }
    if let readiness = assessment.readiness.value {
      parts.append("readiness \(numbers.points(readiness))")
    }
    if !parts.isEmpty { text += ", from \(Words.list(parts, "and"))" }
    if let viability = assessment.viability.value {
      text += "; its money comes back by \(run.run.horizon) in \(numbers.probability(viability)) "
      text += "of draws (viability)"
    }
    return text + "."
  }

  /// What recovery and readiness say, in plain words.
  private var meaning: String {
    var sentences: [String] = []
    if let recovery = assessment.moneyBackIndex.estimate, recovery.p50 > 0.5, recovery.p50 < 99.5 {
      let back = recovery.p50 / (100 - recovery.p50)
      sentences.append(
        "In the middle draw \(Self.money(back)) comes back for every 1.00 that goes out, both at "
          + "today's value.")
    }
    if let readiness = assessment.readiness.value {
      let words =
        switch readiness {
        case ..<25: "hardly anything that the path needs is proven"
        case ..<50: "less than half of what the path needs is proven"
        case ..<75: "more than half of what the path needs is proven"
        default: "most of what the path needs is proven"
        }
      sentences.append(Words.sentence(words))
    }
    return sentences.joined(separator: " ")
  }

  /// Two digits behind the point, as sums of money are written.
  private static func money(_ value: Double) -> String {
    let cents = Int((value * 100).rounded())
    let rest = String(cents % 100)
    return "\(cents / 100).\(rest.count == 1 ? "0" : "")\(rest)"
  }

  private var weightOfIt: String {
    var text = ""
    if let exposure = assessment.exposure.estimate {
      text += "In \(run.run.horizon) it covers \(numbers.interval(exposure)) of 100 points of the "
      text += "company's costs"
      if let drain = assessment.drain.value, drain >= 0.5 {
        text += ", and its losses take \(numbers.points(drain))"
      }
      text += "."
    } else {
      let reason = assessment.exposure.reason.map { ": \(Words.reason($0))" } ?? ""
      text += "How much of the company's costs it covers is unknown\(reason)."
    }
    if let today = assessment.exposureToday.estimate {
      text += " Of today's revenue it makes \(numbers.share(today.value))."
    }
    if let carry = assessment.support.value {
      text += " It carries \(numbers.points(carry)) points of path support."
    }
    if let payback = assessment.payback.value {
      text += " In the middle draw it has paid back by \(numbers.points(payback))."
    }
    if !company.hasBrokenEven, let knockOut = assessment.oddsWithout.value {
      text += " Without it the company breaks even in \(numbers.probability(knockOut)) of draws"
      if let model = company.outcome.states?.brokeEven.value {
        text += ", with it in \(numbers.probability(model))"
      }
      text += "."
    }
    return text
  }

  private var moneyLines: [String] {
    ["revenue", "contribution", "investment"].compactMap { name in
      assessment.series[name].map {
        "\(Words.sentence(name).dropLast()): \(EvidenceText.values(.byYear($0.values)))."
      }
    }
  }

  private var driverSentence: String {
    if assessment.drivers.isEmpty { return "" }
    let drivers = assessment.drivers.prefix(3).map { driver in
      let name = driver.title?.text(in: language) ?? Words.criterion(driver.name)
      return "\(name) (\(driver.kind.rawValue), \(numbers.probability(driver.share)) of the spread)"
    }
    return "Its recovery hangs most on \(Words.list(drivers, "and"))."
  }

  private var evidenceSentence: String { assessment.evidence.map(Self.sentence) ?? "" }

  /// How good the evidence is, and how many inputs rest on what.
  static func sentence(_ evidence: EvidenceRecord) -> String {
    let counts = [
      Messages.plural(evidence.facts, "fact"), Messages.plural(evidence.estimates, "estimate"),
      Messages.plural(evidence.assumptions, "assumption"),
    ].joined(separator: ", ")
    let share = evidence.assumptionShare.map {
      "; assumptions and estimates carry \(NumberText.english.probability($0)) of the spread"
    }
    let mostly = evidence.mostlyAssumption ? ": mostly assumption" : ""
    return
      "The evidence is \(evidence.level.rawValue). Its inputs: \(counts)\(share ?? "")\(mostly)."
  }
}
