import Foundation

/// How wide lines may be.
enum TerminalWidth {
  /// Where standard output is no terminal, and nothing else says.
  static let usual = 80

  /// The width of the terminal, else that of `COLUMNS`, else 80.
  static var current: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return stated(ProcessInfo.processInfo.environment["COLUMNS"])
  }

  /// What `COLUMNS` says, if it is a sensible number.
  static func stated(_ columns: String?) -> Int {
    columns.flatMap(Int.init).flatMap { (20...1000).contains($0) ? $0 : nil } ?? usual
  }
}
