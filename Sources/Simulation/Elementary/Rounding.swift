extension Elementary {
  /// The largest whole number that isn't above x.
  @inline(__always)
  static func floor(_ x: Double) -> Double {
    let nearest = nearestWhole(x)
    return nearest > x ? nearest - 1 : nearest
  }

  /// The smallest whole number that isn't below x.
  @inline(__always)
  static func ceiling(_ x: Double) -> Double {
    let nearest = nearestWhole(x)
    return nearest < x ? nearest + 1 : nearest
  }

  /// The nearest whole number, halves away from zero.
  @inline(__always)
  static func round(_ x: Double) -> Double {
    let nearest = nearestWhole(x.magnitude)
    let away = x.magnitude - nearest == 0.5 ? nearest + 1 : nearest
    return x < 0 ? -away : away
  }

  /// The nearest whole number, halves to the even one; x itself where it is large or not finite.
  ///
  /// At 2^52 doubles are one apart, so adding it rounds. Unlike `rounded`, which is a call to the
  /// C library on x86-64 without SSE4, it runs on vectors.
  @inline(__always)
  private static func nearestWhole(_ x: Double) -> Double {
    let magnitude = (x.magnitude + 0x1p52) - 0x1p52
    let nearest = x < 0 ? -magnitude : magnitude
    return x.magnitude < 0x1p52 ? nearest : x
  }
}
