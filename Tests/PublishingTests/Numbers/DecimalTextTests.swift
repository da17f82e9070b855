import Publishing
import Testing

struct DecimalTextTests {
  /// By hand; halves go away from zero where the value is exact in binary.
  @Test(arguments: [
    (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"), (0.125, 2, "0.13"), (-0.001, 2, "0.00"),
    (1234.5, 1, "1234.5"), (3, 2, "3.00"), (0.05, 1, "0.1"), (1e20, 0, "1e20"),
  ])
  func printsFixed(value: Double, digits: Int, expected: String) {
    #expect(DecimalText.fixed(value, digits: digits) == expected)
  }

  @Test(arguments: [
    (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (1234, "1234"), (0.05, "0.05"),
    (0.001234, "0.00123"), (0.0001234, "1.2e-4"), (-2.5e-6, "-2.5e-6"), (0, "0"), (10, "10"),
  ])
  func printsSignificant(value: Double, expected: String) {
    #expect(DecimalText.significant(value) == expected)
  }

  @Test(arguments: [(16384.0, "16,384"), (999, "999"), (-1_234_567, "-1,234,567"), (1000, "1,000")])
  func groups(value: Double, expected: String) {
    #expect(DecimalText.grouped(value) == expected)
  }
}
