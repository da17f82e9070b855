import Scoring
import Testing

@Suite struct AssumptionShareTests {
  @Test func shareOfWhatIsExplained() {
    // By hand: 0.3 + 0.1 of 0.6; noise below 0 counts 0; two of four by count.
    let share = AssumptionShare([(0.3, true), (0.2, false), (0.1, true), (-0.05, false)])
    #expect(isNear(share.share ?? 0, 2.0 / 3, within: 1e-12))
    #expect(share.shareByCount == 0.5)
    #expect(share.isMostlyAssumption())
  }

  @Test(arguments: [(6, 0.6, false), (6, 0.61, true), (7, 0.1, false), (8, 0.1, true)])
  func mostlyAssumption(_ assumptions: Int, _ share: Double, _ expected: Bool) {
    var inputs: [(share: Double?, isAssumption: Bool)] = (0..<10).map { (nil, $0 < assumptions) }
    inputs[0].share = share
    inputs[9].share = 1 - share
    #expect(AssumptionShare(inputs).isMostlyAssumption() == expected)
  }

  @Test func nothingExplained() {
    #expect(AssumptionShare([(nil, true)]).share == nil)
    #expect(AssumptionShare([]).shareByCount == nil)
  }
}
