package import Diagnostics
package import Documents
package import Threads
package import Units

extension FactBase {
  /// Reads everything that is known from folders such as `Models`.
  ///
  /// Of a metric, source, company, rate or reference class that stands in several folders, the one
  /// in the later folder holds. A region's facts, what `company-facts/` says of a company, and
  /// events are added; a fact of the same kind, metric, period and source as an earlier one takes
  /// its place.
  ///
  /// - Parameters:
  ///   - folders: The folders, as the user gave them.
  ///   - units: The units of the study; without them units are compared as text.
  ///   - shelf: Files that were read already.
  ///   - crew: The threads that read; no result depends on them.
  /// - Returns: What was read, with warnings.
  /// - Throws: `DiagnosticError` with all mistakes of all files; of category `missing` when all
  ///   that is wrong is that something is not there.
  package static func load(
    folders: [String], units: UnitRegistry? = nil, shelf: DocumentShelf = DocumentShelf(),
    crew: Crew = Crew(threads: 1)
  ) throws -> FactBase {
    var loader = FactBaseLoader(folders: folders, units: units, shelf: shelf, crew: crew)
    return try loader.load()
  }

  /// The readable part of the folders and all mistakes, so that models can be checked beside them;
  /// no facts without metrics and sources.
  package static func loadAsFarAsPossible(
    folders: [String], units: UnitRegistry? = nil, shelf: DocumentShelf, crew: Crew
  ) -> (facts: FactBase?, problems: [Diagnostic]) {
    var loader = FactBaseLoader(folders: folders, units: units, shelf: shelf, crew: crew)
    let facts = loader.read()
    return (facts, loader.problems)
  }
}
