import RunRecord

/// A run made up for tests: its companies and numbers are invented and show every case that a
/// report must cope with.
enum SampleRun {
  static let record = RunRecord(
    run: run, paths: [chatAdvertising, educationDevices, medicalAI],
    companies: [
      bigGroup, cloudPipe, deepWhale, hospitalMind, penTutor,
    ],
    ranking: ranking, sources: sources, markets: markets,
    warnings: [
      "2 sources disagree about the revenue of Cloud|Pipe in FY2024: 398M CNY (filing) was kept.",
      "Chat advertising: brands of two companies add up to more than 1 in 12 % of draws.",
    ])

  static let run = RunInfo(
    id: "3f9c2a7d41e80b56",
    title: LocalizedText([
      "en": "Which AI companies get through?", "zh-Hant": "哪些人工智慧公司撐得過去？",
      "zh-Hans": "哪些人工智能公司撑得过去？",
    ]),
    question: LocalizedText([
      "en":
        "Which companies reach profit before the money runs out, and by which revenue path? (made-up companies)",
      "zh-Hant": "哪些公司能在資金耗盡前盈利，靠哪條收入路徑？（虛構公司）",
      "zh-Hans": "哪些公司能在资金耗尽前盈利，靠哪条收入路径？（虚构公司）",
    ]),
    seed: 20_260_630, draws: 16384, sampler: "sobol", scenario: nil,
    overrides: ["hospital_price": "0.2M to 0.4M"], asOf: "2026-06-30", startYear: 2026,
    horizon: 2030, currency: "CNY", discountRate: 0.12, version: "0.1.0",
    models: ["chat-advertising", "education-devices", "medical-ai"].map {
      ModelReference(
        path: $0, version: 1, file: "paths/\($0).yaml",
        sha256: "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de")
    },
    factsSha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    settingsSha256: "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9")

  static func estimate(
    _ value: Double, _ p5: Double, _ p95: Double, _ unit: String = "point", median: Double? = nil
  ) -> Estimate {
    Estimate(
      value: value, unit: unit, p5: p5, p50: median ?? value, p95: p95, standardError: 0.2)
  }

  static func quantity(
    _ value: Double, _ p5: Double, _ p95: Double, _ unit: String = "point", median: Double? = nil
  ) -> Quantity {
    .estimate(estimate(value, p5, p95, unit, median: median))
  }

  static func probability(_ value: Double) -> Quantity { quantity(value, value, value, "1") }

  static let ranking = RankingRecord(
    order: [
      RankedCompany(
        id: "big-group", tier: "A", sign: nil, meanUtility: quantity(74, 55, 88),
        rank: quantity(1.3, 1, 2, "rank"), rankShares: [0.78, 0.18, 0.04, 0],
        centralWeights: [
          "headroom": 0.50, "cash_cover": 0.29, "path_support": 0.147, "independence": 0.063,
        ],
        confidenceFactor: 0.81),
      RankedCompany(
        id: "pen-tutor", tier: "A", sign: "~", meanUtility: quantity(61, 40, 80),
        rank: quantity(1.9, 1, 3, "rank"), rankShares: [0.21, 0.6, 0.19, 0],
        centralWeights: [
          "headroom": 0.66, "cash_cover": 0.18, "path_support": 0.11, "independence": 0.05,
        ],
        confidenceFactor: 0.4),
      RankedCompany(
        id: "hospital-mind", tier: "B", sign: ">", meanUtility: quantity(42, 22, 64),
        rank: quantity(3.1, 2, 4, "rank"), rankShares: [0.01, 0.15, 0.54, 0.3],
        centralWeights: nil, confidenceFactor: nil),
      RankedCompany(
        id: "cloud-pipe", tier: "C", sign: ">>", meanUtility: quantity(24, 9, 41),
        rank: quantity(3.7, 3, 4, "rank"), rankShares: [0, 0.07, 0.23, 0.7], centralWeights: nil,
        confidenceFactor: nil),
    ],
    prefers: [
      "big-group": ["pen-tutor": 0.69, "hospital-mind": 0.93, "cloud-pipe": 0.999],
      "pen-tutor": ["big-group": 0.31, "hospital-mind": 0.82, "cloud-pipe": 0.95],
      "hospital-mind": ["big-group": 0.07, "pen-tutor": 0.18, "cloud-pipe": 0.91],
      "cloud-pipe": ["big-group": 0.001, "pen-tutor": 0.05, "hospital-mind": 0.09],
    ],
    weights: [
      "headroom": 0.521, "cash_cover": 0.271, "path_support": 0.146, "independence": 0.063,
    ],
    instabilityFromWeights: 0.61, unranked: ["deep-whale": "no cash figure"])

  static let sources: [SourceRecord] = [
    SourceRecord(
      id: "pipe-ar-2024", title: "Cloud|Pipe <Annual> report & \"results\" *2024* [final]",
      publisher: "Cloud|Pipe (SSE STAR 000000)", date: "2025-04", kind: "filing",
      reference: "https://example.com/report?id=11&stock=68_83*27", knownSince: "2025-04-30"),
    SourceRecord(
      id: "sector-article", title: "誰能撐過洗牌？<script>alert(1)</script>", publisher: "某科技媒體",
      date: "2025-05", kind: "article",
      reference: "inferred; see [here](javascript:alert(1)) or https://example.org/a_b_(c).",
      knownSince: "2025-05-31"),
    SourceRecord(
      id: "mem-devices", title: "Shipments of learning devices, from memory", publisher: "none",
      date: nil, kind: "memory", reference: "not looked up", knownSince: nil),
    SourceRecord(
      id: "hospital-register", title: "Register of medical devices, class III",
      publisher: "Regulator", date: "2025-11-02", kind: "filing",
      reference: "https://example.gov/register/1234", knownSince: "2025-11-02"),
    SourceRecord(
      id: "bulletin-2023", title: "Health bulletin 2023", publisher: "Health commission",
      date: "2024-08-29", kind: "filing", reference: "https://example.gov/bulletin",
      knownSince: "2024-08-29"),
  ]

  static let markets: [MarketInputRecord] = [
    MarketInputRecord(region: "china", input: hospitals),
    MarketInputRecord(region: "china", input: inferencePrice),
  ]
}
