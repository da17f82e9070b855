import MethodCases
import Testing

@testable import Nowcast

/// Holds that no number is made up for a name that nobody gave, and none is ignored.
@Suite struct NamedParametersTests {
  @Test func missingAndUnknownNamesAreRefused() {
    var values = MethodCases.course
    values["trend_damping"] = nil
    values["debt_due"] = nil
    values["trend_dampning"] = 0.33
    #expect(
      throws: NamedParameters.Mistake(
        missing: ["debt_due", "trend_damping"], unknown: ["trend_dampning"])
    ) {
      try NamedParameters.read(values) { NowcastParameters(&$0) }
    }
  }
}
