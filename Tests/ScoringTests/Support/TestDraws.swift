import Simulation
import Scoring

/// A seeded generator for tests (SplitMix64; Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A value in (0, 1).
  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) / 9007199254740992 }

  mutating func uniforms(_ count: Int) -> [Double] { (0..<count).map { _ in uniform() } }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  mutating func values(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in uniform(range) }
  }

  mutating func yearly(_ years: Int, _ draws: Int) -> YearlyDraws {
    YearlyDraws(values: uniforms(years * draws), draws: draws)
  }

  mutating func yearly(_ years: Int, _ draws: Int, in range: ClosedRange<Double>) -> YearlyDraws {
    YearlyDraws(values: values(years * draws, in: range), draws: draws)
  }
}

/// Midpoints of equal parts of (0, 1).
func midpoints(_ count: Int) -> [Double] {
  (0..<count).map { (Double($0) + 0.5) / Double(count) }
}

/// One draw of yearly values.
func oneDraw(_ values: [Double]) -> YearlyDraws { YearlyDraws(values: values, draws: 1) }

func isNear(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
  abs(a - b) <= tolerance
}

func mean(_ values: [Double]) -> Double {
  let known = values.filter { !$0.isNaN }
  return known.reduce(0, +) / Double(known.count)
}

extension YearlyDraws {
  func scaled(by factor: Double) -> YearlyDraws {
    YearlyDraws(values: values.map { $0 * factor }, draws: draws)
  }
}
