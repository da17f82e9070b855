import TestSupport

/// A file of each kind that is right, and changes of it that keep it right or make it wrong.
struct SchemaSample: Sendable {
  /// The kind of file, as the schema's file is called.
  var kind: String
  /// The file's name within a models folder.
  var file: String
  /// A right file.
  var text: String
  /// What is replaced by what, and the file is right still.
  var right: [(String, String)]
  /// What is replaced by what, and the file is wrong then.
  var wrong: [(String, String)]
}

extension SchemaSample {
  static let path = SchemaSample(
    kind: "path", file: "paths/toys.yaml",
    text: TinyModels.toys + """
      metrics: [served]
      readiness:
        - id: trust
          weight: 100
          title: {en: Trust}
          levels: {0: a, 1: b, 2: c, 3: {en: d, zh-Hant: 甲}, 4: e}
      correlate: {sold ~ growth: 0.4}

      """,
    right: [
      ("title: {en: Toys}", "title: Toys"),
      ("title: {en: Toys}", "title: Toys\nsummary: {en: Toys, zh-Hans: 玩具}"),
      ("currency: CNY", "currency: CNY\nstart: 2025\nhorizon: 2028"),
      ("currency: CNY", "currency: CNY\nreported_as: revenue"),
      ("currency: CNY", "currency: CNY\nreported_as: [revenue]"),
      ("currency: CNY", "currency: CNY\nshare_of: {market: price, claim: sales}"),
      ("currency: CNY", "currency: CNY\nchecks: [{sum: growth, by: region, expect: 2 to 4}]"),
      ("assume: 10 to 20", "assume: 10 to 20, chance: true"),
      (
        "inputs:\n",
        "inputs:\n  wins: {unit: \"1\", contest: shops, places: seats, rest: others}\n"
          + "  seats: {unit: \"1\", assume: 3}\n  others: {unit: shop, assume: 2}\n"
      ),
      (
        "inputs:\n",
        "share_of: {market: price, claim: sales}\n"
          + "inputs:\n  room: {unit: \"1\", room_for: sales, because: toys}\n"
      ),
      ("company: shops_served, otherwise: none", "company: [shops_served]"),
      ("inputs:\n", "inputs:\n  shops_served: {unit: shop, company: }\n"),
      ("otherwise: none", "otherwise: 5 to 9, because: toys"),
      ("otherwise: none", "otherwise: {2025: 5 to 9, 2030: 6}, because: toys"),
      ("inputs:\n", "inputs:\n  toy_price: {unit: CNY/toy, market: }\n"),
      ("assume: 10 to 20", "assume: 1.2万"),
      ("inputs:\n", "inputs:\n  luck: {unit: \"1\", assume: -15% to 3%, because: toys}\n"),
      ("assume: 10 to 20", "assume: 10"), ("assume: 10 to 20", "assume: 1e3 to 2e3"),
      ("assume: 10 to 20", "assume: \"pert(1, 2, 4)\""),
      ("assume: 10 to 20", "assume: \"discrete({0: 3, 1: 1})\""),
      ("assume: 10 to 20", "assume: \"truncate(0.3 to 0.8, 0, 1)\""),
      ("assume: 10 to 20", "by_year: {2025: 10 to 20, 2030: 5}"),
      ("inputs:\n", "inputs:\n  luck: {unit: \"1\", each_year: \"student_t(3)\", because: toys}\n"),
      ("inputs:\n", "inputs:\n  luck: {unit: \"1\", each_year: 1, shared: false}\n"),
      ("assume: 10 to 20", "assume: 10 to 20, shared: true"),
      ("source: ar-2024", "source: [ar-2024]"),
      (
        "because: shops say so, source: ar-2024",
        "because: so, revisions: [{since: 2025-04-01, assume: 3 to 4, because: so}]"
      ),
      ("weight: 100", "weight: 100\n    gate: true\n    in_model: false\n    half_life: 3"),
      ("weight: 100", "weight: 100\n    fact: shops_served"),
      ("weight: 100", "weight: 100\n    formula: served"),
    ],
    wrong: [
      ("assume: 10 to 20", "each_year: {2025: 10 to 20, 2030: 5}"),
      ("assume: 10 to 20", "each_year: 10 to 20, by_year: {2025: 1}"),
      ("assume: 10 to 20", "assume: 10 to 20, shared: maybe"),
      ("assume: 10 to 20", "nowcast: growth"),
      ("path: toys\n", ""), ("path: toys", "path: Toys"), ("path: toys", "path: toy--shop"),
      ("version: 1\n", ""), ("version: 1", "version: one"), ("version: 1", "version: 0"),
      ("title: {en: Toys}", "title: {zh-Hans: 玩具}"), ("title: {en: Toys}", "title: {fr: Jouets}"),
      ("title: {en: Toys}", "titel: {en: Toys}"), ("currency: CNY\n", ""),
      ("currency: CNY", "currency: CNY\nstart: 2025"),
      ("{unit: 1/year, assume", "{assume"), ("assume: 10 to 20, ", ""),
      ("assume: 10 to 20", "assume: 10 to 20, market: x"),
      ("assume: 10 to 20", "assume: 10 to 20, by_year: {2025: 1}"),
      ("assume: 10 to 20", "assume: 10 to"), ("assume: 10 to 20", "assume: 10 - 20"),
      ("assume: 10 to 20", "assume: gaussian(1)"), ("assume: 10 to 20", "by_year: {}"),
      ("assume: 10 to 20", "by_year: {soon: 1}"), ("assume: 10 to 20", "assume: [1, 2]"),
      ("assume: 10 to 20", "assume: 10 to 20, otherwise: 3"),
      ("source: ar-2024", "sources: ar-2024"), ("source: ar-2024", "source: {a: ar-2024}"),
      ("source: ar-2024", "revisions: [{assume: 1}]"),
      ("source: ar-2024", "revisions: [{since: 2025-01-01}]"),
      ("source: ar-2024", "revisions: [{since: lately, assume: 1}]"),
      ("price: {unit: CNY/toy, market: toy_price}", "price: 3"),
      ("market: toy_price", "market: toy_price, revisions: [{since: 2025-01-01, assume: 1}]"),
      ("  growth: {", "  Growth: {"), ("  served: {", "  servéd: {"),
      (", next: previous * (1 + growth * step)", ""),
      ("formula: served", "start: 1, formula: served"), ("formula: served", "formla: served"),
      ("revenue: sales, ", ""), ("{revenue: sales", "{profit: sales, revenue: sales"),
      ("metrics: [served]", "metrics: served"), ("metrics: [served]", "metrics: [{a: b}]"),
      ("id: trust", "id: Trust"), ("weight: 100", "weight: -1"), ("weight: 100", "weight: much"),
      ("    weight: 100\n", ""), ("weight: 100", "weight: 100\n    half_life: 0"),
      ("weight: 100", "weight: 100\n    gate: maybe"),
      ("weight: 100", "weight: 100\n    fact: shops_served\n    formula: served"),
      (", 4: e}", "}"), (", 4: e}", ", 4: e, 5: f}"),
      ("{sold ~ growth: 0.4}", "{sold, growth: 0.4}"), ("growth: 0.4}", "growth: 1}"),
      ("growth: 0.4}", "growth: strong}"),
      ("currency: CNY", "currency: CNY\nshare_of: {market: price}"),
      ("currency: CNY", "currency: CNY\nchecks: [{sum: growth, by: region}]"),
      ("currency: CNY", "currency: CNY\nchecks: [{sum: growth, by: country, expect: 2 to 4}]"),
      ("currency: CNY", "currency: CNY\nchecks: [{sum: growth, by: region, expect: 3}]"),
      ("assume: 10 to 20", "assume: 10 to 20, chance: maybe"),
    ])

  static let market = SchemaSample(
    kind: "market", file: "markets/china.yaml", text: TinyModels.china,
    right: [
      ("title: {en: China}\n", ""),
      (
        "toy_price:",
        "toy_mix: {unit: \"1\", by_year: {2025: 0.3, 2030: 0.1 to 0.4}, because: guess}\n  toy_price:"
      ),
      ("assume: 8 to 12, because: shops say so, ", "fact: toy_price, "),
    ],
    wrong: [
      ("region: china\n", ""), ("unit: CNY/toy, ", ""),
      ("assume: 8 to 12, because: shops say so, source: [ar-2024]", "title: Price"),
      ("assume: 8 to 12", "assume: 8 to 12, by_year: {2025: 1}"),
      ("assume: 8 to 12", "same_as: world"), ("toy_price:", "toy-price:"),
      ("because:", "becuase:"),
    ])

  static let companyModel = SchemaSample(
    kind: "company-model", file: "company.yaml",
    text: """
      version: 2
      inputs:
        level: {unit: "1", nowcast: level}
        paths: {unit: USD/year, sum_over_paths: contribution - investment}
        margin: {unit: "1", company: [revenue], otherwise: 0.2 to 0.4, because: a toy}
        weight: {unit: "1", assume: 0.5, because: a toy}
        shock: {unit: "1", each_year: student_t(3), shared: false, because: a toy}
      variables:
        sales: {unit: USD/year, formula: "exp(level) * 1 [USD/year]"}
      outputs:
        revenue: sales
        cost: sales
        result: paths
        cash_flow: paths
        raised: 0 [USD]
        cash: 1 [USD]
        can_say: 1
        broke_even: 0
        out_of_cash: 0
        sold: 0
        cash_today: 1 [USD]
        cash_left: 1 [USD]
        is_gone: 0
        money_lasts: 12 [month]
        other_contribution: paths
        shared_cost: sales
        headroom: 0.5
      drivers: [sales]
      views:
        outside: {weight: 0}
        inside: {weight: 1}
        without_new_money: {}
      nowcast:
        error_high: {unit: "1", assume: 0.003, because: a toy}

      """,
    right: [
      ("drivers: [sales]\n", ""), ("drivers: [sales]", "drivers: sales"),
      ("assume: 0.003", "by_year: {2025: 0.003, 2030: 0.002}"),
      ("version: 2", "version: 2\ntitle: {en: A toy}"),
    ],
    wrong: [
      ("version: 2\n", ""), (", because: a toy", ""), ("assume: 0.5, ", ""),
      ("money_lasts:", "money_lastss:"), ("  outside: {weight: 0}\n", ""),
      ("inside: {weight: 1}", "inside: {weight: one}"), ("assume:", "asume:"),
    ])

  static let units = SchemaSample(
    kind: "units", file: "units.yaml", text: TinyModels.units,
    right: [
      ("  toy: {title: {en: toy}}", "  toy: {}\n  quarter: {is: 1/4 year}\n  ktoy: {is: 1e3 toy}")
    ],
    wrong: [
      ("currency: true", "currency: yes"), ("currency: true", "money: true"),
      ("  toy: {title: {en: toy}}", "  toy: {}\n  quarter: {is: a fourth}"),
      ("  toy: {title: {en: toy}}", "  toy: things"),
    ])

  static let study = SchemaSample(
    kind: "study", file: "study.yaml", text: TinyModels.study,
    right: [("currency: CNY", "currency: CNY\ncompanies: [acme]")],
    wrong: [
      ("title: {en: Toys}\n", ""), ("as_of: 2025-05-31", "as_of: yesterday"),
      ("horizon: 2030", "horizon: late"), ("currency: CNY", "curency: CNY"),
      ("question:", "# question:"),
    ])
}
