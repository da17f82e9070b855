import RunRecord
import Testing

@Suite struct InputOverrideTests {
  @Test(arguments: [
    ("price=2 to 4", InputOverride(name: "price", text: "2 to 4")),
    ("price*=2", InputOverride(name: "price", operation: .multiply, text: "2")),
    (" price += 10% ", InputOverride(name: "price", operation: .add, text: "10%")),
    ("a.b-=3", InputOverride(name: "a.b", operation: .subtract, text: "3")),
    ("price×=2", InputOverride(name: "price", operation: .multiply, text: "2")),
  ])
  func changesAreRead(_ text: String, _ expected: InputOverride) {
    #expect(InputOverride(text) == expected)
  }

  @Test(arguments: ["price", "=2", "price=", "*=2", ""])
  func whatIsNoneIsNil(_ text: String) { #expect(InputOverride(text) == nil) }
}
