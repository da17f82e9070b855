import Foundation

/// The width of printed lines.
enum TerminalWidth {
  /// The width where standard output is no terminal, and nothing else says.
  static let usual = 80

  /// The width of the terminal, else that of `COLUMNS`, else 80.
  static var current: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return stated(ProcessInfo.processInfo.environment["COLUMNS"])
  }

  /// The width in `COLUMNS`, if it is a sensible number; otherwise the usual.
  static func stated(_ columns: String?) -> Int {
    columns.flatMap(Int.init).flatMap { (20...1000).contains($0) ? $0 : nil } ?? usual
  }
}
