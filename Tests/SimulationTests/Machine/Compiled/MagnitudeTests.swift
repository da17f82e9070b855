import Testing

@testable import Simulation

struct MagnitudeTests {
  @Test func `bounds numbers by powers of 2`() {
    // 4 ≤ 5 ≤ 8.
    #expect(Magnitude(of: 5) == Magnitude(most: 3, least: 2, isUnsigned: true))
    #expect(Magnitude(of: -5) == Magnitude(most: 3, least: 2))
    #expect(Magnitude(of: 0).isUnsigned)
    #expect(Magnitude(of: 0).least == nil)
    #expect(!Magnitude(of: -0.0).isUnsigned)
    #expect(!Magnitude(of: .infinity).isFinite)
    #expect(!Magnitude(of: .nan).isFinite)
  }

  @Test func `holds for sums, differences, products and quotients`() {
    let numbers = [5, -5, 0, -0.0, 0.75, -1e-200, 3e150, 1, -2]
    for a in numbers {
      for b in numbers {
        let (x, y) = (Magnitude(of: a), Magnitude(of: b))
        expect(x + y, holdsFor: a + b)
        expect(x - y, holdsFor: a - b)
        expect(x * y, holdsFor: a * b)
        expect(x / y, holdsFor: a / b)
        expect(.either(x, y), holdsFor: a)
        expect(.either(x, y), holdsFor: b)
      }
      expect(Magnitude(of: a).negated, holdsFor: -a)
      expect(Magnitude(of: a).absolute, holdsFor: a.magnitude)
    }
  }

  @Test func `says nothing of what may overflow`() {
    let large = Magnitude(most: 600, least: -600)
    #expect((large * large).most == nil)
    #expect((large * large).least == nil)
    #expect((large / large).most == nil)
    #expect(!Magnitude(most: 1023).isFinite)
  }

  private func expect(_ magnitude: Magnitude, holdsFor value: Double) {
    if let most = magnitude.most {
      #expect(most >= 1023 || value.magnitude <= power(most), "\(value)")
    }
    if let least = magnitude.least { #expect(value.magnitude >= power(least), "\(value)") }
    if magnitude.isUnsigned { #expect(value.sign == .plus || value.isNaN, "\(value)") }
  }

  private func power(_ exponent: Int) -> Double {
    exponent < -1022 ? 0 : Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
