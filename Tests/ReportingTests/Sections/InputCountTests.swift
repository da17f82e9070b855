import Reporting
import RunRecord
import Testing

struct InputCountTests {
  /// By hand from the sample: shared inputs once (2 market, 1 of the outcome, 1 assumption a path
  /// on three paths), own ones once a company (4 cash, 5 hospitals served of which 2 facts).
  @Test func countsSharedInputsOnce() {
    let count = InputCount(SampleRun.record)
    #expect(count.facts == 1 + 4 + 2)
    #expect(count.estimates == 3)
    #expect(count.assumptions == 1 + 1)
    #expect(count.overrides == 3)
    #expect(count.total == 15)
  }
}
