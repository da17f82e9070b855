import Diagnostics
import Study
import TestSupport
import Testing

/// What is said of mistakes in a thesis.
@Suite struct ThesisMistakesTests {
  static let right = """
    thesis: toys
    title: {en: Toys}
    groups: {makers: [acme]}
    claims:
      many:
        title: {en: Many toys are sold}
        says: {en: More than ten in a shop.}
        measures:
          sold: {mean: sold, of: makers, path: toys, unit: toy/shop/year}
          even: {count: broke_even, of: study, at: 2028}
        holds: sold > 10 [toy/shop/year] and even == 0
        hinges:
          toys.growth: {neutral: "uniform(0, 1)", because: nobody knows}

    """

  /// The messages and advice of a thesis in which a text is replaced.
  private func mistakes(_ old: String, _ new: String) throws -> [String] {
    try #require(Self.right.contains(old))
    var files = try TinyModels.files()
    files["theses/toys.yaml"] = Self.right.replacing(old, with: new)
    let models = try TemporaryModels(files)
    return Checking(models).problems().map { problem in
      let place = problem.location.map { "\($0.line):\($0.column): " } ?? ""
      return place + problem.message + (problem.help.map { " (\($0))" } ?? "")
    }
  }

  @Test func nothingIsWrong() throws {
    #expect(try mistakes("Many", "Many") == [])
  }

  @Test(
    arguments: [
      (
        "makers, path", "maker, path",
        "9:30: there is no company or group \"maker\" (write the id of a company, a group of this "
          + "file, \"study\" or \"at_risk\")"
      ),
      (
        "[acme]", "[acne]",
        "9:30: there is no company or group \"acne\" (did you mean \"acme\"?)"
      ),
      (
        "path: toys", "path: toy", "9:44: there is no path \"toy\" (did you mean \"toys\"?)"
      ),
      (
        "count: broke_even", "count: broke_evn",
        "10:21: unknown name \"broke_evn\" (did you mean \"broke_even\"?)"
      ),
      (
        "growth: {n", "grwth: {n",
        "13:7: there is no input \"toys.grwth\" to set (did you mean \"toys.growth\"?)"
      ),
      (
        "toys.growth: {n", "growth: {n",
        "13:7: \"growth\" is an input of the company model and of toys (say which: company.growth or "
          + "toys.growth)"
      ),
      (
        "2028", "2035",
        "10:7: \"even\" is of 2035, after the horizon 2030 (the study looks to 2030, so that "
          + "the claim isn't tested)"
      ),
      (
        " and even == 0", "",
        "10:7: no formula of the claim \"many\" uses the measure \"even\" (use it in \"holds\" or "
          + "delete it)"
      ),
      (
        "count: broke_even", "count: previous(broke_even)",
        "10:21: \"previous\" is over several years, but a measure is of one (let the model have a "
          + "variable for it, or take a measure of each year)"
      ),
      (
        ", unit: toy/shop/year", "",
        "9:7: the measure \"sold\" needs the unit of its value (write unit: CNY/year, or \"1\" for "
          + "a plain number)"
      ),
      (
        "    holds: sold > 10 [toy/shop/year] and even == 0\n", "",
        "5:3: the claim \"many\" has no test: \"holds\" is missing (write a formula of its measures, "
          + "such as holds: broke_even == 0; what nothing can test yet says in \"needs\" what for)"
      ),
    ])
  func mistake(old: String, new: String, expected: String) throws {
    #expect(try mistakes(old, new) == [expected])
  }

  /// A number of toys against one of money is no comparison.
  @Test func wrongUnits() throws {
    let found = try mistakes("10 [toy/shop/year]", "10 [CNY]")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("11:17: ") && found[0].contains("CNY"), "\(found)")
  }

  /// What another folder may add isn't missed.
  @Test func pathsOfOtherFolders() throws {
    let found = try mistakes(
      "    measures:\n      sold: {mean: sold, of: makers, path: toys",
      "    needs_paths: games\n    measures:\n      sold: {mean: sold, of: makers, path: games")
    #expect(found == [])
  }
}
