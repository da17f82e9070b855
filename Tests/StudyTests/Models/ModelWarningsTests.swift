import Diagnostics
import Foundation
import Study
import TestSupport
import Testing

/// What `model check` warns of though the model runs.
@Suite struct ModelWarningsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var replaced: String
    var by: String
    var file = "paths/toys.yaml"
    /// Line, column, message and help of the one warning; nil when there is none.
    var warning: (line: Int, column: Int, message: String, help: String)?
    var testDescription: String { by }
  }

  static let cases = [
    Case(
      replaced: "variables:",
      by: "  rent: {unit: CNY/year, assume: 1 to 2, because: toys}\nvariables:",
      warning: (
        10, 3, "the input \"rent\" is not used by any formula",
        "remove it, or name it in a formula"
      )),
    Case(
      replaced: "assume: 0 to 0.2, because: shops hope so", by: "assume: 0 to 0.2",
      warning: (
        9, 3, "the assumption \"growth\" gives no reason",
        "say in \"because\" why this range and not another"
      )),
    Case(
      replaced: "assume: 10 to 20", by: "assume: 0.1 to 200",
      warning: (
        8, 3, "\"sold\" ranges over more than three orders of magnitude",
        "such a range drowns every answer; narrow it, or split the input"
      )),
    Case(replaced: "assume: 10 to 20", by: "assume: 0.2 to 200"),
    // 5th and 95th percentile: 501 and 9500.
    Case(replaced: "assume: 10 to 20", by: "assume: \"uniform(1, 10000)\""),
    Case(
      replaced: "assume: 10 to 20", by: "by_year: {2025: 10 to 20, 2030: \"lognormal(1, 1001)\"}",
      warning: (
        8, 3, "\"sold\" ranges over more than three orders of magnitude",
        "such a range drowns every answer; narrow it, or split the input"
      )),
    Case(
      replaced: "outputs:", by: "  spare: {unit: CNY/year, formula: 2 * sales}\noutputs:",
      warning: (
        13, 3, "no output or metric uses the variable \"spare\"",
        "remove it, name it in a formula that leads to an output, or list it in metrics"
      )),
    Case(
      replaced: "outputs:",
      by: "  spare: {unit: CNY/year, formula: 2 * sales}\nmetrics: [spare]\noutputs:"),
    Case(
      replaced: "investment: 0.1 * sales", by: "investment: \"20M [CNY/year]\"",
      warning: (
        13, 54, "the output \"investment\" is the same in every year and every draw",
        "give what it depends on a name and a range among the inputs"
      )),
    Case(replaced: "investment: 0.1 * sales", by: "investment: \"0 [CNY/year]\""),
    Case(
      replaced: "8 to 12", by: "1 to 1200", file: "markets/china.yaml",
      warning: (
        4, 3, "\"toy_price\" ranges over more than three orders of magnitude",
        "such a range drowns every answer; narrow it, or split the input"
      )),
  ]

  @Test(arguments: cases)
  func warns(_ given: Case) throws {
    var files = try TinyModels.files()
    let text = try #require(files[given.file])
    try #require(text.contains(given.replaced))
    files[given.file] = text.replacingOccurrences(of: given.replaced, with: given.by)
    let models = try TemporaryModels(files)
    let found = Checking(models).problems()
    #expect(found.map(\.message) == [given.warning?.message].compactMap(\.self))
    #expect(found.map(\.help) == [given.warning?.help].compactMap(\.self))
    #expect(found.allSatisfy { $0.severity == .warning && $0.sourceLine != nil })
    #expect(found.map(\.location?.line) == [given.warning?.line].compactMap(\.self))
    #expect(found.map(\.location?.column) == [given.warning?.column].compactMap(\.self))
    if given.file.hasPrefix("paths/") {
      #expect(Checking(models).problems(given.file) == found)
    }
  }

  /// The models that come with Breakeven give no cause.
  @Test func shippedModelsAreClean() throws {
    #expect(Checking(folder: Repository.models).problems().isEmpty)
  }
}
