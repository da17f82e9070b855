import Foundation

/// The program's handling of signals.
enum Signals {
  /// Makes an interrupted command leave with 130, and one whose reader left end quietly.
  ///
  /// Nothing half-written is left either way, because files are put in place whole and runs are
  /// stored in one transaction.
  static func prepare() {
    signal(SIGINT) { _ in _exit(130) }
    // Whoever closes the pipe early, as `head` does, has read enough: no message, even where
    // the parent process ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    // A parent that starts programs from a worker thread passes blocked signals on.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, number) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
