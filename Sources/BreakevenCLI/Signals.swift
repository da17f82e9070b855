import Foundation

/// The program's handling of signals.
enum Signals {
  /// Makes a command that is interrupted or terminated remove what isn't whole yet and leave with 128
  /// and the signal's number, and one whose reader left end quietly.
  ///
  /// Nothing half-written is left either way, because files are put in place whole and runs are
  /// stored in one transaction.
  static func prepare() {
    // Whoever closes the pipe early, as `head` does, has read enough: no message, even where
    // the parent process ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    // A file that may not grow is an error like a full disk, to be told and not to be died of.
    signal(SIGXFSZ, SIG_IGN)
    // A parent that starts programs from a worker thread passes blocked signals on.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    wait(for: ending)
  }

  /// The signals that end the program; not the end of the terminal where `nohup` is to outlive it.
  private static let ending: [Int32] = {
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // SIG_IGN, which Swift doesn't import.
    let isIgnored = unsafeBitCast(handler, to: Int.self) == 1
    return isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
  }()

  /// Lets a thread of their own wait for signals, since little may be done where they interrupt.
  private static func wait(for numbers: [Int32]) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    sigprocmask(SIG_BLOCK, &signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let result = pthread_create(&thread, nil, { _ in Signals.endOnSignal() }, nil)
    if result == 0 { return }
    // Without a thread to wait the system ends the program as it does others.
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func endOnSignal() -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in ending { sigaddset(&signals, number) }
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    Scratch.removeAll(andLeaveWith: 128 + number)
  }
}
