import RunRecord
import Foundation

/// A line on the terminal that says how far things are and how long they will take.
///
/// Nothing is drawn in the first second, so short work leaves no trace.
final class ProgressBar: @unchecked Sendable {
  private let lock = NSLock()
  private let isVisible: Bool
  private let seconds: @Sendable () -> Double
  private let write: @Sendable (String) -> Void
  private let start: Double
  private var drawnAt: Double?
  private var isFinished = false

  init(
    isVisible: Bool, seconds: @escaping @Sendable () -> Double,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.isVisible = isVisible
    self.seconds = seconds
    self.write = write
    start = seconds()
  }

  /// Draws the line anew, ten times a second at most.
  func show(_ progress: EvaluationProgress) {
    lock.withLock {
      if !isVisible || isFinished { return }
      let now = seconds()
      if now - start < 1 { return }
      if let drawnAt, now - drawnAt < 0.1 { return }
      drawnAt = now
      write("\r\u{1B}[K" + Self.line(progress, elapsed: now - start))
    }
  }

  /// Takes the line off the terminal.
  func finish() {
    lock.withLock {
      isFinished = true
      if drawnAt != nil { write("\r\u{1B}[K") }
    }
  }

  /// `evaluating  [#########...............]  38 %  12 s left`.
  static func line(_ progress: EvaluationProgress, elapsed: Double) -> String {
    let share = progress.total > 0 ? min(1, Double(progress.done) / Double(progress.total)) : 0
    let filled = Int(share * 24)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
    var line = "\(progress.phase.printable)  [\(bar)]  \(Int(share * 100)) %"
    if share > 0 {
      let left = Int((elapsed / share - elapsed).rounded(.up))
      line += left >= 90 ? "  \((left + 59) / 60) min left" : "  \(left) s left"
    }
    return line
  }
}
