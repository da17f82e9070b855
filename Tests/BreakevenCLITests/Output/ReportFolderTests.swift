import Diagnostics
import Foundation
import Testing

@testable import BreakevenCLI

struct ReportFolderTests {
  private let invoke: Invocation
  private let folder: String

  init() throws {
    invoke = try Invocation()
    folder = invoke.folder.appendingPathComponent("a/b").path
  }

  private func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + file).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func put(_ content: String, at file: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: url)
  }

  /// What is beside and in the folder, but for the pages themselves: names that begin with a point.
  private var hidden: [String] {
    let beside = invoke.folder.appendingPathComponent("a").path
    let names = FileManager.default.enumerator(atPath: beside)?.compactMap { $0 as? String } ?? []
    return names.filter { ($0 as NSString).lastPathComponent.hasPrefix(".") }.sorted()
  }

  @discardableResult
  private func write(_ pages: [String: String], run: String = "one") throws -> ReportFolder.Outcome
  {
    try ReportFolder(folder).write(
      pages.sorted { $0.key < $1.key }.map { ReportPage(path: $0.key, content: $0.value) }, run: run
    )
  }

  @Test func pagesAreWrittenAndTheIndexComesFirst() throws {
    let written = try write(["companies/云从.md": "one", "index.md": "two"])
    #expect(written.files == ["\(folder)/index.md", "\(folder)/companies/云从.md"])
    #expect(text("index.md") == "two")
    #expect(text("companies/云从.md") == "one")
    #expect(hidden == ["b/.breakeven-report.json"])
    #expect(ReportManifest(folder: folder)?.run == "one")
  }

  /// Whoever closed a page to others wants the next one closed too.
  @Test(arguments: [0o600, 0o664])
  func pagesKeepTheirPermissions(_ permissions: Int) throws {
    try write(["README.md": "1", "companies/x.md": "x"])
    let files = FileManager.default
    let paths = ["README.md", "companies/x.md"].map { folder + "/" + $0 }
    for path in paths {
      try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }
    try write(["README.md": "2", "companies/x.md": "x2"], run: "two")
    for path in paths {
      #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == permissions)
    }
    #expect(text("README.md") == "2")
  }

  @Test func pagesThatNoReportHasAnyMoreGo() throws {
    try write(["README.md": "1", "companies/x.md": "x", "companies/y.md": "y", "charts/x.svg": "s"])
    try write(["README.md": "2", "companies/y.md": "y2"], run: "two")
    #expect(text("README.md") == "2")
    #expect(text("companies/y.md") == "y2")
    #expect(text("companies/x.md") == nil)
    #expect(!FileManager.default.fileExists(atPath: folder + "/charts"))
    #expect(ReportManifest(folder: folder)?.run == "two")
  }

  @Test func whatIsOfNoReportStays() throws {
    try write(["README.md": "1", "companies/x.md": "x"])
    try put("mine", at: "companies/notes.txt")
    try put("deep", at: "own/deeper/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: "nowhere")
    try FileManager.default.createDirectory(
      atPath: folder + "/empty", withIntermediateDirectories: false)
    try write(["README.md": "2"], run: "two")
    #expect(text("companies/notes.txt") == "mine")
    #expect(text("own/deeper/notes.txt") == "deep")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "nowhere")
    #expect(FileManager.default.fileExists(atPath: folder + "/empty"))
    #expect(hidden == ["b/.breakeven-report.json"])
  }

  /// A link that leads to nothing yet stays one, and the folder comes to stand where it leads.
  @Test func aLinkToNothingIsFollowed() throws {
    let link = invoke.folder.appendingPathComponent("link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a/b")
    let written = try ReportFolder(link).write(
      [ReportPage(path: "README.md", content: "1")], run: "one")
    #expect(written.files == ["\(link)/README.md"])
    #expect(text("README.md") == "1")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a/b")
  }

  @Test func aPageThatSomebodyChangedIsLeftAndNamed() throws {
    try write(["README.md": "1", "companies/x.md": "x"])
    try put("x, with a remark", at: "companies/x.md")
    #expect(try write(["README.md": "2"], run: "two").kept == ["companies/x.md"])
    #expect(text("companies/x.md") == "x, with a remark")
  }

  @Test func aFileOfNoReportIsInTheWay() throws {
    try put("a project's own", at: "README.md")
    #expect {
      try write(["README.md": "1", "a.md": "a"])
    } throws: { error in
      guard let error = error as? DiagnosticError else { return false }
      return error.diagnostics.map(\.message) == [
        "\(folder)/README.md is there already and is of no report that breakeven keeps a list of"
      ]
    }
    #expect(text("README.md") == "a project's own")
    #expect(text("a.md") == nil)
    _ = try ReportFolder(folder, overwrites: true).write(
      [ReportPage(path: "README.md", content: "1")], run: "one")
    #expect(text("README.md") == "1")
  }

  @Test func aFolderThatKeepsItsPlaceGetsTheFilesOneByOne() throws {
    try write(["README.md": "1", "companies/x.md": "x"])
    try put("mine", at: "notes.txt")
    let identity = SystemCall.status(of: folder)?.st_ino
    // Whoever works in the folder must find it where it was.
    let written = try ReportFolder(folder, workingIn: folder).write(
      [ReportPage(path: "README.md", content: "2")], run: "two")
    #expect(written.files == ["\(folder)/README.md"])
    #expect(SystemCall.status(of: folder)?.st_ino == identity)
    #expect(text("README.md") == "2")
    #expect(text("notes.txt") == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder + "/companies"))
    #expect(hidden == ["b/.breakeven-report.json"])
  }

  /// Where files are put in one by one, sudden death leaves some pages of either report, and a list
  /// that knows both: the next report is in nobody's way and takes all of them away.
  @Test func aReportThatWasCutOffInTheMiddleIsOursAllTheSame() throws {
    try write(["README.md": "1", "companies/x.md": "x", "companies/z.md": "z"])
    let second = [
      ReportPage(path: "README.md", content: "2"), ReportPage(path: "companies/y.md", content: "y"),
      ReportPage(path: "companies/z.md", content: "z2"),
    ]
    let list = ReportManifest(run: "two", pages: second).inPlace(of: ReportManifest(folder: folder))
    try put(try list.text, at: ReportManifest.name)
    for page in second.dropLast() { try put(page.content, at: page.path) }
    let third = try write(["README.md": "3", "companies/y.md": "y3"], run: "three")
    #expect(third.kept == [])
    #expect(text("README.md") == "3")
    #expect(text("companies/y.md") == "y3")
    #expect(text("companies/x.md") == nil)
    #expect(text("companies/z.md") == nil)
    #expect(ReportManifest(folder: folder)?.earlier == nil)
  }

  @Test func whatAKilledProgramLeftIsRemovedAndWhatALivingOneWritesIsNot() throws {
    try write(["README.md": "1"])
    let beside = invoke.folder.appendingPathComponent("a").path
    for name in ["dead", "alive"] {
      try FileManager.default.createDirectory(
        atPath: beside + "/.b.breakeven-\(name)/charts", withIntermediateDirectories: true)
    }
    let alive = FolderLock(beside + "/.b.breakeven-alive", waits: false)
    try write(["README.md": "2"])
    #expect(
      hidden.filter { !$0.contains("/") } == [".b.breakeven-alive"])
    alive?.end()
  }

  @Test(arguments: ["", "/etc/x", "../x", "a/../x", "a//x", "./x", "a\\x", "a\nx", "a/"])
  func aPageOutsideTheFolderIsABug(_ path: String) throws {
    #expect(throws: InternalError.self) { try write(["fine.md": "", path: ""]) }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aFolderThatCanNotBeMadeIsNamedWithTheCause() throws {
    let file = invoke.folder.appendingPathComponent("file")
    try Data().write(to: file)
    #expect {
      try ReportFolder(file.path + "/b").write(
        [ReportPage(path: "index.md", content: "")], run: "1")
    } throws: { error in
      ExitStatus(error) == .cannotWrite
        && "\(error)".hasSuffix("file/b: a part of its path is a file, not a folder")
    }
  }
}
