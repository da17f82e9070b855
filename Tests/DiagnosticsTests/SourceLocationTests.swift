import Diagnostics
import Testing

@Suite struct SourceLocationTests {
  @Test func placesAreOrderedByFileLineAndColumn() {
    let places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)].map {
      SourceLocation(file: $0.0, line: $0.1, column: $0.2)
    }
    #expect(places.sorted().map(\.description) == ["a:1:2", "a:1:9", "a:2:1", "b:1:1"])
    #expect(places[0].advanced(by: 4).description == "b:1:5")
  }
}
