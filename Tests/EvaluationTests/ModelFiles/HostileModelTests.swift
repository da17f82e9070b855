import Documents
import Evaluation
import Testing

/// Files that were made to do harm end in a message or in a right result, and soon.
@Suite(.timeLimit(.minutes(1))) struct HostileModelTests {
  private func printed(_ text: String) -> String { WrittenModel.printed(text, as: .path) }

  @Test func billionLaughs() {
    let bomb = (1...9).map { level in
      "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]"
    }
    let text = WrittenModel.path + "a0: &a0 x\n" + bomb.joined(separator: "\n") + "\n"
    #expect(
      printed(text) == """
        paths/toys.yaml:26:5: error: the anchor "&a0" is not allowed
         26 | a0: &a0 x
            |     ^
          help: write the value out wherever it is needed
        """)
  }

  @Test func tooLargeAFile() {
    let text = WrittenModel.path + String(repeating: "# much ado\n", count: 1_000_000)
    #expect(
      printed(text) == """
        error: paths/toys.yaml is larger than 10 MB
          help: split it into several files
        """)
  }

  /// Megabytes of comments, or of one text.
  @Test func largeFilesAreRead() {
    let comments = String(repeating: "# much ado about nothing\n", count: 80_000)
    #expect(printed(comments + WrittenModel.path) == "")
    let summary = "summary: {en: \"" + String(repeating: "toys ", count: 400_000) + "\"}\n"
    #expect(printed(WrittenModel.path + summary) == "")
  }

  @Test(arguments: [100, 20_000])
  func deepNesting(depth: Int) {
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let text = printed(WrittenModel.path.replacing("metrics: [users]", with: "metrics: \(deep)"))
    #expect(text.hasPrefix("paths/toys.yaml:18:"))
    #expect(text.contains("nested"))
  }

  @Test func longFormula() {
    let sum = "users * price" + String(repeating: " + sales", count: 12_500)
    let text = printed(WrittenModel.path.replacing("users * price}", with: "\(sum)}"))
    #expect(
      text.hasPrefix("paths/toys.yaml:13:36: error: the text is longer than 20000 characters\n"))
    #expect(text.hasSuffix("  help: split it into several variables"))
    #expect(text.count < 500)
  }

  @Test func deepFormula() {
    let deep = String(repeating: "(", count: 9_000) + "users" + String(repeating: ")", count: 9_000)
    let text = printed(WrittenModel.path.replacing("users * price}", with: "\(deep) * price}"))
    #expect(text.contains("error: the formula is nested more than 200 deep"))
  }

  @Test func deepDistribution() {
    let deep =
      String(repeating: "truncate(", count: 500) + "1"
      + String(repeating: ", 0, 1)", count: 500)
    let text = printed(WrittenModel.path.replacing("0 to 20%", with: "\"\(deep)\""))
    #expect(text.contains("error: distributions are nested too deep"))
  }

  @Test(arguments: ["if", "min", "previous", "cumulative", "at", "s_curve", "bass", "step", "and"])
  func namesThatShadowTheLanguage(name: String) {
    let text = WrittenModel.path.replacing(
      "  growth: {", with: "  \(name): {unit: \"1\", assume: 1}\n  growth: {")
    #expect(
      printed(text).contains("error: \"\(name)\" is a word of the language and can't be a name"))
  }

  /// Whichever number it is, none that isn't finite gets in.
  @Test(arguments: [".inf", "-.inf", ".nan", "inf", "nan", "1e999", "-1e400", "Infinity"])
  func numbersThatAreNotFinite(number: String) {
    for (right, wrong) in [
      ("assume: 0 to 20%", "assume: \(number)"), ("assume: 0 to 20%", "assume: 1 to \(number)"),
      ("2025: 1 to 2", "2025: \(number)"), ("weight: 100", "weight: \(number)"),
      ("cost: 0.4", "cost: \(number)"), ("otherwise: none", "otherwise: \(number)"),
      ("0.1 * sales", "\(number) * sales"), ("version: 1", "version: \(number)"),
    ] {
      let text = WrittenModel.path.replacing(right, with: wrong)
      #expect(text != WrittenModel.path)
      #expect(printed(text).contains("paths/toys.yaml:"), "\(wrong)")
    }
  }

  /// Letters that look like others, run from right to left, or are not there at all.
  @Test(arguments: ["tоys", "玩具", "לעצוצ", "to\u{200B}ys", "to\u{200F}ys", "tóys", "toys\u{301}"])
  func otherScriptsInNames(name: String) {
    for right in ["path: toys", "  growth", "  users: {", "id: trust", "users: {unit: user"] {
      let prefix =
        right.prefix { $0 == " " }
        + (right.contains(": t") ? "\(right.split(separator: " ")[0]) " : "")
      let text = WrittenModel.path.replacing(
        right,
        with: right.contains(": t")
          ? prefix + name : prefix + name + (right.hasSuffix("{") ? ": {" : ""))
      #expect(printed(text).contains("paths/toys.yaml:"), "\(right)")
      // What can drive a terminal or turn text around is not printed.
      #expect(!printed(text).unicodeScalars.contains { $0.properties.generalCategory == .format })
    }
  }

  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{2028}", "\u{0}", "\u{1B}", "\u{FEFF}", "\u{FFFF}"])
  func charactersThatNoTextNeeds(character: String) {
    let text = printed(
      WrittenModel.path.replacing("{en: Toys}", with: "{en: \"To\(character)ys\"}"))
    #expect(text.hasPrefix("paths/toys.yaml:3:16: error: found the control character U+"))
  }

  /// A byte order mark and other ends of lines change nothing.
  @Test func otherEndsOfLines() {
    #expect(printed("\u{FEFF}" + WrittenModel.path) == "")
    #expect(printed(WrittenModel.path.replacing("\n", with: "\r\n")) == "")
    let wrong = WrittenModel.path.replacing("growth ~ cost", with: "growth ~ costs")
    #expect(printed("\u{FEFF}" + wrong.replacing("\n", with: "\r\n")) == printed(wrong))
  }

  @Test func tooManyNames() {
    let many = (0..<20_000).map { "  x\($0): {unit: \"1\", assume: 1}\n" }.joined()
    let text = printed(WrittenModel.path.replacing("inputs:\n", with: "inputs:\n\(many)"))
    #expect(
      text.contains("error: found 20004 names, more than 2000") || text.contains("20005 names"))
  }

  @Test func tooManyUnknownKeys() {
    let many = (0..<50_000).map { "k\($0)" }.joined(separator: ", ")
    let text = printed(WrittenModel.path + "x: {\(many)}\n" + "y: 1\n")
    #expect(text.contains("unknown key \"x\" in a model"))
    let inside = printed(WrittenModel.path.replacing("{en: Toys}", with: "{en: Toys, \(many)}"))
    #expect(inside.components(of: "error:") == 20)
  }

  @Test func longKeys() {
    let key = String(repeating: "k", count: 1_000_000)
    let text = printed(WrittenModel.path + "\(key): 1\n")
    // Longer than what YAML itself takes for a key in one line, or than what we do.
    #expect(text.count < 1_000)
    #expect(text.hasPrefix("paths/toys.yaml:26:"))
  }

  @Test func tooManyCorrelations() {
    let many = (0..<501).map { "a\($0) ~ b: 0.1" }.joined(separator: ", ")
    let text = printed(
      WrittenModel.path.replacing("growth ~ cost: 0.4", with: many))
    #expect(text.contains("error: found 501 correlations, more than 500"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
