import Diagnostics
import Documents
import Foundation
import Study
import TestSupport
import Testing

/// The schemas that editors use and the readers agree on what is right.
@Suite struct SchemaTests {
  static let folder = Repository.models + "/schema"

  struct Case: Sendable, CustomTestStringConvertible {
    var sample: SchemaSample
    var replaced = ""
    var by = ""
    var isRight = true

    var text: String {
      replaced.isEmpty ? sample.text : sample.text.replacingOccurrences(of: replaced, with: by)
    }
    var testDescription: String { "\(sample.kind): \(replaced) → \(by)" }
  }

  static let cases = SchemaSample.all.flatMap { sample in
    [Case(sample: sample)]
      + sample.right.map { Case(sample: sample, replaced: $0.0, by: $0.1) }
      + sample.wrong.map { Case(sample: sample, replaced: $0.0, by: $0.1, isRight: false) }
  }

  @Test(arguments: cases)
  func schemaAndReaderAgree(_ given: Case) throws {
    #expect(given.sample.text.contains(given.replaced) || given.replaced.isEmpty)
    let root = try #require(
      try YAMLDocument(SourceText(given.text, file: given.sample.file)).root)
    let mistakes = try JSONSchema(folder: Self.folder)
      .mistakes(in: JSONValue(root), kind: given.sample.kind)
    #expect(mistakes.isEmpty == given.isRight, "the schema says \(mistakes)")
    let errors = try Self.errors(in: given)
    #expect(errors.isEmpty == given.isRight, "the reader says \(errors)")
  }

  /// What the readers say when the file stands in an otherwise right folder.
  private static func errors(in given: Case) throws -> [Diagnostic] {
    var files = try TinyModels.files()
    files["metrics.yaml", default: ""] +=
      "  toy_price: {unit: money/toy, kind: rate, title: {en: Price of a toy}}\n"
    if given.sample.kind == "company" { files["paths/toys.yaml"] = SchemaSample.path.text }
    files[given.sample.file] = given.text
    let models = try TemporaryModels(files)
    // A model that is read, but has no evaluation, is still right.
    return Checking(models).problems()
      .filter { $0.severity == .error }
  }

  static let shipped: [(kind: String, files: String)] = [
    ("path", "paths/"), ("market-facts", "market-facts/"), ("company", "companies/"),
    ("company-facts", "company-facts/"),
    ("metrics", "metrics.yaml"), ("sources", "sources.yaml"), ("units", "units.yaml"),
    ("study", "study.yaml"), ("scoring", "scoring.yaml"), ("company-model", "company.yaml"),
    ("scenario", "scenarios/"), ("thesis", "theses/"),
    ("exchange-rates", "markets/exchange-rates.yaml"),
    ("events", "events.yaml"), ("reference-class", "reference-classes/"), ("market", "markets/"),
    ("texts", "texts/"),
  ]

  /// Every file that comes with Breakeven fits the schema of its kind.
  @Test func shippedFilesFit() throws {
    let schemas = try JSONSchema(folder: Self.folder)
    for folder in [Repository.models] {
      let all = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
      for file in all.compactMap({ $0 as? String }).filter({ $0.hasSuffix(".yaml") }).sorted() {
        let kind = try #require(Self.shipped.first { file.hasPrefix($0.files) }?.kind, "\(file)")
        let root = try #require(
          try YAMLDocument(contentsOf: folder + "/" + file, shownAs: file).root)
        #expect(try schemas.mistakes(in: JSONValue(root), kind: kind) == [], "\(file)")
      }
    }
  }

  /// Every kind of file has a schema, and every key says what it is for.
  @Test func everyKeyIsDescribed() throws {
    let schemas = try JSONSchema(folder: Self.folder).files
    #expect(
      Set(schemas.keys)
        == Set(Self.shipped.map { $0.kind + ".schema.json" } + ["common.schema.json"]))
    for (name, schema) in schemas {
      #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["description"] != nil && schema["title"] != nil, "\(name)")
      for (key, property) in schema["properties"]?.object ?? [:] {
        #expect(property["description"] != nil || property["$ref"] != nil, "\(name): \(key)")
      }
    }
  }
}
