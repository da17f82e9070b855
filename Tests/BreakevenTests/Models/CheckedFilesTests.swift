import Breakeven
import Diagnostics
import Foundation
import Testing

/// `model check` of single files, and over the years that models run for.
@Suite struct CheckedFilesTests {
  private static func models(_ changes: [String: (String, String)] = [:]) throws -> TemporaryModels
  {
    var files = TinyModels.files(scoring: SchemaSample.scoring.text)
    for (file, change) in changes {
      let text = try #require(files[file])
      try #require(text.contains(change.0))
      files[file] = text.replacingOccurrences(of: change.0, with: change.1)
    }
    return try TemporaryModels(files)
  }

  private func messages(_ models: TemporaryModels, _ file: String) throws -> [String] {
    try Workspace(models: [models.path]).checkModels(files: [models.path + "/" + file])
      .map(\.message)
  }

  /// What a model refers to is checked though it is the only file named.
  @Test func referencesOfOneFile() throws {
    let models = try Self.models(["paths/toys.yaml": ("toy_price", "toy_prise")])
    #expect(try messages(models, "paths/toys.yaml") == ["there is no market input \"toy_prise\""])
  }

  /// The same of a file that lies elsewhere.
  @Test func referencesOfAFileElsewhere() throws {
    let models = try Self.models()
    let elsewhere = try TemporaryModels([
      "my.yaml": TinyModels.toys.replacingOccurrences(of: "shops_served", with: "shops_srved")
    ])
    let found = try Workspace(models: [models.path]).checkModels(files: [
      elsewhere.path + "/my.yaml"
    ])
    #expect(found.map(\.message) == ["there is no metric \"shops_srved\""])
    #expect(found.map(\.help) == ["did you mean \"shops_served\"?"])
  }

  /// Any kind of file may be named; errors elsewhere are mentioned, not listed.
  @Test func everyKindOfFile() throws {
    let models = try Self.models(["markets/china.yaml": ("8 to 12", "12 to 8")])
    #expect(
      try messages(models, "markets/china.yaml") == [
        "the 5th percentile is above the 95th percentile"
      ])
    #expect(try messages(models, "paths/toys.yaml") == ["there is an error in another file"])
    #expect(try messages(models, "nowhere.yaml").count == 1)
  }

  /// A year of the study may be asked for, one before or after it may not.
  @Test(arguments: [(2025, true), (2028, true), (2030, true), (2024, false), (2031, false)])
  func yearsOfTheStudy(_ year: Int, _ isWithin: Bool) throws {
    let models = try Self.models([
      "paths/toys.yaml": ("served * sold * price", "\"at(served, \(year)) * sold * price\"")
    ])
    let expected =
      isWithin ? [] : ["\(year) is outside the horizon, which is 2025 to 2030"]
    #expect(try Workspace(models: [models.path]).checkModels(files: []).map(\.message) == expected)
    #expect(try messages(models, "paths/toys.yaml") == expected)
  }

  /// Problems come file by file, in the order of their lines, whatever found them.
  @Test func theOrderOfPlaces() throws {
    let models = try Self.models([
      "paths/toys.yaml": ("served * sold * price", "served * sold * prise"),
      "markets/china.yaml": ("8 to 12", "12 to 8"),
    ])
    let found = try Workspace(models: [models.path]).checkModels(files: [])
    #expect(found.compactMap(\.location?.line) == [12, 4])
  }

  @Test func assumptionsWithoutSources() throws {
    let models = try Self.models()
    let workspace = Workspace(models: [models.path])
    let found = try workspace.checkModels(files: [], wantsSources: true)
    #expect(found.map(\.message) == ["the assumption \"growth\" cites no source"])
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.map(\.help) == [
        "name in \"source\" what supports the range; a reason alone is a judgement"
      ])
    #expect(try workspace.checkModels(files: []).isEmpty)
  }

  /// A model that divides by zero in every draw has years without a number, not years left out.
  @Test func noNumberInAnyDraw() throws {
    let models = try Self.models([
      "paths/toys.yaml": ("served * sold * price", "served * sold * price / (1 - 1)")
    ])
    let result = try Workspace(models: [models.path]).runModel(
      ModelRunRequest(model: "toys", company: "acme", draws: 64))
    let sales = try #require(result.variables["sales"])
    #expect(sales.years.isEmpty)
    #expect(sales.withoutNumber == ["2025", "2026", "2027", "2028", "2029", "2030"])
    #expect(result.variables["served"]?.withoutNumber == nil)
  }

  /// What a market input is, by region, stands in the model's page.
  @Test func marketInputsAreShown() throws {
    let models = try Self.models()
    let model = try Workspace(models: [models.path]).showModel("toys", asProgram: false)
    let price = try #require(model.inputs.first { $0.name == "price" })
    #expect(price.distribution == "china: 8 to 12 CNY/toy")
    #expect(price.because == "china: shops say so")
    #expect(price.sources == ["ar-2024"])
    #expect(model.markdown.contains("| `ar-2024` |"))
  }
}
