import Diagnostics
import Foundation
import Study
import TestSupport
import Testing

/// Mistakes in files, end to end: what is said, where, and with which exit code it ends.
@Suite struct BadInputTests {
  /// A change of one file: text replaced, the whole file, or the file taken away.
  enum Change: Sendable {
    case replace(String, in: String, by: String)
    case write(String, String)
    case remove(String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var changes: [Change]
    var category: Diagnostic.Category
    var text: String
    var testDescription: String { name }
  }

  private static func models(_ changes: [Change] = []) throws -> TemporaryModels {
    var files = try TinyModels.files()
    for change in changes {
      switch change {
      case .replace(let old, let file, let new):
        let text = try #require(files[file])
        try #require(text.contains(old))
        files[file] = text.replacingOccurrences(of: old, with: new)
      case .write(let file, let text): files[file] = text
      case .remove(let file): files[file] = nil
      }
    }
    return try TemporaryModels(files)
  }

  /// Without a change there is nothing to complain about.
  @Test func theTinyModelsAreClean() throws {
    let models = try Self.models()
    #expect(Checking(models).problems().isEmpty)
  }

  @Test(arguments: cases)
  func mistake(_ given: Case) throws {
    let models = try Self.models(given.changes)
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try ModelsFolder([models.path]).load()
      })
    #expect(models.shown(error.description) == given.text)
    #expect(error.category == given.category)
  }

  /// A limit of 1 per cent is 0.01, a rate of 12 per cent a year 0.12; a multiple in months has no twelfth.
  @Test func settingsAreReadInTheirUnits() throws {
    let models = try Self.models([
      .replace("value: 0.01\n  unit: \"1\"", in: "scoring.yaml", by: "value: 1\n  unit: percent"),
      .replace(
        "value: 0.12\n  unit: 1/year", in: "scoring.yaml", by: "value: 12\n  unit: percent/year"),
    ])
    let policy = try ModelsFolder([models.path]).load().policy
    #expect(policy.flaggedLimit == 0.01)
    #expect(abs(policy.discountRate - 0.12) < 1e-15)
  }

  /// An id that nobody looks for in a file of its name is odd, no mistake: folders override by ids.
  @Test func aScenarioInAFileOfAnotherNameIsNamed() throws {
    let models = try Self.models([
      .write(
        "scenarios/dear.yaml",
        "id: cheap\ntitle: {en: Cheap}\nbecause: to try\nset: {toy_price: 9}\n")
    ])
    #expect(
      Checking(models).problems().map { "\($0.severity) \($0.message)" } == [
        "warning the scenario \"cheap\" stands in dear.yaml"
      ])
  }

  @Test func noFolder() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try ModelsFolder(["/nowhere/Models"]).load()
      })
    #expect(error.category == .missing)
    #expect(
      error.description == """
        error: there is no folder /nowhere/Models
          help: name the models folder with --models
        """)
  }

  static let cases = [
    Case(
      name: "no metrics", changes: [.remove("metrics.yaml")], category: .missing,
      text: """
        error: there is no file metrics.yaml in Models
        """),
    Case(
      name: "no study", changes: [.remove("study.yaml")], category: .missing,
      text: """
        error: there is no file Models/study.yaml
        """),
    Case(
      name: "a model's unknown metric",
      changes: [.replace("shops_served", in: "paths/toys.yaml", by: "shops_servd")],
      category: .missing,
      text: """
        Models/paths/toys.yaml:6:3: error: there is no metric "shops_servd"
         6 |   shops: {unit: shop, company: shops_servd, otherwise: none}
           |   ^
          help: did you mean "shops_served"?
        """),
    Case(
      name: "a fact's unknown metric",
      changes: [.replace("metric: revenue", in: "companies/acme.yaml", by: "metric: revenu")],
      category: .missing,
      text: """
        Models/companies/acme.yaml:7:14: error: there is no metric "revenu"
         7 |   - {metric: revenu, period: FY2024, value: 100, unit: CNY, source: ar-2024, confidence: high}
           |              ^
          help: did you mean "revenue"?
        """),
    Case(
      name: "a model's unknown source",
      changes: [.replace("source: ar-2024", in: "paths/toys.yaml", by: "source: ar-2042")],
      category: .missing,
      text: """
        Models/paths/toys.yaml:8:80: error: there is no source "ar-2042"
         8 | shop/year, assume: 10 to 20, because: shops say so, source: ar-2042}
           |                                                             ^
          help: did you mean "ar-2024"?
        """),
    Case(
      name: "an unknown market input",
      changes: [.replace("market: toy_price", in: "paths/toys.yaml", by: "market: toy_prices")],
      category: .missing,
      text: """
        Models/paths/toys.yaml:7:3: error: there is no market input "toy_prices"
         7 |   price: {unit: CNY/toy, market: toy_prices}
           |   ^
          help: did you mean "toy_price"?
        """),
    Case(
      name: "units that don't fit",
      changes: [.replace("served * sold * price}", in: "paths/toys.yaml", by: "served * price}")],
      category: .invalid,
      text: """
        Models/paths/toys.yaml:12:36: error: the formula of "sales" gives [CNY*shop/toy], but it is \
        declared in [CNY/year]
         12 |   sales: {unit: CNY/year, formula: served * price}
            |                                    ^
        """),
    Case(
      name: "a fact in a wrong unit",
      changes: [.replace("unit: shop,", in: "companies/acme.yaml", by: "unit: toy,")],
      category: .invalid,
      text: """
        Models/companies/acme.yaml:8:65: error: shops_served is measured in "shop", found "toy"
         8 | {metric: shops_served, period: 2024-12-31, value: 10, unit: toy, source: ar-2024, confidence: high}
           |                                                             ^
        """),
    Case(
      name: "an unknown unit",
      changes: [
        .replace("unit: CNY/toy, assume", in: "markets/china.yaml", by: "unit: CNY/toys, assume")
      ],
      category: .invalid,
      text: """
        Models/markets/china.yaml:4:25: error: unknown unit "toys"
         4 |   toy_price: {unit: CNY/toys, assume: 8 to 12, because: shops say so, source: [ar-2024]}
           |                         ^
          help: did you mean "toy"?
        """),
    Case(
      name: "a circle of formulas",
      changes: [
        .replace(
          "next: previous * (1 + growth * step)}", in: "paths/toys.yaml",
          by: "next: sales / sold / price}")
      ],
      category: .invalid,
      text: """
        Models/paths/toys.yaml:11:44: error: "served" needs its own value: served → sales → served
         11 |   served: {unit: shop, start: shops, next: sales / sold / price}
            |                                            ^
          help: served reads sales at Models/paths/toys.yaml:11:44
                sales reads served at Models/paths/toys.yaml:12:36
                read one of them a year earlier with previous(…), or make it a stock
        """),
    Case(
      name: "a misspelt variable",
      changes: [.replace("{revenue: sales,", in: "paths/toys.yaml", by: "{revenue: salse,")],
      category: .invalid,
      text: """
        Models/paths/toys.yaml:13:20: error: unknown name "salse"
         13 | outputs: {revenue: salse, contribution: 0.5 * sales, investment: 0.1 * sales}
            |                    ^
          help: did you mean "sales"?
        """),
    Case(
      name: "a company twice",
      changes: [.write("companies/bcme.yaml", TinyModels.acme)], category: .invalid,
      text: """
        Models/companies/bcme.yaml:1:5: error: the id "acme" differs from the name of the file
         1 | id: acme
           |     ^
          help: write id: bcme, or rename the file to acme.yaml
        """),
    Case(
      name: "a study in what is no currency",
      changes: [.replace("currency: CNY", in: "study.yaml", by: "currency: XXX")],
      category: .invalid,
      text: """
        Models/study.yaml:5:11: error: there is no currency "XXX"
         5 | currency: XXX
           |           ^
          help: the currencies of units.yaml are CNY, USD
        """),
    Case(
      name: "a study in a currency without rates",
      changes: [
        .replace("currency: CNY", in: "study.yaml", by: "currency: USD")
      ],
      category: .missing,
      text: """
        Models/study.yaml:5:11: error: no exchange rate leads to USD, the study's currency
         5 | currency: USD
           |           ^
          help: add the rate to markets/exchange-rates.yaml
        """),
    Case(
      name: "a study of no company",
      changes: [
        .replace("currency: CNY\n", in: "study.yaml", by: "currency: CNY\ncompanies: []\n")
      ],
      category: .invalid,
      text: """
        Models/study.yaml:6:12: error: the study is of no company
         6 | companies: []
           |            ^
          help: list the ids of companies, or leave `companies` out for all of them
        """),
    Case(
      name: "a key twice",
      changes: [
        .replace(
          "region: china\nfiscal", in: "companies/acme.yaml",
          by: "region: china\nregion: china\nfiscal")
      ],
      category: .invalid,
      text: """
        Models/companies/acme.yaml:4:1: error: the key "region" stands here twice
         4 | region: china
           | ^
          help: it stands first on line 3, column 1
        """),
    Case(
      name: "a day that isn't one",
      changes: [.replace("as_of: 2025-05-31", in: "study.yaml", by: "as_of: 2025-02-30")],
      category: .invalid,
      text: """
        Models/study.yaml:3:8: error: expected a day such as 2025-03-31, found "2025-02-30"
         3 | as_of: 2025-02-30
           |        ^
          help: February 2025 has 28 days
        """),
    Case(
      name: "a company twice",
      changes: [
        .replace("currency: CNY", in: "study.yaml", by: "currency: CNY\ncompanies: [acme, acme]")
      ],
      category: .invalid,
      text: """
        Models/study.yaml:6:19: error: the company "acme" stands here twice
         6 | companies: [acme, acme]
           |                   ^
          help: leave one of them out
        """),
    Case(
      name: "a company without a file",
      changes: [
        .replace("currency: CNY", in: "study.yaml", by: "currency: CNY\ncompanies: [acme, nosuch]")
      ],
      category: .missing,
      text: """
        Models/study.yaml:6:19: error: the study names the company "nosuch", which has no file in \
        companies/
         6 | companies: [acme, nosuch]
           |                   ^
        """),
    Case(
      name: "a currency that is a multiple of another",
      changes: [
        .replace(
          "units:\n", in: "units.yaml",
          by: "units:\n  ZWG: {is: 2500 CNY, currency: true, title: {en: ZWG}}\n")
      ],
      category: .invalid,
      text: """
        Models/units.yaml:2:33: error: ZWG is a currency and a multiple of another unit: a currency is \
        a unit of its own
         2 |   ZWG: {is: 2500 CNY, currency: true, title: {en: ZWG}}
           |                                 ^
          help: leave out "is" and write its rate into markets/exchange-rates.yaml, or leave out "currency"
        """),
    Case(
      name: "a period that isn't one",
      changes: [.replace("2024-12-31", in: "companies/acme.yaml", by: "2024-13-31")],
      category: .invalid,
      text: """
        Models/companies/acme.yaml:8:36: error: expected a period such as FY2024, TTM-2025-09, \
        2025-Q1, 2025-H1 or 2025-03-31, found "2024-13-31"
         8 |   - {metric: shops_served, period: 2024-13-31, value: 10, unit: shop, source: ar-2024, confidence: h
           |                                    ^
          help: a year has the months 01 to 12
        """),
    Case(
      name: "a distribution that isn't one",
      changes: [.replace("assume: 8 to 12", in: "markets/china.yaml", by: "assume: 12 to 8")],
      category: .invalid,
      text: """
        Models/markets/china.yaml:4:38: error: the 5th percentile is above the 95th percentile
         4 |   toy_price: {unit: CNY/toy, assume: 12 to 8, because: shops say so, source: [ar-2024]}
           |                                      ^
          help: write 8 to 12
        """),
    Case(
      name: "a market assumption without a reason",
      changes: [
        .replace(
          "because: shops say so, source: [ar-2024]", in: "markets/china.yaml",
          by: "source: [ar-2024]")
      ], category: .invalid,
      text: """
        Models/markets/china.yaml:4:3: error: the market input "toy_price" needs a reason in "because"
         4 |   toy_price: {unit: CNY/toy, assume: 8 to 12, source: [ar-2024]}
           |   ^
        """),
    Case(
      name: "a metric whose declaration is wrong",
      changes: [.replace("kind: flow", in: "metrics.yaml", by: "kind: flux")], category: .invalid,
      text: """
        Models/metrics.yaml:2:32: error: expected flow, stock or rate, found "flux"
         2 |   revenue: {unit: money, kind: flux, title: {en: Revenue}}
           |                                ^
        """),
    Case(
      name: "a path that can't be read, with ratings on it",
      changes: [
        .replace("version: 1", in: "paths/toys.yaml", by: "version: one"),
        .replace(
          "facts:\n", in: "companies/acme.yaml",
          by: "facts:\n  - {kind: rating, path: toys, criterion: fun, period: 2025-03, low: 1, "
            + "high: 2, grade: C, origin: acme, source: ar-2024}\n"),
      ], category: .invalid,
      text: """
        Models/paths/toys.yaml:2:10: error: expected a whole number, found "one"
         2 | version: one
           |          ^
        """),
    Case(
      name: "several mistakes in facts, in the study and in one model",
      changes: [
        .replace("value: 100", in: "companies/acme.yaml", by: "value: hundred"),
        .replace("as_of: 2025-05-31", in: "study.yaml", by: "as_of: soon"),
        .replace("shops_served", in: "paths/toys.yaml", by: "shops_servd"),
        .replace("{revenue: sales,", in: "paths/toys.yaml", by: "{revenue: salse,"),
      ], category: .invalid,
      text: """
        Models/companies/acme.yaml:7:46: error: expected a number, found "hundred"
         7 |   - {metric: revenue, period: FY2024, value: hundred, unit: CNY, source: ar-2024, confidence: high}
           |                                              ^
        Models/study.yaml:3:8: error: expected a day such as 2025-03-31, found "soon"
         3 | as_of: soon
           |        ^
        Models/paths/toys.yaml:13:20: error: unknown name "salse"
         13 | outputs: {revenue: salse, contribution: 0.5 * sales, investment: 0.1 * sales}
            |                    ^
          help: did you mean "sales"?
        Models/paths/toys.yaml:6:3: error: there is no metric "shops_servd"
         6 |   shops: {unit: shop, company: shops_servd, otherwise: none}
           |   ^
          help: did you mean "shops_served"?
        """),
    Case(
      name: "several mistakes in several files",
      changes: [
        .replace("as_of: 2025-05-31", in: "study.yaml", by: "as_of: today"),
        .replace("metric: revenue", in: "companies/acme.yaml", by: "metric: revenu"),
        .replace(
          "unit: CNY/toy, assume: 8", in: "markets/china.yaml", by: "unit: CNY/toy, asume: 8"),
        .replace("{revenue: sales,", in: "paths/toys.yaml", by: "{revenue: salse,"),
        .replace(
          "version: 2\n", in: "company.yaml", by: "version: two\n"),
      ], category: .invalid,
      text: """
        Models/companies/acme.yaml:7:14: error: there is no metric "revenu"
         7 |   - {metric: revenu, period: FY2024, value: 100, unit: CNY, source: ar-2024, confidence: high}
           |              ^
          help: did you mean "revenue"?
        Models/study.yaml:3:8: error: expected a day such as 2025-03-31, found "today"
         3 | as_of: today
           |        ^
        Models/company.yaml:9:10: error: expected a whole number, found "two"
         9 | version: two
           |          ^
        Models/paths/toys.yaml:13:20: error: unknown name "salse"
         13 | outputs: {revenue: salse, contribution: 0.5 * sales, investment: 0.1 * sales}
            |                    ^
          help: did you mean "sales"?
        Models/markets/china.yaml:4:30: error: unknown key "asume" in a market input
         4 |   toy_price: {unit: CNY/toy, asume: 8 to 12, because: shops say so, source: [ar-2024]}
           |                              ^
          help: did you mean "assume"?
        """),
    Case(
      name: "a setting in another dimension",
      changes: [.replace("unit: 1/year", in: "scoring.yaml", by: "unit: CNY")],
      category: .invalid,
      text: """
        Models/scoring.yaml:9:9: error: "discount_rate" is in [1/year], found [CNY]
         9 |   unit: CNY
           |         ^
          help: write unit: 1/year, or a unit that is a multiple of it
        """),
    Case(
      name: "a worse grade that counts for more",
      changes: [
        .replace("{A: 8, B: 4, C: 2, D: 1}", in: "scoring.yaml", by: "{A: 8, B: 4, C: 5, D: 1}")
      ],
      category: .invalid,
      text: """
        Models/scoring.yaml:66:26: error: an item of grade C counts for 5, more than one of the \
        better grade B, 4
         66 |   value: {A: 8, B: 4, C: 5, D: 1}
            |                          ^
          help: let the numbers of "evidence_grades" fall from A to D
        """),
    Case(
      name: "a multiple below 0",
      changes: [.replace("assume: 3 to 8", in: "scoring.yaml", by: "assume: -8 to 3")],
      category: .invalid,
      text: """
        Models/scoring.yaml:13:11: error: "horizon_value_multiple" is 0 or more, and -8 to 3 lies \
        outside in 77 % of draws
         13 |   assume: -8 to 3
            |           ^
          help: move or narrow it; truncate(…, low, high) cuts a tail off
        """),
    Case(
      name: "a scenario that changes nothing",
      changes: [
        .write(
          "scenarios/idle.yaml", "id: idle\ntitle: {en: Idle}\nbecause: to try\nset: {}\n")
      ],
      category: .invalid,
      text: """
        Models/scenarios/idle.yaml:4:1: error: the scenario changes nothing: "set" is empty
         4 | set: {}
           | ^
          help: say what becomes of what, such as set: {token_price: 2 to 4}
        """),
    Case(
      name: "a scenario without changes",
      changes: [
        .write("scenarios/idle.yaml", "id: idle\ntitle: {en: Idle}\nbecause: to try\n")
      ],
      category: .invalid,
      text: """
        Models/scenarios/idle.yaml:1:5: error: the scenario changes nothing: "set" is missing
         1 | id: idle
           |     ^
          help: say what becomes of what, such as set: {token_price: 2 to 4}
        """),
    Case(
      name: "a scenario called as the study",
      changes: [
        .write(
          "scenarios/base.yaml",
          "id: base\ntitle: {en: Base}\nbecause: to try\nset: {toy_price: 9}\n")
      ],
      category: .invalid,
      text: """
        Models/scenarios/base.yaml:1:5: error: "base" is the study as it is, which no scenario can \
        be called
         1 | id: base
           |     ^
          help: give it another id
        """),
  ]
}
