internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study
internal import Threads

/// What was asked of changes: read, with the companies that it is asked of.
struct ChangeQuestion {
  let bench: ChangeBench
  /// The changes, of which each is of inputs, facts or settings.
  let changes: [StudyChange]
  /// The companies that are asked for: those named and those that are changed alone; all of the
  /// study's where something is changed for all and nobody is named.
  let companies: [Company]
  /// True if that is everybody.
  let isOfAll: Bool

  /// The fewest draws on which a difference can be told from chance.
  private static let leastDraws = 64

  /// Reads what was asked; `more` are changes that are asked besides, of which the companies count
  /// too.
  ///
  /// - Throws: `DiagnosticError` for what can't be read or answered.
  init(
    _ request: WhatIfRequest, loaded: LoadedModels, ownEvaluators: [any Evaluator], crew: Crew,
    besides more: (ChangeBench) throws -> [StudyChange] = { _ in [] }
  ) throws {
    guard request.base.draws >= Self.leastDraws else {
      throw DiagnosticError(
        Diagnostic(
          "\(request.base.draws) draws are too few to tell a change from chance",
          help: "--draws 1024 tells 3 points of a hundred, --draws 16384 less than one"))
    }
    bench = try ChangeBench(
      loaded: loaded, request: request.base, ownEvaluators: ownEvaluators, crew: crew)
    let read = try bench.read(request.changes)
    let all = read + (try more(bench))
    let own = all.compactMap(\.record.company)
    let ids =
      request.base.companies.isEmpty && (own.isEmpty || own.count < all.count)
      ? [] : unique(request.base.companies + own)
    let named = try ids.isEmpty ? [] : bench.companies(ids)
    isOfAll = ids.isEmpty
    companies = ids.isEmpty ? try bench.companies([]) : named
    let plain = read.filter { $0.driver == nil }
    var changes = plain
    for change in read {
      guard let driver = change.driver else { continue }
      changes.append(
        try DriverSearch(bench: bench, others: changes)
          .resolved(change, driver, companies: named))
    }
    // In the order given.
    self.changes = read.compactMap { one in
      changes.first { $0.record.text == one.record.text }
    }
  }

  /// True if something is changed that moves ranks alone.
  var isOfRanks: Bool {
    changes.contains { if case .weights = $0.effect { true } else { false } }
  }
}

extension StudyChange {
  /// The computed variable that is to have another median, if it is of one.
  var driver: DriverChange? {
    if case .driver(let driver) = effect { driver } else { nil }
  }
}
