import Diagnostics
import RunRecord
import RunStore

/// A bug, as opposed to anything that an input can cause.
struct InternalError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A file or stream that can't be written.
struct OutputError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// The answer of a command that ran well is no; what there is to say has been said.
struct AnswerIsNo: Error {}

/// The answer of a command that ran well lacks parts; which ones has been said.
struct AnswerIsPartial: Error {
  /// Says what the companies lack for want of an exchange rate; nothing where nothing is lacking.
  ///
  /// - Throws: `AnswerIsPartial` where something is.
  static func check(_ leftOut: [LeftOut], _ global: GlobalOptions) throws {
    if leftOut.isEmpty { return }
    Messages(global).say(
      leftOut.enumerated().map { index, one in
        Diagnostic(
          "\(one.company)\(one.path.map { " on \($0)" } ?? "") is left out: \(one.reason.message)",
          help: index == leftOut.count - 1
            ? "add the rate to markets/exchange-rates.yaml" : nil, severity: .warning)
      })
    throw AnswerIsPartial()
  }
}

extension ExitStatus {
  /// The exit code for an error that a command threw.
  init(_ error: any Error) {
    switch error {
    case let error as DiagnosticError:
      self = error.category == .missing ? .missingInput : .badInput
    case let diagnostic as Diagnostic:
      self = diagnostic.category == .missing ? .missingInput : .badInput
    case let error as RunStoreError: self.init(error)
    case is NumberNotFinite: self = .badInput
    case is OutputError: self = .cannotWrite
    case is AnswerIsNo: self = .no
    case is AnswerIsPartial: self = .partial
    default: self = .bug
    }
  }

  private init(_ error: RunStoreError) {
    switch error {
    case .runNotFound, .empty, .noStore: self = .missingInput
    case .ambiguous: self = .usage
    case .readOnly, .cannotWrite, .busy: self = .cannotWrite
    case .cannotOpen, .notAStore, .damaged, .newerVersion, .cannotRead: self = .cannotRead
    }
  }
}
