internal import Diagnostics
internal import Documents
internal import Evaluation
package import Formulas
package import Plan
package import RunRecord
package import Scoring

/// The value judgements of scoring and ranking: `scoring.yaml`.
package struct ScoringPolicy: Hashable, Sendable {
  package var discountRate: Double
  /// Years of the horizon year's surplus that count for the second number, "beyond".
  package var horizonMultiple: DistributionSpec
  package var weights: ScoreWeights
  /// The score of the business outside the paths.
  package var otherScore: Double
  package var readiness: ReadinessScale
  /// The share of flagged draws above which a number is withheld.
  package var flaggedLimit: Double
  /// The factor by which a model's first year may differ from the reported revenue, either way,
  /// without remark.
  package var reportedRevenueFactor: Double
  /// The same factor from which on the path doesn't count in the company's outcome.
  package var withheldLineFactor: Double
  /// The ranking criteria, most important first.
  package var rankingOrder: [RankingCriterion]
  /// The weights of the criteria where no others are tried; nil where all that respect the order are.
  package var fixedWeights: [RankingCriterion: Double]?
  /// The numbers from which words are said.
  package var judgements: JudgementScale

  init(_ document: YAMLDocument) throws {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: [
          "version", "discount_rate", "horizon_value_multiple", "score_weights", "score_other",
          "readiness_prior_weight", "readiness_prior_mean", "evidence_grades", "flagged_limit",
          "reported_revenue_factor", "withheld_line_factor", "ranking_order",
        ] + JudgementScale.keys, of: "the scoring policy", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    var reader = PolicyReader(map: map)
    let discountRate = reader.number("discount_rate", in: -0.5...1)
    let recovery = reader.number("score_weights", "recovery", in: 0...1)
    let readiness = reader.number("score_weights", "readiness", in: 0...1)
    otherScore = reader.number("score_other", in: 0...100) ?? 50
    let priorWeight = reader.number("readiness_prior_weight", in: 0.01...1000)
    let priorMean = reader.number("readiness_prior_mean", in: 0.001...0.999)
    var grades: [EvidenceGrade: Double] = [:]
    for grade in EvidenceGrade.allCases {
      grades[grade] = reader.number("evidence_grades", grade.rawValue, in: 0...1000)
    }
    flaggedLimit = reader.number("flagged_limit", in: 0...1) ?? 0.01
    reportedRevenueFactor = reader.number("reported_revenue_factor", in: 1...1000) ?? 2
    withheldLineFactor = reader.number("withheld_line_factor", in: 1...1000) ?? 5
    let multiple = reader.distribution("horizon_value_multiple")
    rankingOrder = reader.order("ranking_order")
    problems.report(reader.problems.diagnostics)
    judgements = JudgementScale(map, into: &problems)
    try problems.throwIfErrors()
    guard let discountRate, let recovery, let readiness, let priorWeight, let priorMean,
      let multiple, recovery + readiness > 0
    else { throw DiagnosticError(Diagnostic("\(document.source.file) is not complete")) }
    self.discountRate = discountRate
    horizonMultiple = multiple
    weights = ScoreWeights(recovery: recovery, readiness: readiness)
    self.readiness = ReadinessScale(
      priorObservations: priorWeight, priorMean: priorMean, observations: grades)
  }
}

extension ScoringPolicy {
  /// The rules that a company's plan needs.
  package var rules: ScoringRules {
    ScoringRules(
      discountRate: discountRate, horizonMultiple: horizonMultiple, weights: weights,
      otherScore: otherScore, readiness: readiness,
      evidence: (judgements.evidence.thinBelow, judgements.evidence.solidAbove),
      withheldLineFactor: withheldLineFactor)
  }
}

/// Reads entries of the form `KEY: {value: …, unit: …, because: …}`.
private struct PolicyReader {
  let map: YAMLMapping
  var problems = DiagnosticCollector()

  mutating func number(
    _ key: String, _ part: String? = nil, in range: ClosedRange<Double>
  ) -> Double? {
    guard let entry = entry(key, "value") else { return nil }
    var node = entry
    if let part {
      guard case .mapping(let entries) = entry.content,
        let found = entries.first(where: { $0.key == part })
      else {
        problems.report(entry.diagnostic("\"\(key)\" needs a value for \"\(part)\""))
        return nil
      }
      node = found.value
    }
    guard let value = node.number(into: &problems) else { return nil }
    guard range.contains(value) else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" must lie between \(range.lowerBound) and \(range.upperBound), "
            + "found \(value)"))
      return nil
    }
    return value
  }

  mutating func distribution(_ key: String) -> DistributionSpec? {
    guard let node = entry(key, "assume"), let text = node.string(into: &problems) else {
      return nil
    }
    return problems.noting {
      try DistributionNotation.parseDrawable(text, at: node.location, sourceLine: node.sourceLine)
    }
  }

  mutating func order(_ key: String) -> [RankingCriterion] {
    let all = RankingCriterion.allCases
    guard let node = entry(key, "value"), let order = node.strings(into: &problems) else {
      return all
    }
    guard order.sorted() == all.map(\.rawValue).sorted() else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" must name each of \(all.map(\.rawValue).joined(separator: ", ")) once"))
      return all
    }
    return order.compactMap(RankingCriterion.init)
  }

  private mutating func entry(_ key: String, _ valueKey: String) -> YAMLNode? {
    guard
      let entry = map.required(key, into: &problems)?.mapping(
        allowedKeys: ["value", "assume", "unit", "because", "title"], of: "\"\(key)\"",
        into: &problems)
    else { return nil }
    _ = entry.prose("because", into: &problems)
    return entry.required(valueKey, into: &problems)
  }
}
