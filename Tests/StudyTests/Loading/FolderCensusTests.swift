import Diagnostics
import Foundation
import Study
import TestSupport
import Testing

/// What lies in a models folder and is read by nobody is named; what can't be read is an error.
@Suite struct FolderCensusTests {
  private func problems(_ files: [String: String]) throws -> [String] {
    let models = try TemporaryModels(try TinyModels.files().merging(files) { $1 })
    return Checking(models).problems().map {
      models.shown("\($0.severity): \($0.message); \($0.help ?? "")")
    }
  }

  @Test(arguments: [
    ("companies/beta.yml", "companies/beta.yml; only files that end in .yaml are read here"),
    ("companies/extra/x.yaml", "companies/extra; move its files up into Models/companies"),
    (
      "company-facts/facts.csv",
      "company-facts/facts.csv; only files that end in .yaml are read here"
    ),
    ("path/yy.yaml", "path; did you mean \"paths\"?"),
    ("Companies/zed.yaml", "Companies; did you mean \"companies\"?"),
    ("metric.yaml", "metric.yaml; did you mean \"metrics.yaml\"?"),
  ])
  func whatNothingReadsIsNamed(_ file: String, _ said: String) throws {
    #expect(try problems([file: "id: x\n"]) == ["warning: nothing reads Models/\(said)"])
  }

  @Test(arguments: [
    "README.md", "companies/notes.md", ".git/config", "schema/x.json", ".x.yaml.swp",
  ])
  func whatIsForPeopleOrHiddenIsNot(_ file: String) throws {
    #expect(try problems([file: "x\n"]).isEmpty)
  }

  /// A folder that can't be read isn't an empty one.
  @Test func aFileInPlaceOfAFolderIsAnError() throws {
    #expect(
      try problems(["languages": "x\n"]) == [
        "error: Models/languages is a file, not a folder; put files into a folder of that name"
      ])
  }

  /// Who reads a pipe that nobody writes to waits for ever.
  @Test func aPipeIsAnError() throws {
    let models = try TemporaryModels(try TinyModels.files())
    #expect(mkfifo(models.path + "/companies/pipe.yaml", 0o600) == 0)
    let said = Checking(models).problems().map { models.shown($0.message) }
    #expect(said == ["Models/companies/pipe.yaml is no file but a pipe, a socket or a device"])
  }
}
