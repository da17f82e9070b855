internal import Assessment
public import RunRecord
internal import Study

// What comes next, and what became of what was foretold.
extension Workspace {
  /// Says what the next disclosures of companies, or of all of the study's, will tell: the figures
  /// that they will show, how likely each is, and what would then be said of the company.
  ///
  /// - Throws: `DiagnosticError` for companies that don't exist or of which nothing is due, and for
  ///   days that aren't ahead.
  public func ahead(_ request: AheadRequest) throws -> AheadRecord {
    let crew = crew(threads: request.base.threads)
    return try LookAhead(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew
    ).answer()
  }

  /// Holds forecasts against what came since, or against figures that are given.
  ///
  /// - Throws: `DiagnosticError` for forecasts of another study, unknown companies, and figures that
  ///   can't be what was foretold.
  public func settle(_ request: SettleRequest) throws -> SettlementRecord {
    let crew = crew(threads: request.base.threads)
    return try Settler(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew
    ).answer()
  }

  /// Forecasts of a file that `tripwiresText` wrote.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the file.
  public func tripwires(inFile path: String) throws -> Tripwires {
    try TripwireReader.read(file: path)
  }

  /// Forecasts as the text of a file, to be kept and held against what comes.
  public func tripwiresText(_ tripwires: Tripwires) -> String { TripwireWriter.yaml(tripwires) }
}
