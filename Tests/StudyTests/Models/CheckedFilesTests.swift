import Diagnostics
import Foundation
import RunRecord
import Study
import TestSupport
import Testing

/// `model check` of single files, and over the years that models run for.
@Suite struct CheckedFilesTests {
  private static func models(_ changes: [String: (String, String)] = [:]) throws -> TemporaryModels
  {
    var files = try TinyModels.files()
    for (file, change) in changes {
      let text = try #require(files[file])
      try #require(text.contains(change.0))
      files[file] = text.replacingOccurrences(of: change.0, with: change.1)
    }
    return try TemporaryModels(files)
  }

  private func messages(_ models: TemporaryModels, _ file: String) -> [String] {
    Checking(models).problems(file).map(\.message)
  }

  /// What a model refers to is checked though it is the only file named.
  @Test func referencesOfOneFile() throws {
    let models = try Self.models(["paths/toys.yaml": ("toy_price", "toy_prise")])
    #expect(messages(models, "paths/toys.yaml") == ["there is no market input \"toy_prise\""])
  }

  /// The same of a file that lies elsewhere.
  @Test func referencesOfAFileElsewhere() throws {
    let models = try Self.models()
    let elsewhere = try TemporaryModels([
      "my.yaml": TinyModels.toys.replacingOccurrences(of: "shops_served", with: "shops_srved")
    ])
    let found = Checking(models).problems(ofFileAt: elsewhere.path + "/my.yaml")
    #expect(found.map(\.message) == ["there is no metric \"shops_srved\""])
    #expect(found.map(\.help) == ["did you mean \"shops_served\"?"])
  }

  /// Any kind of file may be named; errors elsewhere are mentioned, not listed.
  @Test func everyKindOfFile() throws {
    let models = try Self.models(["markets/china.yaml": ("8 to 12", "12 to 8")])
    #expect(
      messages(models, "markets/china.yaml") == [
        "the 5th percentile is above the 95th percentile"
      ])
    #expect(messages(models, "paths/toys.yaml") == ["there is an error in another file"])
    #expect(messages(models, "nowhere.yaml").count == 1)
  }

  /// A year of the study may be asked for, one before or after it may not.
  @Test(arguments: [(2025, true), (2028, true), (2030, true), (2024, false), (2031, false)])
  func yearsOfTheStudy(_ year: Int, _ isWithin: Bool) throws {
    let models = try Self.models([
      "paths/toys.yaml": ("served * sold * price", "\"at(served, \(year)) * sold * price\"")
    ])
    let expected =
      isWithin ? [] : ["\(year) is outside the horizon, which is 2025 to 2030"]
    #expect(Checking(models).problems().map(\.message) == expected)
    #expect(messages(models, "paths/toys.yaml") == expected)
  }

  /// Problems come file by file, in the order of their lines, whatever found them.
  @Test func theOrderOfPlaces() throws {
    let models = try Self.models([
      "paths/toys.yaml": ("served * sold * price", "served * sold * prise"),
      "markets/china.yaml": ("8 to 12", "12 to 8"),
    ])
    let found = Checking(models).problems()
    #expect(found.compactMap(\.location?.line) == [12, 4])
  }

  @Test func assumptionsWithoutSources() throws {
    let models = try Self.models()
    let found = Checking(models).problems(wantsSources: true)
    #expect(found.map(\.message) == ["the assumption \"growth\" cites no source"])
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.map(\.help) == [
        "name in \"source\" what supports the range; a reason alone is a judgement"
      ])
    #expect(Checking(models).problems().isEmpty)
  }

  /// What a market input is, by region, stands in the model's description.
  @Test func marketInputsAreShown() throws {
    let models = try Self.models()
    let (model, sources) = try ModelDescriber(folders: [models.path]) {
      try ModelsFolder([models.path]).load()
    }.describe("toys", asProgram: false)
    let price = try #require(model.inputs.first { $0.name == "price" })
    #expect(price.distribution == "china: 8 to 12 CNY/toy")
    #expect(price.because == "china: shops say so")
    #expect(price.sources == ["ar-2024"])
    #expect(sources.map(\.id) == ["ar-2024"])
  }
}
