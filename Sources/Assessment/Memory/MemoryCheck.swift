internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Threads

/// Refuses a run that would take more memory than there is, before it begins.
struct MemoryCheck {
  var memory = MachineMemory.current

  /// Holds an estimate against what there is.
  ///
  /// - Throws: `DiagnosticError` that says how much it would take, and what would fit.
  func check(_ estimate: MemoryEstimate) throws {
    guard estimate.bytes > memory.bytes else { return }
    let fits: String
    if let draws = estimate.draws(within: memory.bytes) {
      fits = "\(draws) draws fit: say --draws \(draws)"
    } else if estimate.companies > 1 {
      fits = "name fewer companies, or fewer paths with --path"
    } else {
      fits = "name fewer paths with --path"
    }
    throw DiagnosticError(
      Diagnostic(
        "\(estimate.draws) draws of \(count(estimate.companies, "company", "companies")) would "
          + "take about \(Self.size(estimate.bytes)) of memory, more than the "
          + "\(Self.size(memory.bytes)) that \(memory.limit.rawValue)", help: fits))
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Bytes in words: `2.1 GB`, `33 GB`, `250 MB`.
  static func size(_ bytes: Double) -> String {
    let (value, unit) = bytes >= 1e9 ? (bytes / 1e9, "GB") : (bytes / 1e6, "MB")
    return value < 10
      ? "\((10 * value).rounded() / 10) \(unit)" : "\(Int(min(value, 1e15).rounded())) \(unit)"
  }
}

extension MemoryEstimate {
  /// The estimate of a run that is set up.
  ///
  /// - Throws: `DiagnosticError` where an input can't be used.
  init(_ run: RunContext, companies: [Company]) throws {
    self.init(
      draws: run.draws.count, companies: companies.count, pathsOfOne: 0, pathsOfAll: 0,
      models: run.evaluators.count, years: run.evaluation.years.count, threads: run.crew.threads)
    for company in companies {
      let count = try run.planner.pathCount(of: company)
      pathsOfOne = max(pathsOfOne, count)
      pathsOfAll += count
    }
  }

  /// The same with numbers on all paths that companies pursue, which is quicker to tell and may be
  /// more.
  init(mostOf run: RunContext, companies: [Company]) {
    self.init(
      draws: run.draws.count, companies: companies.count, pathsOfOne: run.evaluators.count,
      pathsOfAll: run.evaluators.count * companies.count, models: run.evaluators.count,
      years: run.evaluation.years.count, threads: run.crew.threads)
  }
}
