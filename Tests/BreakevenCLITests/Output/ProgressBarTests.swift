import RunRecord
import Testing

@testable import BreakevenCLI

struct ProgressBarTests {
  @Test func saysHowLongItWillTake() {
    #expect(
      ProgressBar.line(
        EvaluationProgress(phase: "evaluating", done: 3, total: 8), elapsed: 7.5)
        == "evaluating  [#########...............]  37 %  13 s left")
    #expect(
      ProgressBar.line(EvaluationProgress(phase: "x", done: 1, total: 100), elapsed: 3)
        == "x  [........................]  1 %  5 min left")
    #expect(
      ProgressBar.line(EvaluationProgress(phase: "x", done: 0, total: 0), elapsed: 3)
        == "x  [........................]  0 %")
  }

  @Test func appearsAfterASecondOnATerminalAndLeavesNoTrace() throws {
    let clock = Clock()
    let invoke = try Invocation()
    invoke.seconds = { clock.tick() }
    #expect(!invoke("evaluate").error.contains("evaluating"))
    invoke.errorIsTerminal = true
    let shown = invoke("evaluate").error
    #expect(shown.contains("\r\u{1B}[Kevaluating  [############............]  50 %  2 s left"))
    #expect(shown.contains("2 s left\r\u{1B}[KStored run"))
    #expect(!invoke("evaluate", "--quiet").error.contains("evaluating"))
    invoke.seconds = { 0 }
    #expect(!invoke("evaluate").error.contains("evaluating"))
  }
}

/// A clock that moves on by two seconds whenever somebody looks.
final class Clock: @unchecked Sendable {
  private var now = 0.0

  func tick() -> Double {
    now += 2
    return now
  }
}
