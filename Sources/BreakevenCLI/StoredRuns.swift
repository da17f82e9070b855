import Breakeven
import Diagnostics
import Publishing
import Reporting
import RunRecord
import RunStore

extension GlobalOptions {
  /// A stored run, the latest if none is named, with a warning on standard error for everything
  /// that has changed since.
  func storedRun(_ id: String?) throws -> RunRecord {
    let run = try unwarnedRun(id)
    Messages(self).say(warnings: RunCheck(run, self))
    return run
  }

  /// The same without a look at what is there now.
  func unwarnedRun(_ id: String?) throws -> RunRecord {
    let store = try openStore(mustExist: true)
    guard let run = try id.map({ try store.run(id: $0) }) ?? store.latest() else {
      throw RunStoreError.empty(path: self.store)
    }
    return run
  }
}

/// A stored run held against the models and facts of today.
struct RunCheck {
  /// One entry for each model, the facts and the settings; nil where today's can't be read.
  let entries: [RunInputCheck]?
  /// The error that prevents reading today's models and facts.
  let failure: (any Error)?

  /// The advice on a difference.
  static let advice =
    "evaluate again for today's numbers; to repeat the run, take back its models and facts"

  init(_ run: RunRecord, _ global: GlobalOptions) {
    do {
      let inputs = try Surroundings.current.makeWorkspace(global).runInputs()
      entries = run.run.checked(against: inputs)
      failure = nil
    } catch {
      entries = nil
      failure = error
    }
  }

  /// The differences, a sentence each without its full stop.
  var differences: [String] { (entries ?? []).compactMap(\.sentence) }

  /// The comparison as a table.
  var table: DataTable {
    DataTable(
      ["what", "verdict", "then", "now"],
      rows: (entries ?? []).map {
        [
          .text($0.path ?? $0.kind.rawValue), .text($0.verdict.rawValue), .text($0.then),
          .init($0.now),
        ]
      })
  }
}

extension Messages {
  /// Prints the changes since a stored run as warnings, with the advice on them.
  func say(warnings check: RunCheck) {
    let differences = check.differences
    if check.failure != nil {
      say("Whether this run is still up to date isn't known: today's models can't be read.")
    }
    if differences.isEmpty { return }
    say(
      differences.enumerated().map { index, text in
        Diagnostic(
          text, help: index == differences.count - 1 ? RunCheck.advice : nil, severity: .warning)
      })
  }
}
