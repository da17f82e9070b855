import Diagnostics
import Testing

@testable import Assessment

@Suite struct MemoryEstimateTests {
  private func estimate(draws: Int, companies: Int = 1, paths: Int = 2) -> MemoryEstimate {
    MemoryEstimate(
      draws: draws, companies: companies, pathsOfOne: paths, pathsOfAll: companies * paths,
      models: 7, years: 5, threads: 2)
  }

  // The formula of docs/limits.md by its own constants: one company's columns, and those of all.
  @Test func twiceTheDrawsTakeTwiceTheColumns() {
    let (few, many) = (estimate(draws: 1024).bytes, estimate(draws: 2048).bytes)
    let columns =
      MemoryEstimate.shared + MemoryEstimate.once + 5 * MemoryEstimate.ofYear
      + 2 * (MemoryEstimate.path + 5 * MemoryEstimate.pathOfYear)
    #expect(abs(many - few - 1024 * (8 * columns + MemoryEstimate.ranked)) < 1)
  }

  @Test func twoCompaniesAreComputedSideBySide() {
    let columns =
      MemoryEstimate.once + 5 * MemoryEstimate.ofYear
      + 2 * (MemoryEstimate.path + 5 * MemoryEstimate.pathOfYear)
    func drawn(_ companies: Int) -> Double {
      estimate(draws: 2048, companies: companies).bytes
        - estimate(draws: 1024, companies: companies).bytes
    }
    #expect(abs(drawn(2) - drawn(1) - 1024 * (8 * columns + MemoryEstimate.ranked)) < 1)
    // A third waits: it is ranked alone.
    #expect(abs(drawn(3) - drawn(2) - 1024 * MemoryEstimate.ranked) < 1)
  }

  @Test func theDrawsThatFitAreTheMostThatDo() throws {
    let asked = estimate(draws: 1 << 24, companies: 46)
    let limit = 4e9
    #expect(asked.bytes > limit)
    let fitting = try #require(asked.draws(within: limit))
    #expect(fitting & (fitting - 1) == 0)
    #expect(estimate(draws: fitting, companies: 46).bytes <= limit)
    #expect(estimate(draws: 2 * fitting, companies: 46).bytes > limit)
    #expect(estimate(draws: 1 << 24).draws(within: 1e6) == nil)
  }

  @Test func aRunThatDoesNotFitSaysWhatWould() throws {
    let check = MemoryCheck(memory: MachineMemory(bytes: 4e9, limit: .machine))
    try check.check(estimate(draws: 16384))
    let asked = estimate(draws: 1 << 24, companies: 46)
    let fitting = try #require(asked.draws(within: 4e9))
    #expect {
      try check.check(asked)
    } throws: { error in
      guard let found = (error as? DiagnosticError)?.diagnostics.first else { return false }
      return found.message.hasPrefix("16777216 draws of 46 companies would take about ")
        && found.message.hasSuffix(" of memory, more than the 4.0 GB that the machine has")
        && found.help == "\(fitting) draws fit: say --draws \(fitting)"
        && found.category == .invalid
    }
  }

  @Test func tooManyCompaniesOrPathsSaySo() {
    let check = MemoryCheck(memory: MachineMemory(bytes: 100e6, limit: .group))
    func help(_ estimate: MemoryEstimate) -> String? {
      do {
        try check.check(estimate)
        return nil
      } catch {
        return (error as? DiagnosticError)?.diagnostics.first?.help
      }
    }
    #expect(
      help(estimate(draws: 2, companies: 9000))
        == "name fewer companies, or fewer paths with --path")
    #expect(help(estimate(draws: 2, paths: 9000)) == "name fewer paths with --path")
  }

  @Test(arguments: [
    (2.13e9, "2.1 GB"), (33.4e9, "33 GB"), (999e6, "999 MB"), (9.96e6, "10.0 MB"), (2e9, "2.0 GB"),
  ])
  func sizes(_ bytes: Double, _ text: String) {
    #expect(MemoryCheck.size(bytes) == text)
  }

  // The files say a number of bytes, `max`, or a number near 2^63 for none.
  @Test(
    arguments: [
      ("1073741824\n", 1_073_741_824.0), ("max\n", nil), ("9223372036854771712\n", nil), ("", nil),
    ] as [(String, Double?)])
  func limitsOfAGroup(_ text: String, _ bytes: Double?) {
    #expect(MachineMemory.bytes(in: text) == bytes)
  }
}
