#if arch(x86_64) && canImport(Glibc)
  import Glibc
  import Simulation
  import Testing

  /// The stated error bounds over a million points each, against the C library in 80-bit
  /// arithmetic, whose errors are below a thousandth of what is tested.
  @Suite struct ManyPointsTests {
    /// A million numbers that fill an interval evenly.
    private func points(from low: Double, to high: Double) -> [Double] {
      DrawStreams(seed: 5, draws: 1_000_000).uniforms(block: "points", dimension: 0)
        .map { low * (1 - $0) + high * $0 }
    }

    /// The largest error, in units of the last place of the exact value.
    private func worst(
      _ points: [Double], _ own: (Double) -> Double, _ exact: (Float80) -> Float80
    ) -> (error: Float80, at: Double) {
      var worst: (error: Float80, at: Double) = (0, .nan)
      for point in points {
        let reference = exact(Float80(point))
        let error = (Float80(own(point)) - reference).magnitude / Float80(Double(reference).ulp)
        if !(error <= worst.error) { worst = (error, point) }
      }
      return worst
    }

    @Test(arguments: [(-708.0, 709.0), (-20, 20), (-1, 1)])
    func `exp is within 1.15 ulp`(low: Double, high: Double) {
      let worst = worst(points(from: low, to: high), Elementary.exp, Glibc.exp)
      #expect(worst.error < 1.15, "at \(worst.at)")
      // The bound is meant: with one coefficient less it wouldn't hold.
      #expect(worst.error > 0.5)
    }

    @Test(arguments: [(1e-300, 1e-299), (0.5, 2.0), (0.99, 1.01), (1, 1e9)])
    func `log is within 1 ulp`(low: Double, high: Double) {
      let worst = worst(points(from: low, to: high), Elementary.log, Glibc.log)
      #expect(worst.error < 1, "at \(worst.at)")
    }

    @Test(arguments: [(2.0, -40.0, 40.0), (1.03, -5000, 5000), (1e-7, -40, 40)])
    func `pow is within 1 ulp where the base is positive`(
      base: Double, low: Double, high: Double
    ) {
      let worst = worst(
        points(from: low, to: high), { Elementary.pow(base, $0) },
        { Glibc.pow(Float80(base), $0) })
      #expect(worst.error < 1, "at \(worst.at)")
    }

    /// z = Φ⁻¹(u) is held by Φ(z): its error there is that of z times the density.
    @Test(arguments: [(0x1p-33, 0.001), (0.001, 0.4), (0.4, 0.6), (0.6, 1 - 0x1p-33)])
    func `the normal quantile is within 2e-15`(low: Double, high: Double) {
      var worst: (error: Float80, at: Double) = (0, .nan)
      for u in points(from: low, to: high) {
        let z = Float80(Elementary.normalQuantile(u))
        // From the nearer tail, where Φ has its digits.
        let tail = z < 0 ? Float80(u) : 1 - Float80(u)
        let probability = Glibc.erfc(z.magnitude / Float80(2).squareRoot()) / 2
        let density = Glibc.exp(-z * z / 2) / (2 * Float80.pi).squareRoot()
        let error = (probability - tail).magnitude / density / max(1, z.magnitude)
        if !(error <= worst.error) { worst = (error, u) }
      }
      #expect(worst.error < 2e-15, "at \(worst.at)")
    }
  }
#endif
