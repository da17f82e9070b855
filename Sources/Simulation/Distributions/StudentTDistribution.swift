internal import Synchronization

/// Student's t distribution: location + scale t.
///
/// Its inverse takes microseconds, so it is tabulated once, in cubic pieces over the normal
/// quantile z. Values are within 3e-8, in relation to them where they are above 1; beyond
/// |z| = 6.5, which no 32-bit uniform number reaches, they are computed.
struct StudentTDistribution: InverseDistribution {
  private let degrees: Double
  private let location: Double
  private let scale: Double
  private let table: CubicTable?

  /// Constant where the scale is 0.
  static func with(
    degrees: Double, location: Double, scale: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try require(degrees: degrees, location: location, scale: scale)
    return scale == 0
      ? try ConstantDistribution(location)
      : StudentTDistribution(degrees: degrees, location: location, scale: scale)
  }

  /// With fewer degrees of freedom than 1 there is no mean, and draws say nothing; more than a
  /// million are the normal distribution.
  static func require(
    degrees: Double, location: Double, scale: Double
  ) throws(DistributionError) {
    guard degrees >= 1, degrees <= 1e6 else {
      throw DistributionError("the degrees of freedom must be from 1 to 1e6, but are \(degrees)")
    }
    try DistributionError.requireFinite(("the location", location), ("the scale", scale))
    guard scale >= 0 else {
      throw DistributionError("the scale must not be negative, but is \(scale)")
    }
  }

  private init(degrees: Double, location: Double, scale: Double) {
    self.degrees = degrees
    self.location = location
    self.scale = scale
    let standard = Self.standard(degrees: degrees)
    table = location == 0 && scale == 1 ? standard : standard?.moved(by: location, times: scale)
  }

  /// The tables around 0 by degrees of freedom: a run asks for the same few in every year of every
  /// company.
  private static let tables = Mutex<[Double: CubicTable]>([:])

  private static func standard(degrees: Double) -> CubicTable? {
    if let known = tables.withLock({ $0[degrees] }) { return known }
    // Made outside the lock: two threads may both make it, with the same result.
    let table = Self.table(StudentTShape(degrees))
    tables.withLock { known in
      if known.count >= 64 { known.removeAll() }
      known[degrees] = table
    }
    return table
  }

  /// Both halves are alike, and a node is looked for near the one before it.
  private static func table(_ shape: StudentTShape) -> CubicTable? {
    var known: [Double: (value: Double, slope: Double)] = [:]
    var last: (z: Double, logit: Double)?
    return CubicTable(tolerance: 3e-8, most: 128, judged: relative) { z in
      let size = z.magnitude
      var node = known[size]
      if node == nil {
        let tail = Elementary.normalCDF(-size)
        var value = 0.0
        if tail < 0.5 {
          let guess = last.flatMap { (size - $0.z).magnitude < 0.6 ? $0.logit : nil }
          let logit = shape.upperLogit(tail, near: guess, tolerance: 1e-7)
          last = (size, logit)
          value = shape.upperQuantile(logit: logit)
        }
        node = (value, Elementary.normalDensity(size) / shape.density(value))
        known[size] = node
      }
      return z < 0 ? (-(node?.value ?? 0), node?.slope ?? 0) : node ?? (0, 0)
    }
  }

  var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  var transform: QuantileTransform? { table.map { .table($0) } }

  func quantile(_ u: Double) -> Double {
    let z = Elementary.normalQuantile(u)
    guard let table, z.magnitude < CubicTable.end else {
      return location + scale * Elementary.studentTQuantile(u, degrees: degrees)
    }
    return table.value(z: z)
  }

  func cumulative(_ x: Double) -> Double {
    Elementary.studentTCDF((x - location) / scale, degrees: degrees)
  }

  /// asinh: a value near 0, and the log of a large one.
  private static func relative(_ value: Double) -> Double {
    let size = value.magnitude
    let result = Elementary.log(size + (size * size + 1).squareRoot())
    return value < 0 ? -result : result
  }
}
