import RunRecord

extension SampleRun {
  static let medicalAI = PathRecord(
    id: "medical-ai",
    title: LocalizedText(["en": "Medical AI", "zh-Hant": "醫療人工智慧", "zh-Hans": "医疗人工智能"]),
    summary: LocalizedText([
      "en": "Yearly licences that hospitals pay for diagnostic and record software.",
      "zh-Hant": "醫院為診斷與病歷軟體支付的年度授權。", "zh-Hans": "医院为诊断与病历软件支付的年度授权。",
    ]),
    version: 1,
    criteria: [
      CriterionRecord(
        id: "registration",
        title: LocalizedText([
          "en": "Registration", "zh-Hant": "註冊", "zh-Hans": "注册",
        ]), weight: 30, gate: true, inModel: false,
        levels: ["none", "filed", "class II", "class III, one indication", "class III, several"]),
      CriterionRecord(
        id: "hospitals",
        title: LocalizedText(["en": "Hospitals served", "zh-Hant": "服務醫院", "zh-Hans": "服务医院"]),
        weight: 15, gate: false, inModel: true,
        levels: ["none", "pilots", "<100 paying", "100-999", ">=1000 or renewals > 90 %"]),
      CriterionRecord(
        id: "data",
        title: LocalizedText(["en": "Medical data", "zh-Hant": "醫療數據", "zh-Hans": "医疗数据"]),
        weight: 25, gate: false, inModel: false,
        levels: [
          "public only", "one hospital's data", "licensed, rights unclear",
          "multi-hospital licences", "exclusive or regional, audited",
        ]),
    ],
    formulas: [
      FormulaRecord(
        name: "hospitals_won", title: "Hospitals won", unit: "hospital",
        formula: "hospitals_served; then previous + hospitals * win_rate * step"),
      FormulaRecord(
        name: "licence_revenue",
        title: LocalizedText(["en": "Licence revenue", "zh-Hant": "授權收入", "zh-Hans": "授权收入"]),
        unit: "CNY/year", formula: "hospitals_won * hospital_price"),
      FormulaRecord(
        name: "contribution", title: nil, unit: "CNY/year",
        formula: "if(licence_revenue > 0 [CNY/year], licence_revenue * 0.6, 0 [CNY/year])"),
    ],
    drivers: pathDrivers, crowding: quantity(142, 88, 230, "percent", median: 137))

  static let educationDevices = PathRecord(
    id: "education-devices",
    title: LocalizedText([
      "en": "Education tutors on learning devices", "zh-Hant": "學習機搭載的教育輔導",
      "zh-Hans": "学习机搭载的教育辅导",
    ]),
    summary: "A tutor bundled with a device: hardware margin, then subscriptions.", version: 1,
    criteria: [], formulas: [], drivers: [], crowding: quantity(64, 41, 92, "percent"))

  static let chatAdvertising = PathRecord(
    id: "chat-advertising",
    title: LocalizedText(["en": "Chat advertising", "zh-Hant": "聊天廣告", "zh-Hans": "聊天广告"]),
    summary: "Ads beside answers of a free assistant.", version: 1, criteria: [], formulas: [],
    drivers: pathDrivers, crowding: nil)

  static func criteria(prior: Bool) -> [CriterionResult] {
    [
      CriterionResult(
        id: "registration", level: quantity(prior ? 1.5 : 2.7, prior ? 0.1 : 1.7, 3.5, "level"),
        weight: 0.55, priorOnly: prior,
        ratings: prior
          ? []
          : [
            RatingRecord(
              low: 3, high: 3, grade: "A", origin: "register", date: "2025-11-02",
              source: "hospital-register", note: "class III, *lung* nodules", weight: 7.1,
              knownSince: "2025-11-02"),
            RatingRecord(
              low: 2, high: 3, grade: "C", origin: "register", date: "2025-05",
              source: "sector-article", note: nil, weight: 0, knownSince: "2025-05-31"),
          ]),
      CriterionResult(
        id: "hospitals", level: .unknown("in the cash model"), weight: 0, priorOnly: true,
        ratings: []),
      CriterionResult(
        id: "data", level: quantity(1.5, 0.06, 3.53, "level"), weight: 0.45, priorOnly: true,
        ratings: []),
    ]
  }

  static func assessed(
    _ path: String, exposure: Quantity, recovery: Quantity, readiness: Quantity, score: Quantity,
    viability: Double, carry: Quantity, knockOut: Double?, payback: Quantity,
    evidence: EvidenceRecord, drain: Quantity = quantity(0, 0, 0)
  ) -> AssessmentRecord {
    var cell = AssessmentRecord(
      path: path, status: .assessed, because: nil, sources: [], missing: [])
    cell.exposure = exposure
    cell.drain = drain
    cell.exposureToday = .unknown("no revenue by path reported")
    cell.recovery = recovery
    cell.viability = probability(viability)
    cell.viabilityBeyond = probability(min(0.999, viability + 0.21))
    cell.readiness = readiness
    cell.score = score
    cell.carry = carry
    cell.payback = payback
    cell.knockOut = knockOut.map(probability) ?? .unknown("no outcome")
    cell.evidence = evidence
    cell.drivers = drivers
    cell.years = [
      "revenue": series([20e6, 45e6, 90e6, 160e6, 240e6]),
      "contribution": series([-12e6, 4e6, 31e6, 70e6, 118e6]),
      "investment": series([60e6, 50e6, 40e6, 35e6, 30e6]),
      "hospitals_won": series([120, 210, 380, 610, 900], unit: "hospital"),
    ]
    cell.inputs = [
      hospitalPrice, hospitalsServed(120, estimated: path != "medical-ai"), hospitals,
      inferencePrice,
    ]
    cell.trace = [
      TraceNode(
        name: "licence_revenue", title: "Licence revenue", kind: "formula", unit: "CNY/year",
        formula: "hospitals_won * hospital_price",
        values: series([20e6, 45e6, 90e6, 160e6, 240e6]),
        flagged: ["2029": 3], children: ["hospitals_won", "hospital_price"],
        place: "paths/medical-ai.yaml:58")
    ]
    return cell
  }

  static func series(_ values: [Double], unit: String = "CNY/year") -> [String: Estimate] {
    var result: [String: Estimate] = [:]
    for (index, value) in values.enumerated() {
      let spread = abs(value) * (0.3 + 0.1 * Double(index))
      result[String(2026 + index)] = estimate(value, value - spread, value + spread, unit)
    }
    return result
  }
}
