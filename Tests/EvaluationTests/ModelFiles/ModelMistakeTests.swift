import Testing

/// What is said about mistakes in model files: where, what, and what to do.
@Suite struct ModelMistakeTests {
  static let all =
    form + header + inputs + assumptions + distributions + units + formulas + rules + readiness
    + links + otherFiles

  /// Without a mistake nothing is said.
  @Test(arguments: [WrittenModel.Kind.path, .market, .company, .units])
  func rightFilesAreRight(_ kind: WrittenModel.Kind) {
    #expect(WrittenModel.printed(kind.text, as: kind) == "")
  }

  @Test(arguments: all)
  func saysWhatIsWrong(_ mistake: WrittenMistake) {
    #expect(mistake.wrong.contains("1️⃣"))
    #expect(mistake.kind.text.contains(mistake.right) || mistake.right.isEmpty)
    #expect(WrittenModel.printed(mistake.text, as: mistake.kind) == mistake.printed)
  }

  @Test func thereAreManyKinds() {
    #expect(Set(Self.all.map(\.message)).count >= 60)
  }

  /// A message names what was found and what is wanted, or its help says what to do.
  @Test(arguments: all)
  func saysWhatToDo(_ mistake: WrittenMistake) {
    let wants = [
      "expected", "must", "needs", "is missing", "has no value", "closes nothing",
      "twice", "never closed", "outside the horizon, which is", "but it is declared in",
      "lies between",
    ]
    #expect(mistake.help != nil || wants.contains { mistake.message.contains($0) })
  }

  /// In braces a comma ends a text, whatever parentheses stand around it.
  @Test func commaInBraces() {
    let text = WrittenModel.path.replacing("0 to 20%", with: "uniform(0, 1)")
    #expect(
      WrittenModel.printed(text, as: .path) == """
        paths/toys.yaml:9:45: error: the comma before "1)" ends the text in front of it
         9 |   growth: {unit: 1/year, assume: uniform(0, 1), because: toys}
           |                                             ^
          help: put text with commas that stands in braces in quotes
        paths/toys.yaml:9:34: error: "uniform" takes 2 parameters, found 1
         9 |   growth: {unit: 1/year, assume: uniform(0, 1), because: toys}
           |                                  ^
          help: write uniform(low, high)
        """)
  }

  /// Several mistakes are told in one go, in the order of the file's parts.
  @Test func tellsAllAtOnce() {
    let text = WrittenModel.path
      .replacing("version: 1", with: "version: one")
      .replacing("unit: user,", with: "unit: usera,")
      .replacing("metrics: [users]", with: "metrics: [user]")
    #expect(
      WrittenModel.printed(text, as: .path) == """
        paths/toys.yaml:2:10: error: expected a whole number, found "one"
         2 | version: one
           |          ^
        paths/toys.yaml:6:21: error: unknown unit "usera"
         6 |   users_now: {unit: usera, company: toy_users, otherwise: none}
           |                     ^
          help: did you mean "user"?
        paths/toys.yaml:12:17: error: unknown unit "usera"
         12 |   users: {unit: usera, start: users_now, next: previous * (1 + growth * step)}
            |                 ^
          help: did you mean "user"?
        paths/toys.yaml:18:11: error: "metrics" names "user", which is no variable of this model
         18 | metrics: [user]
            |           ^
          help: did you mean "users"?
        """)
  }
}
