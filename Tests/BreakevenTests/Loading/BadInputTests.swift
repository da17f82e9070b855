import Breakeven
import Diagnostics
import Foundation
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
    let scoring = try String(
      contentsOfFile: Repository.models + "/scoring.yaml", encoding: .utf8)
    var files = TinyModels.files(scoring: scoring)
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
    let workspace = Workspace(models: [models.path])
    #expect(try workspace.checkModels(files: []).isEmpty)
    #expect(try workspace.companies().map(\.assessed) == [["toys"]])
    let result = try workspace.runModel(
      ModelRunRequest(model: "toys", company: "acme", draws: 64))
    #expect(result.variables["served"]?.years["2025"]?.mean == 10)
  }

  @Test(arguments: cases)
  func mistake(_ given: Case) throws {
    let models = try Self.models(given.changes)
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try Workspace(models: [models.path]).evaluate(EvaluationRequest(draws: 64))
      })
    #expect(models.shown(error.description) == given.text)
    #expect(error.category == given.category)
  }

  @Test func noFolder() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try Workspace(models: ["/nowhere/Models"]).evaluate(EvaluationRequest())
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
      category: .invalid,
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
        Models/paths/toys.yaml:8:87: error: there is no source "ar-2042"
         8 | .. sold: {unit: toy/shop/year, assume: 10 to 20, because: shops say so, source: ar-2042}
           |
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
        units
        """),
    Case(
      name: "a fact in a wrong unit",
      changes: [.replace("unit: shop,", in: "companies/acme.yaml", by: "unit: toy,")],
      category: .invalid,
      text: """
        Models/companies/acme.yaml:8:67: error: shops_served is measured in "shop", found "toy"
        """),
    Case(
      name: "an unknown unit",
      changes: [
        .replace("unit: CNY/toy, assume", in: "markets/china.yaml", by: "unit: CNY/toys, assume")
      ],
      category: .invalid,
      text: """
        unit
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
        cycle
        """),
    Case(
      name: "a misspelt variable",
      changes: [.replace("{revenue: sales,", in: "paths/toys.yaml", by: "{revenue: salse,")],
      category: .invalid,
      text: """
        Models/paths/toys.yaml:13:20: error: there is no input or variable "salse"
        """),
    Case(
      name: "a company twice",
      changes: [.write("companies/bcme.yaml", TinyModels.acme)], category: .invalid,
      text: """
        id
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
        key
        """),
    Case(
      name: "a day that isn't one",
      changes: [.replace("as_of: 2025-05-31", in: "study.yaml", by: "as_of: 2025-02-30")],
      category: .invalid,
      text: """
        Models/study.yaml:3:8: error: expected a day such as 2025-03-31, found "2025-02-30"
         3 | as_of: 2025-02-30
           |        ^
        """),
    Case(
      name: "a period that isn't one",
      changes: [.replace("2024-12-31", in: "companies/acme.yaml", by: "2024-13-31")],
      category: .invalid,
      text: """
        period
        """),
    Case(
      name: "a distribution that isn't one",
      changes: [.replace("assume: 8 to 12", in: "markets/china.yaml", by: "assume: 12 to 8")],
      category: .invalid,
      text: """
        dist
        """),
    Case(
      name: "several mistakes in several files",
      changes: [
        .replace("as_of: 2025-05-31", in: "study.yaml", by: "as_of: today"),
        .replace("metric: revenue", in: "companies/acme.yaml", by: "metric: revenu"),
        .replace(
          "because: shops say so, source: [ar-2024]", in: "markets/china.yaml",
          by: "source: [ar-2042]"),
        .replace("{revenue: sales,", in: "paths/toys.yaml", by: "{revenue: salse,"),
        .replace("unit: 1/year,", in: "company.yaml", by: "unit: 1/yaer,"),
      ], category: .invalid,
      text: """
        many
        """),
  ]
}
