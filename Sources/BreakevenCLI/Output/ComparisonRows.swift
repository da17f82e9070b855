import Publishing
import Reporting
import RunRecord

/// The rows of a comparison, one cell a company, and what they mean.
struct ComparisonRows {
  let run: RunRecord
  private let numbers = NumberText.english

  init(run: RunRecord) {
    self.run = run
  }

  /// Every row; a cell without a number says why there is none.
  func rows(_ companies: [CompanyRecord]) -> [(name: String, cells: [String])] {
    var rows: [(name: String, cells: [String])] = []
    func add(_ name: String, _ cell: (CompanyRecord) -> String) {
      rows.append((name, companies.map(cell)))
    }
    add("breaks even first") { odds($0, \.brokeEven) }
    add("(model alone)") { company in
      company.hasBrokenEven
        ? "–" : company.outcome.states.map { numbers.probability($0.brokeEven.value) } ?? "–"
    }
    add("still losing") { odds($0, \.stillLosing) }
    add("sold") { odds($0, \.sold) }
    add("out of cash") { odds($0, \.cashedOut) }
    add("break-even year") { company in
      if company.hasBrokenEven { return "already" }
      if company.outcome.medianBreakEvenYear.reason?.kind == .notByHorizon {
        return "not by \(run.run.horizon)"
      }
      return cell(company.outcome.medianBreakEvenYear, of: company) { numbers.points($0.value) }
    }
    add("runway static") { runway($0, \.static) }
    add("runway alone") { runway($0, \.alone) }
    add("runway with rounds") { runway($0, \.withRounds) }
    add("headroom") { points($0.outcome.headroom, of: $0) }
    add("cash cover") { points($0.outcome.cashCover, of: $0) }
    add("path support") { points($0.outcome.pathSupport, of: $0) }
    add("gap") { points($0.outcome.uncoveredCost, of: $0) }
    for path in run.paths {
      let assessments = companies.map { company in company.paths.first { $0.path == path.id } }
      rows.append((path.title.text(in: "en"), assessments.map(Words.score)))
      if assessments.contains(where: { $0?.score.estimate != nil }) {
        rows.append(("└ viable, ready", assessments.map(parts)))
      }
    }
    add("driven most by") { company in
      let names = company.outcome.drivers.prefix(2).map {
        $0.title?.text(in: "en") ?? Words.criterion($0.name)
      }
      return names.isEmpty ? "–" : names.joined(separator: "; ")
    }
    add("tier") { place($0.id)?.tier ?? "–" }
    add("rank") { place($0.id)?.rank.estimate.map(numbers.ranks) ?? "–" }
    return rows
  }

  private func place(_ id: String) -> RankedCompany? {
    run.ranking.order.first { $0.id == id }
  }

  private func odds(
    _ company: CompanyRecord, _ state: KeyPath<StateProbabilities, Estimate>
  ) -> String {
    let outcome = company.outcome
    if company.hasBrokenEven { return state == \.brokeEven ? "already" : "–" }
    guard let states = outcome.statesWithBaseRate ?? outcome.states else {
      return state == \.brokeEven ? Words.notEnough : "–"
    }
    return state == \.brokeEven
      ? numbers.odds(states.brokeEven) : numbers.probability(states[keyPath: state].value)
  }

  /// A quantity, or why it isn't known; a company without an outcome says so once, at the top.
  private func cell(
    _ quantity: Quantity, of company: CompanyRecord, _ text: (Estimate) -> String
  ) -> String {
    if let estimate = quantity.estimate { return text(estimate) }
    if company.outcome.unknown != nil { return "–" }
    return quantity.reason.map(Words.reason) ?? "–"
  }

  private func points(_ quantity: Quantity, of company: CompanyRecord) -> String {
    cell(quantity, of: company, numbers.interval)
  }

  private func runway(
    _ company: CompanyRecord, _ reading: KeyPath<RunwayRecord, Quantity>
  ) -> String {
    guard let runway = company.outcome.runwayMonths else { return "–" }
    let quantity = runway[keyPath: reading]
    return cell(quantity, of: company) { _ in
      Words.runway(quantity, censoredAt: runway.censoredAt)
    }
  }

  /// What a score is made of, since a score is never shown alone.
  private func parts(_ assessment: AssessmentRecord?) -> String {
    guard let assessment, assessment.score.estimate != nil else { return "" }
    let viability = assessment.viability.value.map(numbers.probability) ?? "–"
    return "\(viability), \(assessment.readiness.value.map(numbers.points) ?? "–")"
  }

  /// What the rows mean, in their order.
  static func definitions(horizon: Int) -> [(name: String, meaning: String)] {
    [
      (
        "breaks even first",
        "chance of an operating result of zero or more by \(horizon), before the money runs out, "
          + "with base rate; in brackets what base rate and its weight leave open. The other "
          + "states, with base rate too, add up to 100 % with it."
      ),
      (
        "break-even year",
        "by when half of the draws have broken even; \"not by\" where fewer do, or later."
      ),
      (
        "runway",
        "months until the money is gone: at the burn of the latest twelve months; simulated "
          + "alone; with the rounds that it may raise. Median (5th to 95th percentile)."
      ),
      ("headroom", "\(horizon)'s contributions against costs; 50 is a result of zero."),
      ("cash cover", "runway with rounds; 18 months are 50, 48 or more 100."),
      ("path support", "how much of its costs good paths cover, of 100."),
      ("gap", "how much of its costs nothing covers, of 100."),
      (
        "paths",
        "score of 100 from recovery and readiness, never without viable, the chance that the "
          + "money comes back, and ready, how much of what it takes is proven, of 100."
      ),
      ("driven most by", "the inputs that explain most of the spread of its odds."),
      ("rank", "5th to 95th percentile among all companies of the run that are ranked."),
    ]
  }
}
