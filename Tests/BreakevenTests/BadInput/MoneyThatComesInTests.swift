import Breakeven
import Diagnostics
import RunRecord
import Testing

/// Money that comes in counts once, and only where it comes in.
@Suite struct MoneyThatComesInTests {
  private static let round =
    "metric: funding_round_amount, period: 2026-03-10, value: 500M, unit: CNY"

  /// A company with further lines of facts, some by a second source of September.
  private func run(_ facts: [String], later: [String] = []) throws -> CompanyRecord {
    let company = Acme.company(Acme.facts + facts)
    let more = later.map { "  - {\($0), source: late, confidence: medium}\n" }.joined()
    let folder = try Acme.folder(
      [],
      [
        "companies/acme.yaml": company + "\n" + more,
        "sources.yaml": """
        sources:
          acme-report: {title: Report, publisher: Acme, date: 2026-04-30, kind: filing, reference: none}
          late: {title: News, publisher: Press, date: 2026-09-20, kind: press, reference: none}

        """,
      ])
    return try Acme.run(folder).companies[0]
  }

  /// What came in by a company's rounds, in US dollars.
  private func money(_ company: CompanyRecord) throws -> Double {
    try #require(company.nowcast?.cash?.moneySince)
  }

  /// 500M of one month are one round, to the day or to the month, in dollars or 2 % larger; 300M are another,
  /// and so are 500M of the month after.
  @Test(arguments: [
    ("period: 2026-03-10, value: 500M, unit: CNY", 1.0),
    ("period: 2026-03, value: 500M, unit: CNY", 1.0),
    ("period: 2026-03, value: 70M, unit: USD", 1.0),
    ("period: 2026-03-10, value: 510M, unit: CNY", 1.0),
    ("period: 2026-03-10, value: 300M, unit: CNY", 1.6),
    ("period: 2026-04, value: 500M, unit: CNY", 2.0),
  ])
  func aRoundByTwoSourcesCountsOnce(_ second: String, _ times: Double) throws {
    let one = try money(run([Self.round]))
    let both = try run([Self.round], later: ["metric: funding_round_amount, \(second)"])
    #expect(abs(try money(both) / one - times) < 1e-9)
    #expect(both.warnings.contains { $0.kind == .roundToldTwice } == (times == 1))
  }

  /// Promised money is money of a round: debt that is promised comes in nowhere, and the file is warned of.
  @Test func onlyRoundsArePromised() throws {
    func promise(_ metric: String, _ paidBy: String = "2027-12-31") -> String {
      "kind: commitment, metric: \(metric), period: 2026-03, value: 500M, unit: CNY, paid_by: \(paidBy), "
        + "probability: 1, because: Signed."
    }
    func out(_ facts: [String]) throws -> Double {
      try #require(try run(facts).outcome.states?.cashedOut.value)
    }
    let none = try out([])
    #expect(try out([promise("total_debt")]) == none)
    #expect(try out([promise("funding_round_amount")]) < none)
    let folder = try Acme.folder(Acme.facts + [promise("total_debt")])
    #expect(
      try Acme.workspace(folder).checkModels(files: []).map(\.message) == [
        "a commitment of total_debt isn't counted: only funding_round_amount is money that comes in"
      ])
  }

  /// What was to come in by a day that is past, or after the last year that is looked at, isn't counted.
  @Test(arguments: [("2026-06-30", true), ("2045-06-30", true), ("2027-06-30", false)])
  func aPromiseOfNoDayToComeIsNamed(_ paidBy: String, _ isNamed: Bool) throws {
    let promise =
      "kind: commitment, metric: funding_round_amount, period: 2026-03, value: 500M, unit: CNY, "
      + "paid_by: \(paidBy), probability: 0.9, because: Signed."
    let kinds = try run([promise]).warnings.map(\.kind)
    #expect(kinds.contains(.promiseNotCounted) == isNamed)
  }

  /// Half of a debt of eleven years ago would be due today: that it is so old is said.
  @Test func anOldDebtIsNamed() throws {
    func kinds(_ period: String) throws -> [StatementKind] {
      try run(["metric: total_debt, period: \(period), value: 90M, unit: CNY"]).warnings.map(\.kind)
    }
    #expect(try kinds("2015-12-31") == [.figureOld])
    #expect(try kinds("2025-12-31").isEmpty)
  }
}
