import RunRecord

extension SampleRun {
  /// CloudWalk on medical AI, with the whole tree behind it.
  static let medical: AssessmentRecord = {
    var result = assessment(
      "medical-ai", score: (31, 14, 52), viability: 0.12, readiness: 33, carry: 4)
    result.years = [
      "revenue": [
        "2026": number(1.4e7, 6e6, 1.2e7, 3e7, "CNY/year"),
        "2030": number(8.1e7, 2e7, 6e7, 2.1e8, "CNY/year"),
      ],
      "contribution": [
        "2026": number(3e6, -4e6, 2e6, 1.1e7, "CNY/year"),
        "2030": number(2.2e7, -1e7, 1.5e7, 9e7, "CNY/year"),
      ],
    ]
    result.drivers = [
      DriverRecord(
        name: "price_per_hospital", title: "Price per hospital", kind: "assumption", share: 0.41,
        low: 20, high: 45),
      DriverRecord(
        name: "hospitals_served", title: "Hospitals served", kind: "estimate", share: 0.22,
        low: 24, high: 40),
    ]
    result.criteria = criteria
    result.inputs = inputs
    result.trace = trace
    result.warnings = ["2030: 12 draws of revenue had no number."]
    return result
  }()

  private static let criteria = [
    CriterionResult(
      id: "registration", level: .estimate(number(2.7, 1.7, 2.7, 3.5, "level")), weight: 0.35,
      priorOnly: false,
      ratings: [
        RatingRecord(
          low: 3, high: 3, grade: "A", origin: "register", date: "2025-11",
          source: "nmpa-register", note: "one indication", weight: 7.2, knownSince: "2025-11-30"),
        RatingRecord(
          low: 2, high: 3, grade: "C", origin: "register", date: "2025-05",
          source: "seed-article", note: nil, weight: 0, knownSince: "2025-05-31"),
      ]),
    CriterionResult(
      id: "hospitals", level: .estimate(number(1.5, 0.06, 1.4, 3.5, "level")), weight: 0,
      priorOnly: true, ratings: []),
  ]

  private static let inputs = [
    InputRecord(
      name: "hospitals_served", title: "Hospitals served", unit: "hospital", kind: "estimate",
      scope: "company", distribution: "30 to 60 hospital", byYear: nil,
      values: ["all": number(43, 30, 42, 60, "hospital")], because: nil,
      sources: ["seed-article"], facts: [hospitals], place: "paths/medical-ai.yaml:22"),
    InputRecord(
      name: "price_per_hospital",
      title: LocalizedText(["en": "Price per hospital", "zh-Hans": "每家医院的价格"]),
      unit: "CNY/hospital/year", kind: "assumption", scope: "assumption",
      distribution: "0.1M to 0.6M", byYear: nil,
      values: ["all": number(2.8e5, 1e5, 2.4e5, 6e5, "CNY/hospital/year")],
      because: "three listed rivals report 0.16M to 0.39M a hospital; tenders are lumpy",
      sources: ["seed-article"], facts: [], place: "paths/medical-ai.yaml:31"),
    InputRecord(
      name: "token_price", title: "Price of tokens", unit: "CNY/million_token", kind: "assumption",
      scope: "market", distribution: "", byYear: ["2025": "0.7 to 6", "2030": "0.08 to 1.5"],
      values: [
        "2026": number(1.9, 0.5, 1.6, 4.6, "CNY/million_token"),
        "2030": number(0.5, 0.08, 0.35, 1.5, "CNY/million_token"),
      ],
      because: "list prices of early 2025, falling 15 to 60 % a year", sources: [], facts: [],
      place: "markets/china.yaml:40"),
  ]

  private static let trace = [
    TraceNode(
      name: "contribution", title: "Contribution", kind: "result", unit: "CNY/year",
      formula: "revenue - inference",
      values: [
        "2026": number(3e6, -4e6, 2e6, 1.1e7, "CNY/year"),
        "2030": number(2.2e7, -1e7, 1.5e7, 9e7, "CNY/year"),
      ], flagged: [:], children: ["revenue", "inference"], place: "paths/medical-ai.yaml:70"),
    TraceNode(
      name: "revenue", title: "Revenue", kind: "formula", unit: "CNY/year",
      formula: "hospitals_served * price_per_hospital",
      values: [
        "2026": number(1.4e7, 6e6, 1.2e7, 3e7, "CNY/year"),
        "2030": number(8.1e7, 2e7, 6e7, 2.1e8, "CNY/year"),
      ], flagged: ["2030": 12], children: ["price_per_hospital", "hospitals_served"],
      place: "paths/medical-ai.yaml:58"),
    TraceNode(
      name: "inference", title: nil, kind: "formula", unit: "CNY/year",
      formula: "hospitals_served * 1e6 [token/hospital/year] * token_price",
      values: ["2026": number(1e6, 2e5, 8e5, 3e6, "CNY/year")], flagged: [:],
      children: ["token_price", "hospitals_served"], place: "paths/medical-ai.yaml:61"),
    TraceNode(
      name: "price_per_hospital", title: "Price per hospital", kind: "assumption",
      unit: "CNY/hospital/year", formula: nil,
      values: ["all": number(2.8e5, 1e5, 2.4e5, 6e5, "CNY/hospital/year")], flagged: [:],
      children: [], place: "paths/medical-ai.yaml:31"),
    TraceNode(
      name: "hospitals_served", title: "Hospitals served", kind: "estimate", unit: "hospital",
      formula: nil, values: ["all": number(43, 30, 42, 60, "hospital")], flagged: [:],
      children: [], place: "paths/medical-ai.yaml:22"),
    TraceNode(
      name: "token_price", title: "Price of tokens", kind: "market", unit: "CNY/million_token",
      formula: nil,
      values: [
        "2026": number(1.9, 0.5, 1.6, 4.6, "CNY/million_token"),
        "2030": number(0.5, 0.08, 0.35, 1.5, "CNY/million_token"),
      ], flagged: [:], children: [], place: "markets/china.yaml:40"),
    TraceNode(
      name: "investment", title: "Investment", kind: "result", unit: "CNY/year",
      formula: "4e7 [CNY/year]", values: ["2026": number(4e7, 4e7, 4e7, 4e7, "CNY/year")],
      flagged: [:], children: [], place: "paths/medical-ai.yaml:72"),
  ]
}
