import RunRecord

extension SampleRun {
  static let revenue2024 = FactRecord(
    metric: "revenue", title: "Revenue", period: "FY2024", value: 397_684_600, low: nil, high: nil,
    unit: "CNY", source: "cloudwalk-ar-2024", confidence: "high", note: "营业收入",
    isEstimate: false, knownSince: "2025-04-28", verdict: "chosen",
    because: "the latest full year known on the day")

  static let forecast2024 = FactRecord(
    metric: "revenue_forecast", title: "Revenue forecast", period: "FY2024", value: 3.227e9,
    low: nil, high: nil, unit: "CNY", source: "seed-article", confidence: "high", note: nil,
    isEstimate: false, knownSince: "2025-05-31")

  static let cash2024 = FactRecord(
    metric: "cash_and_short_term_investments", title: "Cash", period: "2024-12-31",
    value: 1.32e9, low: nil, high: nil, unit: "CNY", source: "cloudwalk-ar-2024",
    confidence: "high", note: nil, isEstimate: false, knownSince: "2025-04-28")

  static let hospitals = FactRecord(
    metric: "hospitals_served", title: "Hospitals served", period: "FY2024", value: nil, low: 30,
    high: 60, unit: "hospital", source: "seed-article", confidence: "low", note: nil,
    isEstimate: true, knownSince: "2025-05-31", verdict: "chosen", because: "the only one")

  static func company(
    _ id: String, _ name: String, _ hans: String, outcome: OutcomeRecord,
    paths: [AssessmentRecord], events: [EventRecord] = [], warnings: [String] = []
  ) -> CompanyRecord {
    CompanyRecord(
      id: id, name: name, names: LocalizedText(["en": name, "zh-Hans": hans]), region: "china",
      kind: "AI company", listing: nil, parent: nil, outcome: outcome, paths: paths,
      reported: [revenue2024, forecast2024], events: events, warnings: warnings)
  }

  static let cloudwalk = company(
    "cloudwalk", "CloudWalk", "云从科技",
    outcome: outcome(
      broke: 0.08, pooled: (0.06, 0.04, 0.09), runway: (21, 12, 34), headroom: (22, 9, 38),
      gap: 61),
    paths: [
      {
        var path = AssessmentRecord(
          path: "chat-advertising", status: .notApplicable,
          because: "It has no chat product for consumers.", sources: ["seed-article"],
          missing: [])
        path.warnings = []
        return path
      }(),
      medical,
    ],
    events: [
      EventRecord(
        date: "2024-H2", kind: "layoffs", text: "Staff fell from 801 to 453.",
        source: "cloudwalk-ar-2024", knownSince: "2025-04-28")
    ],
    warnings: ["Two sources give revenue of FY2023: 628M and 630M CNY."])

  static let synyi = company(
    "synyi", "Synyi AI", "森亿智能",
    outcome: outcome(
      broke: 0.44, pooled: (0.38, 0.29, 0.47), runway: (41, 22, 54), headroom: (46, 28, 63),
      gap: 18),
    paths: [
      AssessmentRecord(
        path: "chat-advertising", status: .notApplicable, because: "It sells to hospitals alone.",
        sources: [], missing: []),
      assessment("medical-ai", score: (58, 41, 74), viability: 0.66, readiness: 61, carry: 42),
    ])

  static let yitu = company(
    "yitu", "YITU Technology", "依图科技",
    outcome: outcome(
      broke: 0.31, pooled: (0.27, 0.19, 0.36), runway: (30, 16, 54), headroom: (41, 20, 61),
      gap: 33),
    paths: [
      AssessmentRecord(
        path: "chat-advertising", status: .missingFacts, because: nil, sources: [],
        missing: ["chat_mau"]),
      assessment("medical-ai", score: (49, 30, 69), viability: 0.47, readiness: 55, carry: 30),
    ])

  static let moonshot = company(
    "moonshot", "Moonshot AI", "月之暗面",
    outcome: OutcomeRecord(
      unknown: "no cash and no operating result are known",
      missing: ["cash_and_equivalents", "operating_income"]),
    paths: [
      assessment(
        "chat-advertising", score: (17, 6, 33), viability: 0.003, readiness: 38, carry: nil),
      AssessmentRecord(
        path: "medical-ai", status: .notApplicable, because: "It sells no medical product.",
        sources: ["seed-article"], missing: []),
    ])

  static func outcome(
    broke: Double, pooled: (Double, Double, Double), runway: (Double, Double, Double),
    headroom: (Double, Double, Double), gap: Double
  ) -> OutcomeRecord {
    var outcome = OutcomeRecord(unknown: "", missing: [])
    outcome.unknown = nil
    outcome.states = StateProbabilities(
      brokeEven: chance(broke), stillLosing: chance(0.5 - broke / 2),
      sold: chance(0.1), cashedOut: chance(0.4 - broke / 2))
    outcome.statesWithBaseRate = StateProbabilities(
      brokeEven: chance(pooled.0, pooled.1, pooled.2), stillLosing: chance(0.4 - pooled.0 / 2),
      sold: chance(0.12), cashedOut: chance(0.48 - pooled.0 / 2))
    outcome.medianBreakEvenYear = .unknown("not by 2030 in \(Int(100 - 100 * broke)) % of draws")
    let months = Quantity.estimate(number(runway.0, runway.1, runway.0, runway.2, "month"))
    outcome.runwayMonths = RunwayRecord(
      static: .estimate(number(runway.0 - 3, runway.1 - 2, runway.0 - 3, runway.2 - 3, "month")),
      alone: .estimate(number(runway.0 - 2, runway.1 - 1, runway.0 - 2, runway.2 - 2, "month")),
      withRounds: months, censoredAt: 54, selfFunding: .estimate(chance(broke / 4)))
    outcome.headroom = points(headroom.0, headroom.1, headroom.2)
    outcome.cashCover = points(min(100, runway.0 * 2), runway.1 * 2, min(100, runway.2 * 2))
    outcome.pathSupport = points(headroom.0 - 4, headroom.1 - 4, headroom.2 - 4)
    outcome.gap = points(gap, max(0, gap - 15), gap + 12)
    outcome.other = points(9, 2, 17)
    outcome.inputs = [
      InputRecord(
        name: "cash", title: "Cash", unit: "CNY", kind: "fact", scope: "company",
        distribution: "1.32B", byYear: nil,
        values: ["all": number(1.32e9, 1.32e9, 1.32e9, 1.32e9, "CNY")], because: nil,
        sources: ["cloudwalk-ar-2024"], facts: [cash2024], place: "company.yaml:9"),
      InputRecord(
        name: "legacy_growth", title: "Growth of the existing business", unit: "1/year",
        kind: "assumption", scope: "company", distribution: "-10% to 20%", byYear: nil,
        values: ["all": number(0.05, -0.1, 0.05, 0.2, "1/year")],
        because: "public budgets are flat and orders lumpy", sources: [], facts: [],
        place: "company.yaml:14"),
    ]
    outcome.drivers = [
      DriverRecord(
        name: "legacy_growth", title: "Growth of the existing business", kind: "assumption",
        share: 0.31, low: broke / 3, high: min(1, broke * 2.5)),
      DriverRecord(
        name: "price_per_hospital", title: "Price per hospital", kind: "assumption", share: 0.18,
        low: broke / 2, high: min(1, broke * 1.8)),
    ]
    outcome.assumptionBand = AssumptionBand(
      input: "price_per_hospital", title: "Price per hospital", low: broke / 2,
      high: min(1, broke * 1.8))
    outcome.wouldHaveToBelieve = [
      BeliefRecord(
        input: "price_per_hospital", title: "Price per hospital", unit: "CNY/hospital/year",
        direction: broke > 0.2 ? "at least" : nil, needed: broke > 0.2 ? 710_000 : nil,
        percentile: broke > 0.2 ? 97 : nil, best: 0.22)
    ]
    return outcome
  }

  static func assessment(
    _ path: String, score: (Double, Double, Double), viability: Double, readiness: Double,
    carry: Double?
  ) -> AssessmentRecord {
    var result = AssessmentRecord(
      path: path, status: .assessed, because: nil, sources: [], missing: [])
    result.score = points(score.0, score.1, score.2)
    result.recovery = points(score.0 + 2, score.1, score.2 + 3)
    result.viability = .estimate(chance(viability))
    result.viabilityBeyond = .estimate(chance(min(1, viability + 0.1)))
    result.readiness = points(readiness, readiness - 12, readiness + 11)
    if let carry {
      result.exposure = points(carry * 1.6, carry, carry * 2)
      result.carry = points(carry, carry / 2, carry * 1.4)
    } else {
      result.exposure = .unknown("the company's fixed cost is unknown")
    }
    result.drain = points(1.2, 0, 4)
    result.evidence = EvidenceRecord(
      completeness: 0.3, level: "thin", facts: 3, estimates: 1, assumptions: 14,
      assumptionShare: 0.74, mostlyAssumption: true)
    return result
  }
}
