internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
package import Formulas
package import Plan
package import RunRecord
package import Scoring
internal import Units

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

  /// Reads the file; `units` are those of the study, where they could be read.
  init(_ document: YAMLDocument, units: UnitRegistry?) throws {
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
    var reader = PolicyReader(map, SettingUnit(units: units))
    let discountRate = reader.number("discount_rate", "1/year", in: -0.5...1)
    let recovery = reader.number("score_weights", part: "recovery", in: 0...1)
    let readiness = reader.number("score_weights", part: "readiness", in: 0...1)
    otherScore = reader.number("score_other", "point", in: 0...100) ?? 50
    let priorWeight = reader.number("readiness_prior_weight", in: 0.01...1000)
    let priorMean = reader.number("readiness_prior_mean", in: 0.001...0.999)
    let grades = reader.grades("evidence_grades")
    flaggedLimit = reader.number("flagged_limit", in: 0...1) ?? 0.01
    reportedRevenueFactor = reader.number("reported_revenue_factor", in: 1...1000) ?? 2
    withheldLineFactor = reader.number("withheld_line_factor", in: 1...1000) ?? 5
    let multiple = reader.distribution("horizon_value_multiple", "year")
    rankingOrder = reader.order("ranking_order")
    problems.report(reader.problems.diagnostics)
    judgements = JudgementScale(map, units: SettingUnit(units: units), into: &problems)
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
  private var units: SettingUnit
  var problems = DiagnosticCollector()

  init(_ map: YAMLMapping, _ units: SettingUnit) {
    self.map = map
    self.units = units
  }

  /// A number, or one of several of a key, in the unit that is the setting's own.
  mutating func number(
    _ key: String, _ unit: String = "1", part: String? = nil, in range: ClosedRange<Double>
  ) -> Double? {
    guard let (entry, scale) = entry(key, "value", unit) else { return nil }
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
    guard let value = node.number(into: &problems).map({ $0 * scale }) else { return nil }
    guard range.contains(value) else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" must lie between \(range.lowerBound) and \(range.upperBound), "
            + "found \(value)"))
      return nil
    }
    return value
  }

  /// What is assumed of a number that can't be below 0, in the unit that is the setting's own.
  mutating func distribution(_ key: String, _ unit: String) -> DistributionSpec? {
    guard let (node, scale) = entry(key, "assume", unit), let text = node.string(into: &problems)
    else { return nil }
    if scale != 1 {
      problems.report(
        node.diagnostic("\"\(key)\" is a distribution in [\(unit)]", help: "write unit: \(unit)"))
    }
    return problems.noting {
      let written = try DistributionNotation.parseDrawable(
        text, at: node.location, sourceLine: node.sourceLine)
      do {
        return try ValueDomain.nonNegative.confined(written)
      } catch let outside as OutsideDomain {
        let mistake = outside.mistake(of: key, text)
        throw node.diagnostic(mistake.message, help: mistake.help)
      }
    }
  }

  /// What an item of each grade of evidence counts for; a worse grade never counts for more.
  mutating func grades(_ key: String) -> [EvidenceGrade: Double] {
    var grades: [EvidenceGrade: Double] = [:]
    for grade in EvidenceGrade.allCases {
      guard let number = number(key, part: grade.rawValue, in: 0...1000) else { return [:] }
      grades[grade] = number
    }
    var ignored = DiagnosticCollector()
    let entries = map[key]?.entries(into: &ignored)?.first { $0.key == "value" }?
      .value.entries(into: &ignored)
    for (better, worse) in zip(EvidenceGrade.allCases, EvidenceGrade.allCases.dropFirst()) {
      guard let most = grades[better], let found = grades[worse], found > most else { continue }
      guard let node = entries?.first(where: { $0.key == worse.rawValue })?.value else { continue }
      problems.report(
        node.diagnostic(
          "an item of grade \(worse.rawValue) counts for \(NumberNotation.print(found)), more than "
            + "one of the better grade \(better.rawValue), \(NumberNotation.print(most))",
          help: "let the numbers of \"\(key)\" fall from A to D"))
    }
    return grades
  }

  mutating func order(_ key: String) -> [RankingCriterion] {
    let all = RankingCriterion.allCases
    guard let (node, _) = entry(key, "value", nil), let order = node.strings(into: &problems)
    else { return all }
    guard order.sorted() == all.map(\.rawValue).sorted() else {
      problems.report(
        node.diagnostic(
          "\"\(key)\" must name each of \(all.map(\.rawValue).joined(separator: ", ")) once"))
      return all
    }
    return order.compactMap(RankingCriterion.init)
  }

  /// What a key says, and what one of its unit is in the setting's own; nil of what has none.
  private mutating func entry(
    _ key: String, _ valueKey: String, _ unit: String?
  ) -> (YAMLNode, scale: Double)? {
    guard
      let entry = map.required(key, into: &problems)?.mapping(
        allowedKeys: ["value", "assume", "unit", "because", "title"], of: "\"\(key)\"",
        into: &problems)
    else { return nil }
    _ = entry.prose("because", into: &problems)
    guard let node = entry.required(valueKey, into: &problems) else { return nil }
    guard let unit else {
      units.none(of: key, in: entry, into: &problems)
      return (node, 1)
    }
    return (node, units.scale(to: unit, of: key, in: entry, into: &problems))
  }
}
