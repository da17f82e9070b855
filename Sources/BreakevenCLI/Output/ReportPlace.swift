import Diagnostics
import Foundation
import Publishing

/// Where a report goes and in which form.
enum ReportPlace: Hashable {
  /// One file; `-` is standard output.
  case file(String)
  /// A folder of pages.
  case folder(String)

  /// The place that the options name, or the usual one.
  ///
  /// - Throws: `OutputError` if one file is to be written where a folder is, `DiagnosticError` if a folder is to
  ///   be written to standard output.
  init(_ output: String?, format: ReportForm, isSplit: Bool) throws {
    guard format == .html, !isSplit else {
      if output == "-" {
        throw DiagnosticError(
          Diagnostic(
            "standard output takes a report in one file of HTML, not a folder of pages",
            help: (isSplit ? "leave --split out" : "add --format html")
              + ", or name a folder with --output"))
      }
      self = .folder(output ?? "Report")
      return
    }
    let path = output ?? "Report.html"
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if (isThere && isFolder.boolValue) || path.hasSuffix("/") {
      let inside = path.hasSuffix("/") ? path + "report.html" : path + "/report.html"
      throw OutputError(
        "cannot write a file to \(path.printable), which is a folder: name a file, such as "
          + "\(inside.printable), or add --split for a folder of pages")
    }
    self = .file(path)
  }

  /// Refuses a place that a report must never take, before there is one; `overwrites` is whether files of no
  /// report may be replaced.
  ///
  /// - Throws: `DiagnosticError`.
  func check(_ global: GlobalOptions, overwrites: Bool) throws {
    switch self {
    case .file("-"): break
    case .file(let path):
      try OutputPath.check(path, global)
      if !overwrites, Self.isOfNoReport(path) {
        throw DiagnosticError(
          Diagnostic(
            "\(path.printable) is there already and is no report of breakeven's",
            help: "name another file with --output, or write over it with --overwrite"))
      }
    case .folder(let folder): try OutputPath.check(folder: folder, global)
    }
  }

  /// True of a file with something in it that doesn't begin as a report does; what can't be read is left to
  /// whoever writes to it.
  private static func isOfNoReport(_ path: String) -> Bool {
    guard SystemCall.status(of: path)?.isFile == true,
      let file = FileHandle(forReadingAtPath: path),
      let beginning = try? file.read(upToCount: 1024), !beginning.isEmpty
    else { return false }
    return beginning.range(of: Data(HTMLDocument.mark.utf8)) == nil
  }

  /// Writes the pages of a run and tells what was done; on standard output stands the file alone, so
  /// that nothing is told of it.
  ///
  /// - Throws: What writing a folder or a file throws.
  func write(
    _ pages: [ReportPage], run: String, overwrites: Bool, _ global: GlobalOptions
  ) throws -> ReportFolder.Outcome {
    switch self {
    case .folder(let folder):
      return try ReportFolder(folder, overwrites: overwrites).write(pages, run: run)
    case .file(let path):
      guard let page = pages.first(where: { $0.path.hasSuffix(".html") }) else {
        throw InternalError("a report in one file has no page")
      }
      try DestinationOptions.write(page.content, to: path, global)
      return ReportFolder.Outcome(files: path == "-" ? [] : [path], kept: [])
    }
  }

  /// What is said of the files that were written.
  func told(_ files: [String]) -> String {
    switch self {
    case .folder(let folder): "Wrote \(Messages.plural(files.count, "file")) to \(folder)."
    case .file(let path): "Wrote \(path)."
    }
  }
}
