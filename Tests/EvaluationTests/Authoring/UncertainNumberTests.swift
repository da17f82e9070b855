import Diagnostics
import Evaluation
import Testing

@Suite struct UncertainNumberTests {
  /// Quantiles by hand: a uniform number, and the median of a lognormal, the geometric mean of its
  /// ends.
  @Test func quantiles() throws {
    let uniform = try UncertainNumber("uniform(2, 6)")
    #expect(uniform.quantile(0.25) == 3)
    #expect(uniform.quantiles([0, 0.5]) == [2, 4])
    #expect(uniform.notation == "uniform(2, 6)")
    #expect(try abs(UncertainNumber("4 to 9").quantile(0.5) - 6) < 1e-12)
  }

  @Test func mistakes() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) { try UncertainNumber("unifrom(2, 6)") })
    #expect(error.description.contains("unknown distribution \"unifrom\""))
    #expect(error.description.contains("did you mean \"uniform\"?"))
  }

  /// Exact values, and the 97.5th percentile of the normal distribution from tables.
  @Test func portableFunctions() {
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.pow(2, 10) == 1024)
    #expect(PortableMath.logistic(0) == 0.5)
    #expect(abs(PortableMath.normalCDF(1.959963984540054) - 0.975) < 1e-15)
    #expect(abs(PortableMath.normalQuantile(0.975) - 1.959963984540054) < 1e-14)
  }
}
