import RunRecord

extension SampleRun {
  static let thin = EvidenceRecord(
    completeness: 0.2, level: "thin", facts: 2, estimates: 3, assumptions: 9,
    assumptionShare: 0.83, mostlyAssumption: true)
  static let solid = EvidenceRecord(
    completeness: 0.7, level: "solid", facts: 8, estimates: 1, assumptions: 4,
    assumptionShare: 0.31, mostlyAssumption: false)

  static func states(_ values: [Double], spread: Double) -> StateProbabilities {
    func one(_ value: Double) -> Estimate {
      estimate(value, max(0, value - spread), min(1, value + spread), "1")
    }
    return StateProbabilities(
      brokeEven: one(values[0]), stillLosing: one(values[1]), sold: one(values[2]),
      cashedOut: one(values[3]))
  }

  static func outcome(
    model: [Double], base: [Double]?, headroom: Quantity, runway: RunwayRecord?, cash: [Double]
  ) -> OutcomeRecord {
    var outcome = OutcomeRecord(unknown: "", missing: [])
    outcome.unknown = nil
    outcome.states = states(model, spread: 0)
    outcome.statesWithBaseRate = base.map { states($0, spread: 0.06) }
    outcome.medianBreakEvenYear =
      model[0] >= 0.5
      ? quantity(2028, 2027, 2030, "year")
      : .unknown("not by 2030 in \(Int(((1 - model[0]) * 100).rounded())) % of draws")
    outcome.provisional = probability(0.04)
    outcome.brokeEvenThenRanDry = probability(0.003)
    outcome.headroom = headroom
    outcome.cashCover = quantity(48, 20, 90)
    outcome.pathSupport = quantity(17, 6, 31)
    outcome.independence = quantity(52, 20, 88)
    outcome.other = quantity(38, 22, 60)
    outcome.gap = quantity(31, 0, 55)
    outcome.runwayMonths = runway
    outcome.inputs = [cash1(), legacyGrowth]
    outcome.drivers = oddsDrivers
    outcome.assumptionBand = AssumptionBand(
      input: "hospital_price",
      title: LocalizedText([
        "en": "licence price per hospital", "zh-Hant": "每家醫院授權費", "zh-Hans": "每家医院授权费",
      ]), low: model[0] * 0.4, high: min(1, model[0] * 1.9))
    outcome.wouldHaveToBelieve = [
      BeliefRecord(
        input: "hospital_price", title: "licence price per hospital", unit: "CNY/hospital/year",
        direction: "at least", needed: 470_000, percentile: 97, best: 0.55),
      BeliefRecord(
        input: "legacy_growth", title: nil, unit: "1/year", direction: nil, needed: nil,
        percentile: nil, best: 0.33),
    ]
    outcome.notes = ["Cash is 18 months old and was rolled forward; 4 % of draws at the floor."]
    for (index, value) in cash.enumerated() {
      let spread = 0.12e9 + 0.35e9 * Double(index)
      let key = index == 0 ? "start" : String(2025 + index)
      outcome.cash[key] = estimate(value, value - spread, value + spread * 1.4, "CNY")
      guard index > 0 else { continue }
      let share = Double(index) / 5
      outcome.breakEvenBy[key] = probability(model[0] * share)
      outcome.operatingBy[key] = probability(1 - (model[2] + model[3]) * share)
      outcome.operatingResult[key] = estimate(
        -0.4e9 + 0.13e9 * Double(index), -0.6e9, 0.1e9 * Double(index), "CNY/year")
    }
    return outcome
  }

  private static func cash1() -> InputRecord { cash }

  static let cloudPipe = CompanyRecord(
    id: "cloud-pipe", name: "Cloud|Pipe <AI> & Co",
    names: LocalizedText([
      "en": "Cloud|Pipe <AI> & Co", "zh-Hant": "雲管|科技", "zh-Hans": "云管|科技",
    ]),
    region: "china", kind: "AI company", listing: "SSE STAR 000000",
    parent: "state & local funds",
    outcome: outcome(
      model: [0.18, 0.27, 0.12, 0.43], base: [0.14, 0.21, 0.14, 0.51],
      headroom: quantity(31, 14, 49, median: 30),
      runway: RunwayRecord(
        static: quantity(20, 12, 33, "month"), alone: quantity(17, 11, 29, "month"),
        withRounds: quantity(24, 13, 54, "month"), censoredAt: 54, selfFunding: probability(0.02)),
      cash: [1.1e9, 0.82e9, 0.51e9, 0.3e9, 0.22e9, 0.2e9]),
    paths: [
      AssessmentRecord(
        path: "chat-advertising", status: .notApplicable,
        because: "no consumer product; sells to cities & banks", sources: ["sector-article"],
        missing: []),
      AssessmentRecord(
        path: "education-devices", status: .missingFacts, because: "no device share for any year",
        sources: [], missing: ["device_share", "attach_rate"]),
      {
        var cell = assessed(
          "medical-ai", exposure: quantity(31, 9, 62), recovery: quantity(41, 18, 66),
          readiness: quantity(55, 34, 74), score: quantity(44, 21, 64), viability: 0.37,
          carry: quantity(14, 3, 30), knockOut: 0.07,
          payback: .unknown("the median draw doesn't pay back by 2030"), evidence: thin)
        cell.criteria = criteria(prior: false)
        cell.warnings = ["The path's revenue story starts 40 % above what was reported."]
        return cell
      }(),
    ],
    reported: [
      fact(
        "revenue", "FY2024", 397_684_600, "CNY", "pipe-ar-2024",
        title: LocalizedText(["en": "Revenue", "zh-Hant": "營收", "zh-Hans": "营收"]),
        note: "key notices"),
      fact(
        "operating_income", "FY2024", -721_000_000, "CNY", "pipe-ar-2024",
        title: LocalizedText(["en": "Operating result", "zh-Hant": "營業損益", "zh-Hans": "营业损益"])),
      fact("staff", "FY2024", 453, "people", "mem-devices", isEstimate: true),
      fact(
        "device_share", "FY2023", nil, "1", "sector-article", low: 0.12, high: 0.28,
        note: "range of two trackers"),
    ],
    events: [
      EventRecord(
        date: "2024-H2", kind: "layoffs", text: "核心研發人員由 467 減至 239", source: "sector-article",
        knownSince: "2025-05-31"),
      EventRecord(
        date: "2025-04", kind: "goal_missed", text: "1. Profit in 2025 | no longer named",
        source: "pipe-ar-2024", knownSince: "2025-04-30"),
    ],
    warnings: ["Two figures for gross margin in FY2024 (36 % and 47 %): the later filing was kept."]
  )

  static let hospitalMind = CompanyRecord(
    id: "hospital-mind", name: "Hospital Mind",
    names: LocalizedText(["en": "Hospital Mind", "zh-Hant": "醫思智能", "zh-Hans": "医思智能"]),
    region: "china", kind: "medical AI", listing: nil, parent: "venture funds",
    outcome: outcome(
      model: [0.34, 0.4, 0.06, 0.2], base: nil, headroom: quantity(41, 18, 63),
      runway: RunwayRecord(
        static: quantity(31, 19, 48, "month"), alone: quantity(28, 16, 54, "month"),
        withRounds: quantity(43, 20, 54, "month"), censoredAt: 54, selfFunding: probability(0.09)),
      cash: [0.9e9, 0.7e9, 0.62e9, 0.6e9, 0.7e9, 0.9e9]),
    paths: [
      AssessmentRecord(
        path: "chat-advertising", status: .notApplicable, because: "sells to hospitals alone",
        sources: [], missing: []),
      AssessmentRecord(
        path: "education-devices", status: .notApplicable, because: "sells to hospitals alone",
        sources: [], missing: []),
      {
        var cell = assessed(
          "medical-ai", exposure: quantity(62, 30, 88), recovery: quantity(53, 28, 79),
          readiness: quantity(61, 48, 73), score: quantity(55, 32, 75), viability: 0.58,
          carry: quantity(34, 12, 60), knockOut: 0.001, payback: quantity(2029, 2028, 2030, "year"),
          evidence: solid)
        cell.criteria = criteria(prior: true)
        return cell
      }(),
    ], reported: [], events: [], warnings: [])

  static let penTutor = CompanyRecord(
    id: "pen-tutor", name: "PenTutor",
    names: LocalizedText(["en": "PenTutor", "zh-Hant": "筆學教育科技集團", "zh-Hans": "笔学教育科技集团"]),
    region: "china", kind: "education", listing: nil, parent: nil,
    outcome: outcome(
      model: [0.61, 0.24, 0.05, 0.1], base: [0.52, 0.2, 0.09, 0.19],
      headroom: quantity(56, 33, 74),
      runway: RunwayRecord(
        static: .unknown("no cash-flow figure for any year"), alone: quantity(54, 30, 54, "month"),
        withRounds: quantity(54, 38, 54, "month"), censoredAt: 54, selfFunding: probability(0.46)),
      cash: [0.5e9, 0.48e9, 0.55e9, 0.8e9, 1.2e9, 1.7e9]),
    paths: [
      AssessmentRecord(
        path: "chat-advertising", status: .notApplicable, because: "no chat product",
        sources: ["sector-article"], missing: []),
      assessed(
        "education-devices", exposure: quantity(70, 48, 90), recovery: quantity(63, 40, 82),
        readiness: quantity(48, 20, 76), score: quantity(58, 35, 78), viability: 0.76,
        carry: quantity(41, 20, 66), knockOut: 0.004, payback: quantity(2028, 2027, 2030, "year"),
        evidence: thin),
      AssessmentRecord(
        path: "medical-ai", status: .notApplicable, because: "no medical product", sources: [],
        missing: []),
    ], reported: [], events: [], warnings: [])

  static let bigGroup: CompanyRecord = {
    var outcome = SampleRun.outcome(
      model: [0.97, 0.02, 0.005, 0.005], base: [0.95, 0.03, 0.01, 0.01],
      headroom: quantity(68, 61, 76),
      runway: RunwayRecord(
        static: .unknown("no burn: cash flow is positive"), alone: quantity(54, 54, 54, "month"),
        withRounds: quantity(54, 54, 54, "month"), censoredAt: 54, selfFunding: probability(0.999)),
      cash: [90e9, 110e9, 140e9, 170e9, 210e9, 260e9])
    outcome.alreadyBrokeEven = true
    outcome.alreadyBrokeEvenBecause = "operating income at or above zero in FY2024 and FY2025"
    outcome.other = quantity(94, 88, 98)
    outcome.gap = quantity(0, 0, 0)
    return CompanyRecord(
      id: "big-group", name: "Big Group",
      names: LocalizedText(["en": "Big Group", "zh-Hant": "大集團", "zh-Hans": "大集团"]),
      region: "china", kind: "internet group", listing: "HKEX 0000", parent: "listed",
      outcome: outcome,
      paths: [
        assessed(
          "chat-advertising", exposure: quantity(3, 0, 9), recovery: quantity(28, 4, 61),
          readiness: quantity(71, 55, 84), score: quantity(35, 8, 64), viability: 0.15,
          carry: quantity(1.2, 0, 5), knockOut: 0.97, payback: .unknown("not by 2030"),
          evidence: solid, drain: quantity(4, 0, 11)),
        AssessmentRecord(
          path: "education-devices", status: .missingFacts, because: nil, sources: [],
          missing: ["device_share"]),
        AssessmentRecord(
          path: "medical-ai", status: .notApplicable, because: "stopped in 2023",
          sources: ["sector-article"], missing: []),
      ], reported: [], events: [], warnings: [])
  }()

  static let deepWhale = CompanyRecord(
    id: "deep-whale", name: "Deep Whale",
    names: LocalizedText(["en": "Deep Whale", "zh-Hant": "深鯨", "zh-Hans": "深鲸"]),
    region: "china", kind: "AI company", listing: nil, parent: "a quantitative fund",
    outcome: OutcomeRecord(
      unknown: "no cash figure and no operating result", missing: ["cash", "operating_income"]),
    paths: [
      {
        var cell = assessed(
          "chat-advertising", exposure: .unknown("shared cost is unknown"),
          recovery: quantity(22, 3, 55), readiness: quantity(30, 8, 60), score: quantity(26, 5, 52),
          viability: 0.11, carry: .unknown("shared cost is unknown"), knockOut: nil,
          payback: .unknown("not by 2030"), evidence: thin)
        cell.drain = .unknown("shared cost is unknown")
        return cell
      }(),
      AssessmentRecord(
        path: "education-devices", status: .notApplicable, because: "no device partner",
        sources: [], missing: []),
      AssessmentRecord(
        path: "medical-ai", status: .missingFacts, because: "no hospitals for china", sources: [],
        missing: ["hospitals_served"]),
    ], reported: [], events: [], warnings: [])
}
