import Scoring
import Testing

@Suite struct OldCashTests {
  @Test func oldCashIsRolledForward() {
    // By hand, a year and a half old: 100 - 40 × 1.5; the floor of 0.5 × 80; 100 + 10 × 1.5.
    let cash = OldCash(cash: [100, 100, 100], flow: [-40, -80, 10], age: 1.5)
    #expect(cash.draws == [40, 40, 115])
    #expect(isNear(cash.floorShare, 1.0 / 3, within: 1e-12))
    #expect(cash.isRolled)
  }

  @Test func youngCashStays() {
    let cash = OldCash(cash: [100], flow: [-400], age: 0.5)
    #expect(cash.draws == [100] && !cash.isRolled && cash.floorShare == 0)
  }
}
