import Testing

/// What is said about mistakes in model files: where, what, and what to do.
@Suite struct ModelMistakeTests {
  static let all =
    form + header + inputs + assumptions + distributions + units + formulas + rules + readiness
    + comparisons + links + competition + series + otherFiles + companyModel

  /// Without a mistake nothing is said.
  @Test(arguments: [WrittenModel.Kind.path, .market, .companyModel, .units])
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

  /// Formulas are checked beside mistakes of form, but for what needs something that has one:
  /// `sales` needs the price, whose unit is unknown, so nothing is said of it.
  @Test func tellsMistakesOfFormulasBesideThoseOfForm() {
    let text = WrittenModel.path
      .replacing("title: {en: Toys}\n", with: "")
      .replacing("CNY/user/year, market: toy_price", with: "CNY/user/yaer, market: toy_price")
      .replacing("investment: 0.1 * sales", with: "investment: 0.1 * rnet")
      .replacing("(1 + growth * step)", with: "(1 + growth)")
    #expect(
      WrittenModel.printed(text, as: .path) == """
        paths/toys.yaml:1:1: error: "title" is missing in a model
         1 | path: toys
           | ^
        paths/toys.yaml:6:26: error: unknown unit "yaer"
         6 |   price: {unit: CNY/user/yaer, market: toy_price}
           |                          ^
          help: did you mean "year"?
        paths/toys.yaml:11:61: error: "+" needs the same unit on both sides: "1" is in [1], \
        "growth" is in [1/year]
         11 |   users: {unit: user, start: users_now, next: previous * (1 + growth)}
            |                                                             ^
          help: multiply "growth" by step
        paths/toys.yaml:16:21: error: unknown name "rnet"
         16 |   investment: 0.1 * rnet
            |                     ^
          help: did you mean "rent"?
        """)
  }
}
