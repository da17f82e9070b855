import Breakeven
import RunRecord
import Testing

/// What-ifs that move the day: what is supposed is known on it, and months are held against as far as both days look.
@Suite struct MovedDayTests {
  private static let rounds =
    "metrics: {funding_round_amount: {unit: money, kind: stock, title: {en: Round}}}\n"

  private func answer(_ changes: [String]) throws -> ChangedCompanyRecord {
    try #require(
      try TinyChanges(["metrics.yaml": Self.rounds]).answer(changes, ["cloud-pipe"])
        .companies.first)
  }

  /// An earlier day with another balance is that balance on that day: more of it, less often gone.
  @Test func whatIsSupposedIsKnownOnAnEarlierDay() throws {
    let plain = try answer(["as_of=2026-03-31"])
    for change in ["cloud-pipe.cash=20bn", "cloud-pipe.round=20bn in 2026"] {
      let changed = try answer(["as_of=2026-03-31", change])
      #expect(changed.base == plain.base)
      let before = try #require(plain.new.states?.cashedOut.value)
      let after = try #require(changed.new.states?.cashedOut.value)
      #expect(after < before, "\(change)")
    }
  }

  /// A later day looks less far: that alone moves no months.
  @Test func aLaterDayShortensNoMonths() throws {
    let moved = try answer(["as_of=2027-06-30", "cloud-pipe.cash=90bn"]).moved.filter {
      $0.name == "money_lasts"
    }
    // 42 months are left of 2027-06-30 to the end of 2030.
    #expect(moved.allSatisfy { $0.censoredAt == 42 && $0.base < 42 && $0.new <= 42 })
  }
}
