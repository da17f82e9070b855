/// Student's t distribution around 0.
///
/// Its inverse takes microseconds, so it is tabulated once, in cubic pieces over the normal
/// quantile z. Values are within 3e-8, in relation to them where they are above 1; beyond
/// |z| = 6.5, which no 32-bit uniform number reaches, they are computed.
struct StudentTDistribution: InverseDistribution {
  private let degrees: Double
  private let table: CubicTable?

  /// With fewer degrees of freedom than 1 there is no mean, and draws say nothing; more than a
  /// million are the normal distribution.
  init(degrees: Double) throws(DistributionError) {
    guard degrees >= 1, degrees <= 1e6 else {
      throw DistributionError("the degrees of freedom must be from 1 to 1e6, but are \(degrees)")
    }
    self.degrees = degrees
    let shape = StudentTShape(degrees)
    table = CubicTable(tolerance: 3e-8, most: 128, judged: Self.relative) { z in
      let tail = shape.upperQuantile(Elementary.normalCDF(-z.magnitude))
      return (
        z < 0 ? -tail : tail, Elementary.normalDensity(z) / shape.density(tail)
      )
    }
  }

  var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  var transform: QuantileTransform? { table.map { .table($0) } }

  func quantile(_ u: Double) -> Double {
    let z = Elementary.normalQuantile(u)
    guard let table, z.magnitude < CubicTable.end else {
      return Elementary.studentTQuantile(u, degrees: degrees)
    }
    return table.value(z: z)
  }

  func cumulative(_ x: Double) -> Double { Elementary.studentTCDF(x, degrees: degrees) }

  /// asinh: a value near 0, and the log of a large one.
  private static func relative(_ value: Double) -> Double {
    let size = value.magnitude
    let result = Elementary.log(size + (size * size + 1).squareRoot())
    return value < 0 ? -result : result
  }
}
