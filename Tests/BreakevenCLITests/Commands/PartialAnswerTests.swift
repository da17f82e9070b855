import Foundation
import RunRecord
import Testing

@testable import BreakevenCLI

/// A run of which something had to be left out is printed, and leaves with 2.
struct PartialAnswerTests {
  private static let reason = Reason(
    .noRate, ["pair": .text("JPY/CNY"), "day": .text("2026-09-30"), "name": .text("revenue")])

  /// The tiny study with its first company in a currency that nobody knows.
  private func invocation() throws -> (Invocation, id: String) {
    let invoke = try Invocation()
    let id = invoke.workspace.run.companies[0].id
    invoke.workspace.run.companies[0].outcome = .unknown(
      UnknownOutcome(
        reason: Reason(.notEnoughEvidence, ["reason": .statements([Self.reason])]), missing: []))
    return (invoke, id)
  }

  @Test func commandsPrintTheRestAndLeaveWith2() throws {
    let (invoke, id) = try invocation()
    let other = try #require(invoke.workspace.run.companies.first { $0.id != id }?.id)
    for arguments in [
      ["evaluate"], ["evaluate", "--format", "json"], ["compare", id, other], ["explain", id],
      ["report", "--output", invoke.folder.appendingPathComponent("report").path],
    ] {
      let outcome = invoke.run(arguments)
      #expect(outcome.status == 2, "\(arguments): \(outcome.error)")
      #expect(!outcome.output.isEmpty)
      #expect(
        outcome.error.contains(
          "warning: \(id) is left out: not enough evidence: no exchange rate JPY/CNY is known by "
            + "2026-09-30, so revenue can't be converted\n"))
    }
    #expect(invoke("explain", other).status == 0)
  }
}
