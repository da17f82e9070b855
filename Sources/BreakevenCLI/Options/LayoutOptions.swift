import ArgumentParser
import Breakeven
import Publishing

/// The option of what stands on the pages of a report.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Lay pages out by a file: sections, their order, titles, words. `report --layout-example` "
        + "prints one.", valueName: "file"), completion: .file(extensions: ["yaml"]))
  var layout: String?

  /// The layout chosen.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of its file.
  func chosen(_ global: GlobalOptions) throws -> Layout {
    guard let layout else { return .usual }
    return try Surroundings.current.makeWorkspace(global).layout(file: layout)
  }
}
