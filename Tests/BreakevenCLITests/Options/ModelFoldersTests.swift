import ArgumentParser
import Foundation
import TestSupport
import Testing
import TinyStudy

@testable import BreakevenCLI

/// `--models`: each folder once, by whatever name.
struct ModelFoldersTests {
  @Test(arguments: [
    ("/Models", ""), ("/Models/", ", the second time as FOLDER/Models/"),
    ("/link", ", the second time as FOLDER/link"),
    ("/Models/../Models", ", the second time as FOLDER/Models/../Models"),
  ])
  func aFolderGivenTwiceIsRefused(_ second: String, _ again: String) throws {
    let folder = try TemporaryModels()
    for (name, text) in try TinyStudy.files() { try folder.write("Models/" + name, text) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "Models")
    let seen = Seen()
    var surroundings = Surroundings.real
    surroundings.writeOutput = { seen.text += $0 }
    surroundings.writeError = { seen.text += $0 }
    let store = folder.path + "/runs.sqlite"
    let status = BreakevenCommand.run(
      arguments: [
        "evaluate", "--models", folder.path + "/Models", "--models", folder.path + second,
        "--store", store, "--draws", "64",
      ], in: surroundings)
    #expect(status == 65)
    #expect(
      seen.text.replacing(folder.path, with: "FOLDER") == """
        error: the models folder FOLDER/Models is given twice\(again)
          help: name it once with --models
        1 error

        """)
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test func severalFoldersAreFine() throws {
    let (first, second) = (try TemporaryModels(), try TemporaryModels())
    for other in [second.path, first.path + "/none"] {
      try GlobalOptions.parse(["--models", first.path, "--models", other]).checkFolders()
    }
    try GlobalOptions.parse([]).checkFolders()
  }
}
