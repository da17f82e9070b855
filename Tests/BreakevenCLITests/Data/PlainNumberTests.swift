import Testing

@testable import BreakevenCLI

/// Expected texts by hand.
struct PlainNumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (5, "5"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (1e20, "1e+20"), (1.5e6, "1500000"),
  ])
  func plain(_ value: Double, _ text: String) {
    #expect(PlainNumber.text(value) == text)
  }
}
