import Kernels

extension Elementary {
  /// The standard normal quantile of u in (0, 1), to about 1 part in 10^16.
  ///
  /// Algorithm AS 241, PPND16: M. J. Wichura, Applied Statistics 37 (1988), 477-484.
  /// -infinity at 0, infinity at 1, NaN outside.
  package static func normalQuantile(_ u: Double) -> Double {
    let q = u - 0.5
    return q.magnitude <= 0.425 ? centralNormalQuantile(q) : outerNormalQuantile(u)
  }

  /// The standard normal quantiles of a column, the same bits as one by one, by kernels of a level.
  package static func normalQuantiles(
    _ uniforms: [Double], level: KernelLevel = .best
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: uniforms.count) { result, count in
      let whole = level.native == nil ? 0 : uniforms.count & ~7
      if let native = level.native, whole > 0 {
        uniforms.withUnsafeBufferPointer {
          bek_normal_quantiles(native, $0.baseAddress, whole, result.baseAddress)
        }
      }
      for index in whole..<uniforms.count {
        result.initializeElement(at: index, to: normalQuantile(uniforms[index]))
      }
      count = uniforms.count
    }
  }

  /// The quantile of 0.5 + q for |q| ≤ 0.425.
  @inline(__always)
  private static func centralNormalQuantile(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    var a = 2.5090809287301226727e+3
    a = a * r + 3.3430575583588128105e+4
    a = a * r + 6.7265770927008700853e+4
    a = a * r + 4.5921953931549871457e+4
    a = a * r + 1.3731693765509461125e+4
    a = a * r + 1.9715909503065514427e+3
    a = a * r + 1.3314166789178437745e+2
    a = a * r + 3.3871328727963666080e+0
    var b = 5.2264952788528545610e+3
    b = b * r + 2.8729085735721942674e+4
    b = b * r + 3.9307895800092710610e+4
    b = b * r + 2.1213794301586595867e+4
    b = b * r + 5.3941960214247511077e+3
    b = b * r + 6.8718700749205790830e+2
    b = b * r + 4.2313330701600911252e+1
    b = b * r + 1
    return q * a / b
  }

  /// The quantile of u below 0.075 or above 0.925.
  private static func outerNormalQuantile(_ u: Double) -> Double {
    let root = (-log(u < 0.5 ? u : 1 - u)).squareRoot()
    guard root.isFinite else { return u == 0 ? -.infinity : (u == 1 ? .infinity : .nan) }
    let magnitude = root <= 5 ? nearTail(root - 1.6) : farTail(root - 5)
    return u < 0.5 ? -magnitude : magnitude
  }

  private static func nearTail(_ r: Double) -> Double {
    var c = 7.74545014278341407640e-4
    c = c * r + 2.27238449892691845833e-2
    c = c * r + 2.41780725177450611770e-1
    c = c * r + 1.27045825245236838258e+0
    c = c * r + 3.64784832476320460504e+0
    c = c * r + 5.76949722146069140550e+0
    c = c * r + 4.63033784615654529590e+0
    c = c * r + 1.42343711074968357734e+0
    var d = 1.05075007164441684324e-9
    d = d * r + 5.47593808499534494600e-4
    d = d * r + 1.51986665636164571966e-2
    d = d * r + 1.48103976427480074590e-1
    d = d * r + 6.89767334985100004550e-1
    d = d * r + 1.67638483018380384940e+0
    d = d * r + 2.05319162663775882187e+0
    d = d * r + 1
    return c / d
  }

  private static func farTail(_ r: Double) -> Double {
    var e = 2.01033439929228813265e-7
    e = e * r + 2.71155556874348757815e-5
    e = e * r + 1.24266094738807843860e-3
    e = e * r + 2.65321895265761230930e-2
    e = e * r + 2.96560571828504891230e-1
    e = e * r + 1.78482653991729133580e+0
    e = e * r + 5.46378491116411436990e+0
    e = e * r + 6.65790464350110377720e+0
    var f = 2.04426310338993978564e-15
    f = f * r + 1.42151175831644588870e-7
    f = f * r + 1.84631831751005468180e-5
    f = f * r + 7.86869131145613259100e-4
    f = f * r + 1.48753612908506148525e-2
    f = f * r + 1.36929880922735805310e-1
    f = f * r + 5.99832206555887937690e-1
    f = f * r + 1
    return e / f
  }
}
