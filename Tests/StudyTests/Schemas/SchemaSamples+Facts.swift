import Foundation
import TestSupport

extension SchemaSample {
  static let company = SchemaSample(
    kind: "company", file: "companies/acme.yaml",
    text: TinyModels.acme + """
        - {kind: rating, path: toys, criterion: trust, period: 2025-03, low: 1, high: 2, grade: B, origin: visit, source: ar-2024}
        - {kind: forecast, metric: revenue, period: FY2026, value: 120, low: 100, high: 1.5亿, unit: CNY, source: ar-2024, confidence: medium}
      events:
        - {date: 2025-Q1, kind: layoffs, text: Fewer people, source: ar-2024}

      """,
    right: [
      ("value: 100,", "value: 3.98亿,"), ("value: 100,", "low: 90, high: 110,"),
      ("period: FY2024,", "period: TTM-2024-09,"), ("period: FY2024,", "period: 2024,"),
      ("period: FY2024,", "period: FY2020/FY2024,"), ("confidence: high", "confidence: low"),
      ("financing: listed", "financing: state_linked\ncountry: CN\nkind: maker\nlisting: HK 1"),
      ("financing: listed", "financing: listed\nparent: somebody\nnote: of toys\nsource: ar-2024"),
      ("financing: listed", "financing: listed\nmarkets: {toys: china}"),
      (
        "financing: listed",
        "financing: listed\nnot_pursued: {toys: {because: so, source: ar-2024}}"
      ),
      (
        "financing: listed",
        "financing: listed\nnot_pursued: {toys: {because: {en: so, zh-Hant: 就是}, source: ar-2024}}"
      ),
      ("financing: listed", "financing: listed\nnote: {en: of toys, zh-Hans: 玩具}"),
      ("text: Fewer people", "text: {en: Fewer people, zh-Hant: 裁員}"),
      ("confidence: high", "confidence: high, published: 2025-03-31"),
      ("confidence: high", "published: 2025-03, confidence: high"),
      (
        "kind: forecast, ",
        "kind: commitment, paid_by: 2026-06, probability: 0.5, because: so, "
      ),
    ],
    wrong: [
      ("id: acme\n", ""), ("names: {en: Acme}", "names: {zh-Hant: 甲}"), ("region: china\n", ""),
      ("fiscal_year_end: 12-31", "fiscal_year_end: 13-31"),
      ("fiscal_year_end: 12-31", "fiscal_year_end: december"),
      ("financing: listed", "financing: rich"), ("financing: listed\n", ""),
      ("financing: listed", "financing: listed\nceo: somebody"),
      ("financing: listed", "financing: listed\nnot_pursued: {toys: {because: so}}"),
      ("value: 100,", "value: much,"), ("value: 100, ", ""), ("value: 100,", "low: 90,"),
      ("value: 100,", "value: .inf,"), ("value: 100,", "value: 1_000,"),
      ("period: FY2024,", "period: FY24,"), ("period: FY2024,", "period: 2024-13,"),
      ("period: FY2024, ", ""), (", source: ar-2024, confidence: high", ", confidence: high"),
      ("confidence: high", "confidence: sure"), ("confidence: high", "confidence: high, page: 3"),
      ("metric: revenue, period: FY2024", "path: toys, metric: revenue, period: FY2024"),
      ("grade: B", "grade: E"), ("grade: B, ", ""), ("origin: visit, ", ""),
      ("confidence: high", "confidence: high, published: spring"),
      ("kind: forecast, ", "kind: commitment, paid_by: 2026-06, probability: 0.5, "),
      ("kind: forecast", "kind: guess"), ("kind: layoffs, ", ""), ("date: 2025-Q1", "date: spring"),
      ("text: Fewer people", "text: [Fewer, people]"),
      ("text: Fewer people", "text: {zh-Hant: 裁員}"),
      ("text: Fewer people", "text: {en: Fewer people, zh_Hant: 裁員}"),
    ])

  static let marketFacts = SchemaSample(
    kind: "market-facts", file: "market-facts/china.yaml",
    text: """
      region: china
      title: {en: China}
      facts:
        - {path: toys, metric: shops_served, period: 2024, value: 1k, unit: shop, source: ar-2024, confidence: low, note: all}

      """,
    right: [("path: toys, ", ""), ("title: {en: China}\n", "")],
    wrong: [
      ("region: china\n", ""), ("facts:", "fact:"), ("metric: shops_served, ", ""),
      ("unit: shop, ", ""), ("path: toys", "path: Toys"), ("value: 1k", "value: k1"),
    ])

  static let companyFacts = SchemaSample(
    kind: "company-facts", file: "company-facts/acme.yaml",
    text: """
      company: acme
      facts:
        - {metric: shops_served, period: 2023, value: 1k, unit: shop, source: ar-2024, confidence: low, note: all}

      """,
    right: [(", note: all", "")],
    wrong: [
      ("company: acme\n", ""), ("company:", "compny:"), ("metric: shops_served, ", ""),
      ("unit: shop, ", ""), ("value: 1k", "value: k1"), ("period: 2023", "period: FY23"),
    ])

  static let metrics = SchemaSample(
    kind: "metrics", file: "metrics.yaml", text: TinyModels.metrics,
    right: [
      ("kind: flow", "kind: flow, plausible: [0, 1e13]"),
      ("kind: flow", "kind: flow, domain: non_negative"),
    ],
    wrong: [
      ("kind: flow", "kind: stream"), ("kind: flow, ", ""), ("unit: money, ", ""),
      ("title: {en: Revenue}", "title: {}"), ("  revenue:", "  Revenue:"),
      ("kind: flow", "kind: flow, plausible: [0]"),
      ("kind: flow", "kind: flow, domain: above_zero"), ("kind: flow", "kind: flow, range: [0, 1]"),
    ])

  static let sources = SchemaSample(
    kind: "sources", file: "sources.yaml", text: TinyModels.sources,
    right: [("date: 2025-03-31", "date: 2025-03"), ("kind: filing", "kind: press")],
    wrong: [
      ("kind: filing", "kind: rumour"), ("date: 2025-03-31", "date: spring"),
      ("title: Report, ", ""), ("publisher: Acme, ", ""), (", reference: none", ""),
      ("reference:", "url:"),
    ])

  static let scoring = SchemaSample(
    kind: "scoring", file: "scoring.yaml",
    text: (try? String(contentsOfFile: Repository.models + "/scoring.yaml", encoding: .utf8)) ?? "",
    right: [("value: 0.12", "value: 8%"), ("assume: 3 to 8", "assume: 5")],
    wrong: [
      ("discount_rate:", "discont_rate:"), ("value: 0.12", "value: 12"),
      ("value: 0.12", "value: low"), ("readiness: 0.25}", "redness: 0.25}"),
      ("{A: 8, B: 4, C: 2, D: 1}", "{A: 8, B: 4}"), ("assume: 3 to 8", "assume: some"),
      ("[headroom, cash_cover", "[headroom, headroom"),
      ("  because: A number for which more than 1% of the draws failed is withheld.\n", ""),
    ])

  static let scenario = SchemaSample(
    kind: "scenario", file: "scenarios/dear-toys.yaml",
    text: """
      id: dear-toys
      title: {en: Dear toys}
      because: Wood becomes dear.
      set:
        toys.sold: 5 to 9
        growth: 0
        price: {times: 2, because: wood is dear}
        acme.round: {to: 2bn USD in 2027, because: a backer}
        horizon: 2032

      """,
    right: [
      ("growth: 0", "growth: uniform(0, 1)"), ("times: 2", "plus: -5%"), ("times: 2", "to: 2 to 4"),
      ("horizon: 2032", "as_of: 2025-12-31"), ("horizon: 2032", "weights: headroom:2,cash_cover:1"),
    ],
    wrong: [
      ("times: 2", "by: 2"), ("times: 2, ", ""), ("times: 2", "times: 2, to: 3"),
      (", because: wood is dear", ""), ("times: 2", "times: 2 to"),
      ("id: dear-toys\n", ""), ("because: Wood becomes dear.\n", ""), ("set:", "sets:"),
      ("5 to 9", "9 to"), ("title: {en: Dear toys}\n", ""),
    ])

  static let thesis = SchemaSample(
    kind: "thesis", file: "theses/toys.yaml",
    text: """
      thesis: toys
      title: {en: Toys}
      since: 2025-01-31
      source: [ar-2024]
      claims:
        many:
          title: {en: Many toys are sold}
          says: {en: More than ten in a shop.}
          measures:
            sales: {sum: sales, of: study, path: toys, at: 2028, unit: CNY/year}
          holds: sales > 10 [CNY/year]
          hinges:
            toys.growth: {neutral: 0 to 1, because: nobody knows}
        best:
          title: {en: Toys are best}
          says: {en: They bring more than games.}
          needs: {en: a model of games}

      """,
    right: [
      ("source: [ar-2024]\n", ""), ("of: study", "of: acme"), ("of: study", "of: [acme]"),
      ("at: 2028, ", ""), ("unit: CNY/year", "unit: CNY/year, set: {toys.growth: 0}"),
      ("holds:", "needs_paths: toys\n    holds:"),
    ],
    wrong: [
      ("thesis: toys\n", ""), ("    title: {en: Many toys are sold}\n", ""), ("sum:", "total:"),
      ("sum: sales,", "sum: sales, mean: sales,"), ("of: study, ", ""),
      ("    holds: sales > 10 [CNY/year]\n", ""), ("because: nobody knows", "why: so"),
      ("0 to 1", "0 to"), ("2025-01-31", "January"), ("many:", "Many:"),
    ])

  static let exchangeRates = SchemaSample(
    kind: "exchange-rates", file: "markets/exchange-rates.yaml",
    text: """
      rates:
        - {from: CNY, to: USD, period: FY2024, value: 1, low: 0.9, high: 1.1, source: ar-2024, confidence: high, note: so}

      """,
    right: [
      (", low: 0.9, high: 1.1", ""), ("FY2024", "2024-12-31"),
      ("confidence: high", "published: 2025-01-10, confidence: high"),
    ],
    wrong: [
      ("from: CNY, ", ""), ("value: 1,", "value: one,"), ("value: 1, ", ""), (", low: 0.9", ""),
      ("confidence: high", "confidence: very"),
      ("confidence: high", "confidence: high, published: then"), ("period: FY2024", "when: FY2024"),
    ])

  static let events = SchemaSample(
    kind: "events", file: "events.yaml",
    text: """
      events:
        - {company: industry, date: 2025-05, kind: thesis, text: Toys sell, source: ar-2024}

      """,
    right: [("2025-05", "2025")],
    wrong: [
      ("company: industry, ", ""), ("2025-05", "May"), ("text: Toys sell, ", ""),
      ("kind:", "sort:"), ("company: industry", "company: The Industry"),
    ])

  static let referenceClass = SchemaSample(
    kind: "reference-class", file: "reference-classes/cars.yaml",
    text: """
      id: cars
      title: {en: Cars}
      members:
        - {id: byton, names: {en: Byton}, founded: 2017, first_delivery: 2019-12, status: failed, failure_year: 2021, backer: b, background: c, source: ar-2024, confidence: low, note: d}
        - {id: nio, names: {en: NIO}, founded: 2014-11, status: surviving, source: ar-2024, confidence: low}

      """,
    right: [("founded: 2017", "founded: 2017-08-01")],
    wrong: [
      ("id: cars\n", ""), ("status: failed", "status: gone"), (", failure_year: 2021", ""),
      ("status: surviving", "status: surviving, failure_year: 2020"), ("founded: 2014-11, ", ""),
      ("id: nio", "id: NIO"), ("names: {en: NIO}", "name: NIO"),
    ])

  static let texts = SchemaSample(
    kind: "texts", file: "texts/zh-Hant.yaml",
    text: """
      language: zh-Hant
      texts:
        page 5: 第 5 頁

      """,
    right: [
      ("language: zh-Hant", "language: en"), ("texts:\n  page 5: 第 5 頁", ""),
      ("page 5: 第 5 頁", "\"a: b\": >-\n    兩行\n    文字"),
    ],
    wrong: [
      ("language: zh-Hant\n", ""), ("texts:", "text:"), ("第 5 頁", "[第 5 頁]"),
      ("第 5 頁", "{en: page 5}"),
    ])

  static let all = [
    path, market, companyModel, units, study, company, companyFacts, marketFacts, metrics, sources,
    scoring, scenario, thesis, exchangeRates, events, referenceClass,
    texts,
  ]
}
