import RunRecord

/// A run made up by hand: three companies with outcomes and one without; all numbers are invented.
enum SampleRun {
  static func number(
    _ value: Double, _ p5: Double, _ p50: Double, _ p95: Double, _ unit: String = "point"
  ) -> Estimate {
    Estimate(value: value, unit: unit, p5: p5, p50: p50, p95: p95, standardError: 0.2)
  }

  static func chance(_ value: Double, _ p5: Double? = nil, _ p95: Double? = nil) -> Estimate {
    Estimate(
      value: value, unit: "1", p5: p5 ?? value, p50: value, p95: p95 ?? value,
      standardError: 0.003)
  }

  static func points(_ value: Double, _ p5: Double, _ p95: Double) -> Quantity {
    .estimate(number(value, p5, value, p95))
  }

  static let info = RunInfo(
    id: "3f2a90c17be4", title: "Who breaks even?",
    question: "Which path, if any, carries each company before its money runs out?", seed: 1,
    draws: 16384, sampler: "sobol", scenario: nil, overrides: [:], asOf: "2026-06-30",
    startYear: 2026, horizon: 2030, currency: "CNY", discountRate: 0.12, version: "1.0.0",
    models: [
      ModelReference(
        path: "chat-advertising", version: 1, file: "paths/chat-advertising.yaml",
        sha256: "9e107d9d372bb6826bd81d3542a419d6"),
      ModelReference(
        path: "medical-ai", version: 2, file: "paths/medical-ai.yaml",
        sha256: "e4d909c290d0fb1ca068ffaddf22cbd0"),
    ],
    factsSha256: "a3f5c2d4e6b8", settingsSha256: "0b1c2d3e4f5a")

  static let run = RunRecord(
    run: info, paths: [chatPath, medicalPath],
    companies: [cloudwalk, moonshot, synyi, yitu], ranking: ranking, sources: sources, markets: [],
    warnings: ["The companies' stories add up to 131 % of the hospitals (median)."])

  static let sources = [
    SourceRecord(
      id: "cloudwalk-ar-2024", title: "云从科技 2024 年年度报告", publisher: "CloudWalk",
      date: "2025-04-28", kind: "filing", reference: "p. 12", knownSince: "2025-04-28"),
    SourceRecord(
      id: "nmpa-register", title: "Register of medical devices", publisher: "NMPA",
      date: "2025-11", kind: "filing", reference: "class III", knownSince: "2025-11-30"),
    SourceRecord(
      id: "seed-article", title: "Six dragons, four roads", publisher: "A magazine",
      date: "2025-05-31", kind: "article", reference: "web", knownSince: "2025-05-31"),
  ]

  static let chatPath = PathRecord(
    id: "chat-advertising",
    title: LocalizedText(["en": "Chat advertising", "zh-Hant": "聊天廣告", "zh-Hans": "聊天广告"]),
    summary: "Advertisements in answers of a chat assistant.", version: 1, criteria: [],
    formulas: [], drivers: [], crowding: nil)

  static let medicalPath = PathRecord(
    id: "medical-ai",
    title: LocalizedText(["en": "Medical AI", "zh-Hant": "醫療 AI", "zh-Hans": "医疗 AI"]),
    summary: "Yearly licences to hospitals.", version: 2,
    criteria: [
      CriterionRecord(
        id: "registration",
        title: LocalizedText(["en": "Registration", "zh-Hant": "註冊", "zh-Hans": "注册"]), weight: 30,
        gate: true, inModel: false,
        levels: ["none", "filed", "class II", "class III, one indication", "class III, several"]),
      CriterionRecord(
        id: "hospitals", title: "Hospitals served", weight: 15, gate: false, inModel: true,
        levels: ["none", "pilots", "under 100 paying", "100 to 999", "1000 or more"]),
    ],
    formulas: [
      FormulaRecord(
        name: "revenue", title: "Revenue", unit: "CNY/year",
        formula: "served * price_per_hospital * price_index")
    ],
    drivers: [], crowding: points(131, 80, 210))

  static let ranking = RankingRecord(
    order: [
      RankedCompany(
        id: "synyi", tier: "A", sign: nil, meanUtility: points(52, 30, 71),
        rank: .estimate(number(1.4, 1, 1, 2, "rank")), rankShares: [0.66, 0.3, 0.04],
        centralWeights: ["headroom": 0.6, "cash_cover": 0.25], confidenceFactor: 0.71),
      RankedCompany(
        id: "yitu", tier: "A", sign: "~", meanUtility: points(47, 25, 70),
        rank: .estimate(number(1.8, 1, 2, 3, "rank")), rankShares: [0.3, 0.55, 0.15],
        centralWeights: ["headroom": 0.45, "cash_cover": 0.4], confidenceFactor: 0.5),
      RankedCompany(
        id: "cloudwalk", tier: "B", sign: ">>", meanUtility: points(29, 12, 49),
        rank: .estimate(number(2.8, 2, 3, 3, "rank")), rankShares: [0.04, 0.15, 0.81],
        centralWeights: nil, confidenceFactor: nil),
    ],
    prefers: [
      "cloudwalk": ["synyi": 0.04, "yitu": 0.18], "synyi": ["cloudwalk": 0.96, "yitu": 0.61],
      "yitu": ["cloudwalk": 0.82, "synyi": 0.39],
    ],
    weights: ["headroom": 0.52, "cash_cover": 0.27, "path_support": 0.15, "independence": 0.06],
    instabilityFromWeights: 0.61,
    unranked: ["moonshot": "no cash and no operating result are known"])
}
