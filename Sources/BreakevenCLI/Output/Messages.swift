import Diagnostics

/// The messages of a command on standard error.
struct Messages {
  private let usesColor: Bool
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let write: @Sendable (String) -> Void

  init(_ global: GlobalOptions) {
    self.init(color: global.color, isQuiet: global.quiet, isVerbose: global.verbose)
  }

  /// Reads `--color` by hand, for command lines that could not be parsed.
  init(arguments: [String]) {
    var color = ColorChoice.auto
    for (index, argument) in arguments.enumerated() {
      if argument == "--color", index + 1 < arguments.count {
        color = ColorChoice(rawValue: arguments[index + 1]) ?? color
      } else if argument.hasPrefix("--color=") {
        color = ColorChoice(rawValue: String(argument.dropFirst(8))) ?? color
      }
    }
    self.init(color: color, isQuiet: false, isVerbose: false)
  }

  private init(color: ColorChoice, isQuiet: Bool, isVerbose: Bool) {
    let surroundings = Surroundings.current
    usesColor = color.isUsed(onTerminal: surroundings.errorIsTerminal)
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    write = surroundings.writeError
  }

  /// A message that `--quiet` silences.
  func say(_ text: String) {
    if !isQuiet { write(text.printable + "\n") }
  }

  /// A message for `--verbose` alone.
  func say(verbose text: String) {
    if isVerbose { write(text.printable + "\n") }
  }

  /// An error that has no place in a file.
  func say(error text: String) {
    write((usesColor ? "\u{1B}[31;1merror\u{1B}[0m" : "error") + ": \(text.printable)\n")
  }

  /// All diagnostics in one go, and their count.
  func say(_ diagnostics: [Diagnostic]) {
    if diagnostics.isEmpty { return }
    let renderer = DiagnosticRenderer(usesColor: usesColor)
    var lines = diagnostics.map(renderer.render)
    lines.append(Self.count(diagnostics))
    write(lines.joined(separator: "\n") + "\n")
  }

  /// `2 errors, 1 warning`.
  static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var parts: [String] = []
    if errors > 0 || warnings == 0 { parts.append(plural(errors, "error")) }
    if warnings > 0 { parts.append(plural(warnings, "warning")) }
    return parts.joined(separator: ", ")
  }

  /// `1 error`, `2 errors`.
  static func plural(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension ColorChoice {
  /// Returns true if colour is used on a stream that is, or isn't, a terminal
  /// (https://no-color.org).
  func isUsed(onTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && (Surroundings.current.variables["NO_COLOR"] ?? "").isEmpty
        && Surroundings.current.variables["TERM"] != "dumb"
    }
  }
}
