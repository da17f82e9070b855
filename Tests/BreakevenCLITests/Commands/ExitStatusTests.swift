import Diagnostics
import Foundation
import RunRecord
import RunStore
import Testing

@testable import BreakevenCLI

/// The exit codes of the contract, command line by command line.
struct ExitStatusTests {
  static let missing = Diagnostic("no company \"x\"", category: .missing)
  static let invalid = Diagnostic(
    "unknown unit \"hospitl\"", at: SourceLocation(file: "Models/paths/a.yaml", line: 3, column: 9),
    sourceLine: "  unit: hospitl", help: "did you mean \"hospital\"?")
  static let warning = Diagnostic("looks odd", severity: .warning)

  static let usage: [[String]] = [
    ["nonsense"], ["evaluate", "--draws", "1000"], ["evaluate", "--draws", "0"],
    ["evaluate", "--draws", "many"], ["evaluate", "--seed", "-1"], ["evaluate", "--threads", "0"],
    ["evaluate", "--set", "price"], ["evaluate", "--set", "=3"], ["evaluate", "--set", "price="],
    ["evaluate", "--as-of", "yesterday"], ["evaluate", "--as-of", "2026-02-30"],
    ["evaluate", "--sampler", "dice"], ["evaluate", "--format", "xml"], ["evaluate", "--colour"],
    ["evaluate", "--quiet", "--verbose"], ["compare"], ["compare", "cloud-pipe"],
    ["compare", "cloud-pipe", "cloud-pipe"], ["explain", "a", "b", "c", "d"],
    ["facts", "cloud-pipe"],
    ["model"], ["model", "run"], ["runs", "delete"],
    ["report", "--format", "pdf"], ["evaluate", "--store", ""], ["runs", "list", "--store", ""],
    ["companies", "--output", ""], ["report", "--output", ""],
  ]

  @Test(arguments: usage)
  func whatCanNotBeUnderstoodIs64(_ arguments: [String]) throws {
    // A command group without a subcommand prints its help, which is not a mistake.
    let outcome = try Invocation().run(arguments, bare: true)
    #expect(outcome.status == (arguments == ["model"] ? 0 : 64), "\(outcome.error)")
    if outcome.status == 64 {
      #expect(outcome.output == "")
      #expect(outcome.error.hasPrefix("Error: "), "\(outcome.error)")
    }
  }

  @Test func aMistypedCommandIsRecognised() throws {
    let outcome = try Invocation().run(["explaim", "runway"], bare: true)
    #expect(outcome.status == 64)
    #expect(
      outcome.error.hasPrefix("Error: There is no command \"explaim\"; did you mean \"explain\"?\n")
    )
  }

  /// What was typed is quoted, and can't drive the terminal.
  @Test(arguments: [["evaluate", "--x\u{1B}[31m"], ["evaluate", "--draws", "\u{202E}8"]])
  func whatWasTypedPrintsAsText(_ arguments: [String]) throws {
    let outcome = try Invocation().run(arguments, bare: true)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("\u{FFFD}"), "\(outcome.error)")
    #expect(!outcome.error.contains("\u{1B}") && !outcome.error.contains("\u{202E}"))
  }

  static let failures: [(name: String, error: any Error, status: Int32)] = [
    ("invalid", DiagnosticError(invalid), 65),
    ("invalid and missing", DiagnosticError([invalid, missing]), 65),
    ("missing", DiagnosticError([missing, warning]), 66),
    ("one missing", missing, 66),
    ("one invalid", invalid, 65),
    ("bug", InternalError("a list is empty"), 70),
    ("unforeseen", CocoaError(.featureUnsupported), 70),
    ("cannot write", OutputError("cannot write to x"), 73),
    ("read-only", RunStoreError.readOnly(path: "x"), 73),
    ("busy", RunStoreError.busy(path: "x"), 73),
    ("full", RunStoreError.cannotWrite(path: "x", reason: "disk is full"), 73),
    ("cannot open", RunStoreError.cannotOpen(path: "x", reason: "no"), 74),
    ("not a store", RunStoreError.notAStore(path: "x"), 74),
    ("damaged", RunStoreError.damaged(path: "x", reason: "no"), 74),
    ("later version", RunStoreError.newerVersion(path: "x"), 74),
    ("cannot read", RunStoreError.cannotRead(path: "x", reason: "no"), 74),
    ("no store", RunStoreError.noStore(path: "x"), 66),
    ("no run", RunStoreError.runNotFound(id: "x"), 66),
    ("empty", RunStoreError.empty(path: "x"), 66),
    ("ambiguous", RunStoreError.ambiguous(id: "x", matches: ["xa", "xb"]), 64),
  ]

  @Test(arguments: failures.map(\.name))
  func everyErrorHasItsCode(_ name: String) throws {
    let failure = try #require(Self.failures.first { $0.name == name })
    let invoke = try Invocation()
    invoke.workspace.failure = failure.error
    for arguments in [["evaluate"], ["companies"], ["model", "check"], ["facts", "todo"]] {
      let outcome = invoke.run(arguments)
      #expect(outcome.status == failure.status)
      #expect(outcome.output == "")
      #expect(outcome.error.contains("error"))
      #expect(outcome.error.contains("internal") == (failure.status == 70))
    }
  }

  @Test func diagnosticsArePrintedInOneGoWithTheirCount() throws {
    let invoke = try Invocation()
    invoke.workspace.failure = DiagnosticError([Self.invalid, Self.missing, Self.warning])
    #expect(
      invoke("evaluate").error == """
        Models/paths/a.yaml:3:9: error: unknown unit "hospitl"
         3 |   unit: hospitl
           |         ^
          help: did you mean "hospital"?
        error: no company "x"
        warning: looks odd
        2 errors, 1 warning

        """)
  }

  @Test func aCheckThatFindsErrorsIsANo() throws {
    let invoke = try Invocation()
    let clean = invoke("model", "check")
    #expect(clean.status == 0)
    #expect(clean.error == "No problems.\n")
    invoke.workspace.problems = [Self.warning]
    let odd = invoke("model", "check")
    #expect(odd.status == 0)
    #expect(odd.error == "warning: looks odd\n1 warning\n")
    invoke.workspace.problems = [Self.invalid, Self.warning]
    let wrong = invoke("model", "check")
    #expect(wrong.status == 1)
    #expect(wrong.error.hasSuffix("1 error, 1 warning\n"))
  }

  @Test func whatIsNotThereIs66() throws {
    let invoke = try Invocation()
    for (arguments, message) in [
      (["explain", "cloud-pip"], "\"cloud-pip\" is neither a company nor a term"),
      (
        ["explain", "cloud-pipe", "medical"],
        "\"medical\" is neither a path nor a variable or input of the company model"
      ),
      (
        ["explain", "cloud-pipe", "medical-ai", "revenu"],
        "medical-ai has no variable, input or criterion called \"revenu\""
      ),
      (["compare", "cloud-pipe", "yitoo"], "no company has the id \"yitoo\""),
      (["runs", "show", "ffff"], "there is no store at STORE"),
    ] {
      let outcome = invoke.run(arguments)
      #expect(outcome.status == 66)
      #expect(outcome.error.contains("error: \(message)"), "\(outcome.error)")
    }
    #expect(
      invoke("explain", "cloud-pip").error.contains("help: did you mean \"cloud-pipe\"?"))
    #expect(
      invoke("explain", "cloud-pipe", "medical-ai", "revenu").error
        .contains("did you mean \"revenue\"?"))
  }

  /// Nothing is stored that says nothing.
  @Test(arguments: ["evaluate", "report", "brief"])
  func aStudyWithoutCompaniesIs66(_ command: String) throws {
    let invoke = try Invocation()
    invoke.workspace.run.companies = []
    let outcome = invoke(command)
    #expect(outcome.status == 66)
    #expect(outcome.output == "")
    #expect(
      outcome.error.contains(
        "error: there is no company in Models\n  help: describe one in companies/ID.yaml\n"))
    #expect(!FileManager.default.fileExists(atPath: invoke.store))
  }

  @Test func anUnknownLanguageIs65() throws {
    let outcome = try Invocation()("report", "--language", "zh-Hand")
    #expect(outcome.status == 65)
    #expect(
      outcome.error.hasPrefix(
        "error: there is no language \"zh-Hand\"\n  help: did you mean \"zh-Han"),
      "\(outcome.error)")
  }

  @Test func outputThatCanNotBeWrittenIs73() throws {
    let invoke = try Invocation()
    let file = "/no/such/folder/x.csv"
    let outcome = invoke("companies", "--output", file)
    #expect(outcome.status == 73)
    #expect(outcome.error == "error: cannot write to \(file): there is no such folder\n")
  }

  @Test(arguments: [
    ("s.sqlite", "is a database"), ("s.sqlite-wal", "is a part of the database FOLDER/s.sqlite,"),
    ("s.sqlite-shm", "is a part of the database"),
    ("s.sqlite-journal", "is a part of the database"),
    ("runs.sqlite", "is the store of runs"),
    ("runs.sqlite-wal", "is a part of the database FOLDER/runs.sqlite,"),
    ("Models/companies/alpha.yaml", "is in the models folder"),
    ("Models/companies/new.yaml", "would be read as a file of the models folder FOLDER/Models"),
    ("link/companies/new.yml", "would be read as a file of the models folder"),
    ("later", "would be read as a file of the models folder FOLDER/Models"),
  ])
  func outputInPlaceOfAnInputIs65(_ name: String, _ reason: String) throws {
    let invoke = try Invocation()
    let (root, texts) = try models(in: invoke)
    let outcome = invoke(
      "companies", "--output", "\(root)/\(name)", "--models", "\(root)/Models")
    #expect(outcome.status == 65)
    #expect(outcome.error.replacing("STORE", with: "FOLDER/runs.sqlite").contains(reason))
    for (file, text) in texts {
      #expect(FileManager.default.contents(atPath: "\(root)/\(file)") == Data(text.utf8))
    }
    #expect(!FileManager.default.fileExists(atPath: "\(root)/Models/companies/new.yaml"))
  }

  /// A report would take the place of the whole folder; it is refused before anything is evaluated.
  @Test(arguments: [
    (".", "contains the models folder"), ("Models", "is the models folder"),
    ("link", "is the models folder"), ("Models/companies", "is a folder of the models folder"),
    ("Models/companies/new", "is a folder of the models folder"),
  ])
  func aReportInPlaceOfModelsIs65(_ name: String, _ reason: String) throws {
    var invoke = try Invocation()
    let (root, texts) = try models(in: invoke)
    invoke.workspace.onEvaluate = { _ in Issue.record("it was evaluated") }
    let outcome = invoke("report", "--output", "\(root)/\(name)", "--models", "\(root)/Models")
    #expect(outcome.status == 65)
    #expect(outcome.error.contains(reason), "\(outcome.error)")
    for (file, text) in texts {
      #expect(FileManager.default.contents(atPath: "\(root)/\(file)") == Data(text.utf8))
    }
    invoke = try Invocation()
    #expect(
      invoke("report", "--output", "\(root)/Report", "--models", "\(root)/Models").status == 0)
  }

  /// A database, and a models folder with links to it and to a file that it hasn't yet.
  private func models(in invoke: Invocation) throws -> (root: String, texts: [String: String]) {
    let (root, files) = (invoke.folder.path, FileManager.default)
    try files.createDirectory(
      atPath: root + "/Models/companies", withIntermediateDirectories: true)
    for (link, place) in [("link", "Models"), ("later", "link/companies/new.yaml")] {
      try files.createSymbolicLink(atPath: "\(root)/\(link)", withDestinationPath: place)
    }
    let texts = [
      "s.sqlite": "SQLite format 3\0 and more", "Models/companies/alpha.yaml": "id: alpha",
    ]
    for (file, text) in texts {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(file)"))
    }
    return (root, texts)
  }

  @Test func aStoreThatCanNotBeOpenedIs74() throws {
    let invoke = try Invocation()
    let outcome = invoke.run(["evaluate", "--store", "/no/such/folder/x.sqlite"], bare: true)
    #expect(outcome.status == 74)
    #expect(outcome.error.contains("error: cannot open the store /no/such/folder/x.sqlite: "))
    // What was found out is said all the same.
    #expect(outcome.output.contains("League table"))
  }

  /// What can be no file is refused before anything is evaluated.
  @Test(arguments: [["evaluate"], ["brief"], ["runs", "list"]])
  func aStoreThatIsNoFileIs74(_ command: [String]) throws {
    let invoke = try Invocation()
    invoke.workspace.onEvaluate = { _ in Issue.record("it was evaluated") }
    let outcome = invoke.run(command + ["--store", invoke.folder.path], bare: true)
    #expect(outcome.status == 74)
    #expect(outcome.error == "error: cannot open the store FOLDER: it is a folder\n")
    #expect(outcome.output == "")
  }
}
