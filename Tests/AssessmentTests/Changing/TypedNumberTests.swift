import Diagnostics
import Testing

@testable import Assessment

/// Expected values: what each printed number means.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("120,000,000", "120000000"), ("−5 %", "-5%"), ("1.12bn", "1.12B"), ("3.98亿", "3.98亿"),
    ("0.1 to 0.4", "0.1 to 0.4"), ("1,500 to 2,500", "1500 to 2500"),
    ("uniform(1,200)", "uniform(1,200)"), ("2bn", "2B"),
  ])
  func printedNumbersAreUnderstood(_ printed: String, _ notation: String) throws {
    #expect(try TypedNumber.notation(printed) == notation)
  }

  @Test(arguments: [">54", "<1 %", "≥ 3"])
  func boundsAreNoNumbers(_ text: String) {
    #expect(throws: Diagnostic.self) { try TypedNumber.notation(text) }
  }

  /// By hand: 16 parts whose medians move by 0 and 1 in turn have a standard deviation of
  /// √(16/15)/2, and a quarter of it is the error.
  @Test func theErrorOfMediansIsThatOfSixteenths() {
    let base = Array(repeating: 0.0, count: 64)
    let new = (0..<64).map { Double(($0 / 4) % 2) }
    let expected = (16.0 / 15).squareRoot() / 2 / 4
    #expect(abs(PairedDifference.errorOfMedians(base, new) - expected) < 1e-12)
  }

  @Test func theMeanDifferenceSkipsUnknownDraws() throws {
    let found = try #require(PairedDifference.mean([0, 1, .nan, 0], [1, 1, 1, 0]))
    #expect(abs(found.value - 1.0 / 3) < 1e-12)
  }
}
