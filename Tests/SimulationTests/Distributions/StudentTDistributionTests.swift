import Formulas
import Simulation
import Testing

struct StudentTDistributionTests {
  /// By mpmath at 40 digits; `scipy.stats.t.ppf` of SciPy 1.17 is the same to 1e-12 but for 4
  /// degrees at 0.4999, where it is 1.6e-9 off.
  static let references: [(degrees: Double, u: Double, t: Double)] = [
    (1, 1e-09, -318309886.1837906),
    (1, 0.0001, -3183.098757118151),
    (1, 0.01, -31.820515953773956),
    (1, 0.05, -6.313751514675043),
    (1, 0.3, -0.7265425280053609),
    (1, 0.4999, -0.0003141592756943707),
    (1, 0.9, 3.077683537175254),
    (1, 0.975, 12.706204736174694),
    (1, 0.99999, 31830.988608051954),
    (2.3, 1e-09, -6633.992189107001),
    (2.3, 0.0001, -44.42913432801706),
    (2.3, 0.01, -5.853896768115798),
    (2.3, 0.05, -2.6761263238472353),
    (2.3, 0.3, -0.604159910283664),
    (2.3, 0.4999, -0.0002786382173756242),
    (2.3, 0.9, 1.7819239901184767),
    (2.3, 0.975, 3.8071632082321307),
    (2.3, 0.99999, 120.95347002007895),
    (2.5, 1e-09, -3489.5833953699816),
    (2.5, 0.0001, -34.86796932111477),
    (2.5, 0.01, -5.353111173030874),
    (2.5, 0.05, -2.5582186141359364),
    (2.5, 0.3, -0.5973077382523175),
    (2.5, 0.4999, -0.0002763891391802735),
    (2.5, 0.9, 1.7302509288071768),
    (2.5, 0.975, 3.5746548420036817),
    (2.5, 0.99999, 87.64328685682146),
    (4, 1e-09, -234.02761040611892),
    (4, 0.0001, -13.033671720896455),
    (4, 0.01, -3.746947387979197),
    (4, 0.05, -2.1318467863266504),
    (4, 0.3, -0.5686490630497055),
    (4, 0.4999, -0.0002666666706172547),
    (4, 0.9, 1.533206274058944),
    (4, 0.975, 2.7764451051977934),
    (4, 0.99999, 23.332182700855984),
    (8, 1e-09, -29.289321118225654),
    (8, 0.0001, -6.441999821020392),
    (8, 0.01, -2.8964594477096224),
    (8, 0.05, -1.8595480375308984),
    (8, 0.3, -0.545933763540483),
    (8, 0.4999, -0.000258599054647853),
    (8, 0.9, 1.396815309743865),
    (8, 0.975, 2.3060041352041662),
    (8, 0.99999, 8.907026870848961),
    (30, 1e-09, -8.445862796274243),
    (30, 0.0001, -4.233985957272021),
    (30, 0.01, -2.4572615424005915),
    (30, 0.05, -1.6972608865939578),
    (30, 0.3, -0.5300190039065045),
    (30, 0.4999, -0.00025276002539339365),
    (30, 0.9, 1.3104150253913958),
    (30, 0.975, 2.0422724563012378),
    (30, 0.99999, 5.054032421448105),
    (1000, 1e-09, -6.053690272079834),
    (1000, 0.0001, -3.732851604575368),
    (1000, 0.01, -2.330082674755513),
    (1000, 0.05, -1.6463788172854648),
    (1000, 0.3, -0.524567707309227),
    (1000, 0.4999, -0.00025072550362288887),
    (1000, 0.9, 1.2823987214609245),
    (1000, 0.975, 1.962339080826408),
    (1000, 0.99999, 4.285437682653988),
  ]

  @Test(arguments: references)
  func `has the quantiles of an independent implementation`(degrees: Double, u: Double, t: Double) {
    let quantile = Elementary.studentTQuantile(u, degrees: degrees)
    #expect((quantile / t - 1).magnitude < 1e-12)
  }

  @Test func `with one degree of freedom is Cauchy's, tan π(u - 1/2)`() {
    // tan(π/4) = 1, tan(π/6) = 1/√3, tan(π/3) = √3.
    for (u, t) in [(0.75, 1), (2.0 / 3, 1 / 3.0.squareRoot()), (5.0 / 6, 3.0.squareRoot())] {
      #expect((Elementary.studentTQuantile(u, degrees: 1) - t).magnitude < 1e-14)
    }
  }

  @Test func `with two degrees of freedom is (2u - 1)/√(2u(1 - u))`() {
    for u in spread(500, from: 1e-6, to: 1 - 1e-6) {
      let t = (2 * u - 1) / (2 * u * (1 - u)).squareRoot()
      let quantile = Elementary.studentTQuantile(u, degrees: 2)
      #expect((quantile - t).magnitude < 1e-12 * max(1, t.magnitude), "u = \(u)")
      #expect((Elementary.studentTCDF(t, degrees: 2) - u).magnitude < 1e-13)
    }
  }

  @Test func `is 0 in the middle and infinite at the ends`() {
    #expect(Elementary.studentTQuantile(0.5, degrees: 2.3) == 0)
    #expect(Elementary.studentTQuantile(0, degrees: 2.3) == -.infinity)
    #expect(Elementary.studentTQuantile(1, degrees: 2.3) == .infinity)
    #expect(Elementary.studentTQuantile(1.5, degrees: 2.3).isNaN)
  }

  @Test(arguments: [1.0, 2.3, 2.5, 8, 1e6])
  func `is tabulated within 1e-7`(degrees: Double) throws {
    let distribution = try Distribution.studentT(degrees: degrees)
    // Up to the outermost of 32-bit uniform numbers, and one by one as in a column.
    let levels = (0...650).map { Elementary.normalCDF(-6.4 + 12.8 * Double($0) / 650) }
    let column = distribution.quantiles(levels)
    for (u, value) in zip(levels, column) {
      let exact = Elementary.studentTQuantile(u, degrees: degrees)
      #expect((value - exact).magnitude < 1e-7 * max(1, exact.magnitude), "u = \(u)")
      #expect(distribution.quantile(u) == value)
    }
    #expect((distribution.cumulative(distribution.quantile(0.1)) - 0.1).magnitude < 1e-7)
  }

  @Test func `refuses degrees of freedom below 1`() {
    #expect(throws: DistributionError.self) { try Distribution.studentT(degrees: 0.9) }
    #expect(throws: DistributionError.self) { try Distribution.studentT(degrees: .nan) }
  }
}
