import RunRecord

extension SampleRun {
  static func fact(
    _ metric: String, _ period: String, _ value: Double?, _ unit: String, _ source: String,
    title: LocalizedText? = nil, low: Double? = nil, high: Double? = nil, isEstimate: Bool = false,
    note: String? = nil
  ) -> FactRecord {
    FactRecord(
      metric: metric, title: title, period: period, value: value, low: low, high: high, unit: unit,
      source: source, confidence: isEstimate ? "low" : "high", note: note, isEstimate: isEstimate,
      knownSince: "2025-04-30", verdict: "chosen", because: nil)
  }

  static let hospitals = InputRecord(
    name: "hospitals",
    title: LocalizedText(["en": "Hospitals", "zh-Hant": "醫院數", "zh-Hans": "医院数"]),
    unit: "hospital", kind: "fact", scope: "market", distribution: "38355",
    byYear: ["2023": "38355", "2030": "39k to 42k"],
    values: [
      "2026": estimate(38_900, 38_500, 39_300, "hospital"),
      "2030": estimate(40_400, 39_000, 42_000, "hospital"),
    ],
    because: "the number grows slowly; closures in small towns", sources: ["bulletin-2023"],
    facts: [
      fact("hospitals", "FY2023", 38_355, "hospital", "bulletin-2023", note: "table 1 | row 2")
    ],
    place: "markets/china.yaml:12")

  static let inferencePrice = InputRecord(
    name: "inference_price",
    title: LocalizedText([
      "en": "Price of inference", "zh-Hant": "推理價格", "zh-Hans": "推理价格",
    ]),
    unit: "CNY/million_token", kind: "assumption", scope: "market",
    distribution: "0.5 to 2 CNY/million_token", byYear: nil,
    values: ["all": estimate(1.1, 0.5, 2, "CNY/million_token")],
    because: "list prices fall by half a year; discounts unknown", sources: [], facts: [],
    place: "markets/china.yaml:31")

  static let hospitalPrice = InputRecord(
    name: "hospital_price",
    title: LocalizedText([
      "en": "Licence price per hospital and year", "zh-Hant": "每家醫院每年授權費",
      "zh-Hans": "每家医院每年授权费",
    ]),
    unit: "CNY/hospital/year", kind: "override", scope: "assumption",
    distribution: "0.2M to 0.4M CNY/hospital/year", byYear: nil,
    values: ["all": estimate(290_000, 200_000, 400_000, "CNY/hospital/year")],
    because: "tender results; a few at 0.5M", sources: ["sector-article"], facts: [],
    place: "paths/medical-ai.yaml:31")

  static func hospitalsServed(_ value: Double, estimated: Bool) -> InputRecord {
    InputRecord(
      name: "hospitals_served",
      title: LocalizedText(["en": "Hospitals served", "zh-Hant": "服務醫院", "zh-Hans": "服务医院"]),
      unit: "hospital", kind: estimated ? "estimate" : "fact", scope: "company",
      distribution: "\(Int(value))", byYear: nil,
      values: ["all": estimate(value, value, value, "hospital")], because: nil,
      sources: [estimated ? "mem-devices" : "pipe-ar-2024"],
      facts: [
        fact(
          "hospitals_served", "FY2024", value, "hospital",
          estimated ? "mem-devices" : "pipe-ar-2024", isEstimate: estimated)
      ], place: "companies/x.yaml:9")
  }

  static let cash = InputRecord(
    name: "cash", title: LocalizedText(["en": "Cash", "zh-Hant": "現金", "zh-Hans": "现金"]),
    unit: "CNY", kind: "fact", scope: "company", distribution: "1.12bn CNY", byYear: nil,
    values: ["all": estimate(1.12e9, 0.95e9, 1.25e9, "CNY")], because: nil,
    sources: ["pipe-ar-2024"],
    facts: [
      fact(
        "cash_and_short_term_investments", "FY2024", nil, "CNY", "pipe-ar-2024", low: 0.95e9,
        high: 1.25e9, note: "derived: net cash + debt")
    ], place: "companies/cloud-pipe.yaml:40")

  static let legacyGrowth = InputRecord(
    name: "legacy_growth",
    title: LocalizedText([
      "en": "Growth of the existing business", "zh-Hant": "既有業務成長", "zh-Hans": "既有业务增长",
    ]),
    unit: "1/year", kind: "assumption", scope: "assumption", distribution: "-10% to 20%",
    byYear: nil, values: ["all": estimate(0.05, -0.1, 0.2, "1/year")],
    because: "wide: nothing better is known", sources: [], facts: [], place: "company.yaml:8")

  static let drivers: [DriverRecord] = [
    DriverRecord(
      name: "hospital_price",
      title: LocalizedText([
        "en": "Licence price per hospital and year", "zh-Hant": "每家醫院每年授權費",
        "zh-Hans": "每家医院每年授权费",
      ]), kind: "assumption", share: 0.41, low: 24, high: 61),
    DriverRecord(
      name: "hospitals_served",
      title: LocalizedText(["en": "Hospitals served", "zh-Hant": "服務醫院", "zh-Hans": "服务医院"]),
      kind: "estimate", share: 0.22, low: 31, high: 54),
    DriverRecord(
      name: "renewal_rate", title: nil, kind: "fact", share: 0.08, low: 38, high: 47),
    DriverRecord(
      name: "inference_price",
      title: LocalizedText([
        "en": "Price of inference", "zh-Hant": "推理價格", "zh-Hans": "推理价格",
      ]), kind: "market", share: 0.004, low: 44, high: 41),
  ]

  static let pathDrivers = drivers.map {
    DriverRecord(
      name: $0.name, title: $0.title, kind: $0.kind, share: $0.share, low: nil, high: nil)
  }

  static let oddsDrivers = drivers.map {
    DriverRecord(
      name: $0.name, title: $0.title, kind: $0.kind, share: $0.share,
      low: $0.low.map { $0 / 200 }, high: $0.high.map { $0 / 200 })
  }
}
