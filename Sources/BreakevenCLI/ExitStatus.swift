/// The exit codes of every command; they follow sysexits.h where it has one.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case no = 1
  case partial = 2
  case usage = 64
  case badInput = 65
  case missingInput = 66
  case bug = 70
  case cannotWrite = 73
  case cannotRead = 74
  case interrupted = 130
  case terminated = 143

  /// The meaning of the code, for the help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .no: "done, and the answer is no: a check found errors"
    case .partial: "partial: a company lacks an exchange rate, the rest is there"
    case .usage: "the command line can't be understood"
    case .badInput: "something in the input is wrong"
    case .missingInput: "something in the input is missing"
    case .bug: "a bug of breakeven's"
    case .cannotWrite: "cannot write"
    case .cannotRead: "cannot read"
    case .interrupted: "interrupted"
    case .terminated: "terminated by another program"
    }
  }

  /// All codes, a line each.
  static var help: String {
    allCases.map { status in
      let code = String(status.rawValue)
      return "  " + String(repeating: " ", count: 3 - code.count) + "\(code)  \(status.meaning)"
    }.joined(separator: "\n")
  }
}
