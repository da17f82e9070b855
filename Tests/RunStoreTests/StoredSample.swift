import RunRecord

/// A run in which every field that can be filled is, with texts that try to break out.
enum StoredSample {
  static func run(id: String = "a1b2c3d4", companies: [String] = ["one", "two"]) -> RunRecord {
    var info = RunInfo(
      id: id, title: LocalizedText(["en": "Who breaks even?", "zh-Hans": "谁能盈亏平衡?"]),
      question: "Which path carries it?", seed: .max, draws: 16384, sampler: "sobol",
      scenario: "price-war", overrides: ["pricePerHospital_x": "0.1M to 0.6M", "two_words": "3"],
      asOf: "2026-06-30", startYear: 2025, horizon: 2030, currency: "CNY", discountRate: 0.12,
      version: "1.0.0", models: [], factsSha256: "aa", settingsSha256: "bb")
    info.models = [
      ModelReference(path: "medical-ai", version: 3, file: "paths/medical-ai.yaml", sha256: "cc")
    ]
    return RunRecord(
      run: info, paths: [path], companies: companies.map(company), ranking: ranking,
      sources: [
        SourceRecord(
          id: "ar-2024", title: "Annual report; DROP TABLE run; -- 年报", publisher: "One",
          date: "2025-04-28", kind: "filing", reference: "p. 3", knownSince: "2025-04-28")
      ],
      markets: [MarketInputRecord(region: "china", input: input)], warnings: ["Crowded."])
  }

  static func number(_ value: Double, _ unit: String = "point") -> Estimate {
    Estimate(
      value: value, unit: unit, p5: value - 1.1, p50: value + 0.1, p95: value + 1.3,
      standardError: 0.1 / 3)
  }

  static let fact = FactRecord(
    metric: "hospitals_served", title: "Hospitals served", period: "FY2024", value: 120, low: 100,
    high: 140, unit: "hospital", source: "ar-2024", confidence: "high", note: "p. 12",
    isEstimate: false, knownSince: "2025-04-28", verdict: "chosen", because: "the latest")

  static let input = InputRecord(
    name: "customers_now", title: "Customers", unit: "hospital", kind: "fact", scope: "company",
    distribution: "120", byYear: ["2025": "120", "2030": "200 to 300"],
    values: ["all": number(120, "hospital")], because: "reported", sources: ["ar-2024"],
    facts: [fact], place: "paths/medical-ai.yaml:9")

  static let driver = DriverRecord(
    name: "price", title: "Price", kind: "assumption", share: 0.4, low: 20, high: 60)

  static var path: PathRecord {
    PathRecord(
      id: "medical-ai", title: LocalizedText(["en": "Medical AI", "zh-Hant": "醫療 AI"]),
      summary: "Licences to hospitals.", version: 3,
      criteria: [
        CriterionRecord(
          id: "registration", title: "Registration", weight: 30, gate: true, inModel: false,
          levels: ["none", "filed", "class II", "class III", "several"])
      ],
      formulas: [
        FormulaRecord(name: "revenue", title: nil, unit: "CNY/year", formula: "served * price")
      ],
      drivers: [driver], crowding: .estimate(number(80)))
  }

  static func company(_ id: String) -> CompanyRecord {
    CompanyRecord(
      id: id, name: "Name of \(id)", names: LocalizedText(["en": id, "zh-Hant": "名 '\(id)'"]),
      region: "china", kind: "AI company", listing: "SSE 1", parent: "State",
      outcome: id == "two" ? OutcomeRecord(unknown: "no cash", missing: ["cash"]) : outcome,
      paths: [assessment], reported: [fact],
      events: [
        EventRecord(
          date: "2024-H2", kind: "layoffs", text: "Half left.", source: "ar-2024",
          knownSince: "2024-12-31")
      ],
      warnings: ["Two sources disagree."])
  }

  static var outcome: OutcomeRecord {
    var outcome = OutcomeRecord(unknown: "", missing: [])
    outcome.unknown = nil
    outcome.states = StateProbabilities(
      brokeEven: number(0.4, "1"), stillLosing: number(0.3, "1"), sold: number(0.1, "1"),
      cashedOut: number(0.2, "1"))
    outcome.statesWithBaseRate = outcome.states
    outcome.breakEvenBy = ["2027": .estimate(number(0.2, "1"))]
    outcome.medianBreakEvenYear = .unknown("not by 2030 in 60 % of draws")
    outcome.runwayMonths = RunwayRecord(
      static: .estimate(number(20, "month")), alone: .estimate(number(22, "month")),
      withRounds: .estimate(number(34, "month")), censoredAt: 54,
      selfFunding: .estimate(number(0.1, "1")))
    outcome.headroom = .estimate(number(40))
    outcome.inputs = [input]
    outcome.drivers = [driver]
    outcome.assumptionBand = AssumptionBand(input: "price", title: nil, low: 0.1, high: 0.5)
    outcome.wouldHaveToBelieve = [
      BeliefRecord(
        input: "price", title: nil, unit: "CNY", direction: "at least", needed: 3, percentile: 90,
        best: 0.6)
    ]
    return outcome
  }

  static var assessment: AssessmentRecord {
    var assessment = AssessmentRecord(
      path: "medical-ai", status: .assessed, because: nil, sources: ["ar-2024"], missing: [])
    assessment.score = .estimate(number(55))
    assessment.years = ["revenue": ["2025": number(1e9 / 3, "CNY/year")]]
    assessment.evidence = EvidenceRecord(
      completeness: 0.5, level: "fair", facts: 3, estimates: 1, assumptions: 9,
      assumptionShare: 0.7, mostlyAssumption: true)
    assessment.criteria = [
      CriterionResult(
        id: "registration", level: .estimate(number(2, "level")), weight: 0.3, priorOnly: false,
        ratings: [
          RatingRecord(
            low: 2, high: 3, grade: "A", origin: "register", date: "2024-05", source: "ar-2024",
            note: "class II", weight: 7.1, knownSince: "2024-05-31")
        ])
    ]
    assessment.drivers = [driver]
    assessment.inputs = [input]
    assessment.trace = [
      TraceNode(
        name: "revenue", title: nil, kind: "formula", unit: "CNY/year", formula: "served * price",
        values: ["2025": number(3, "CNY/year")], flagged: ["2026": 4], children: ["price"],
        place: "paths/medical-ai.yaml:58")
    ]
    return assessment
  }

  static var ranking: RankingRecord {
    RankingRecord(
      order: [
        RankedCompany(
          id: "one", tier: "A", sign: nil, meanUtility: .estimate(number(50)),
          rank: .estimate(number(1, "rank")), rankShares: [1], centralWeights: ["headroom": 0.5],
          confidenceFactor: 0.9)
      ],
      prefers: ["one": ["one": 0.5]], weights: ["headroom": 0.52], instabilityFromWeights: 0.6,
      unranked: ["two": "no cash"])
  }
}
