import Diagnostics
import Evaluation
import Facts
import Formulas
import Plan
import RunRecord
import Testing

/// Where the values of inputs live: what lies outside is a mistake, or cut off where it is rare.
@Suite struct ValueDomainTests {
  /// By hand: all, half and none of these lie in the domain; with a 5th percentile of 0.002 and a 95th of
  /// 0.03 a lognormal is above 1 twice in 10^9: its median is 0.0077, and ln(1/0.0077) is 5.9 of its
  /// standard deviations of 0.823.
  @Test(arguments: [
    (ValueDomain.share, "0.2", nil), (.share, "1.5", 1), (.share, "-0.1", 1),
    (.probability, "uniform(0.99, 1.2)", 0.2 / 0.21), (.share, "uniform(-1, 1)", 0.5),
    (.share, "0.002 to 0.03", nil), (.share, "uniform(0, 1)", nil), (.positive, "0", 1),
    (.positive, "1 to 2", nil), (.nonNegative, "0", nil), (.nonNegative, "-5", 1),
    (.change, "-1", nil), (.change, "-1.2", 1), (.year, "2027", nil), (.year, "27", 1),
    (.correlation, "-1", nil), (.correlation, "3", 1),
    (.logChange, "0.068", nil), (.logChange, "50", 1), (.number, "-1e300", nil),
    (.share, "bernoulli(0.3)", nil), (.whole, "3", nil), (.whole, "2.5", 1), (.whole, "-1", 1),
    (.whole, "2 to 4", nil),
    (.share, "discrete({0.5: 9, 2: 1})", 0.1),
  ])
  func whatLiesOutsideIsMeasured(_ domain: ValueDomain, _ text: String, _ share: Double?) throws {
    let distribution = try DistributionNotation.parseDrawable(text)
    guard let share else {
      #expect(try domain.confined(distribution) == distribution)
      return
    }
    let error = try #require(throws: OutsideDomain.self) { try domain.confined(distribution) }
    #expect(abs(error.share - share) < 1e-9)
  }

  /// A normal of mean 2.5 and deviation 1 is below 0 in 0.62 % of draws, by the table of the normal.
  @Test func rareTailsAreCutOff() throws {
    let distribution = try DistributionNotation.parseDrawable("normal(2.5, 1)")
    guard
      case .truncated(distribution, let low, _) = try ValueDomain.nonNegative.confined(distribution)
    else {
      Issue.record("nothing was cut off")
      return
    }
    #expect(low == 0)
  }

  /// In per cent 40 is a share and 140 isn't; after a change by 2 it is 0.6 that isn't.
  @Test func unitsAndChangesCount() throws {
    let share = ValueDomain.share
    #expect(try share.confined(.constant(40), scale: 0.01) == .constant(40))
    #expect(throws: OutsideDomain.self) { try share.confined(.constant(140), scale: 0.01) }
    let twice = InputAdjustment(factor: 2)
    #expect(try share.confined(.constant(0.4), change: twice) == .constant(0.4))
    #expect(throws: OutsideDomain.self) { try share.confined(.constant(0.6), change: twice) }
    let less = InputAdjustment(factor: -1, offset: 1)
    #expect(try share.confined(.constant(0.6), change: less) == .constant(0.6))
    #expect(throws: OutsideDomain.self) { try share.confined(.constant(1.1), change: less) }
    // Two and a half places are none, but 300 in per cent are three.
    #expect(try ValueDomain.whole.confined(.constant(300), scale: 0.01) == .constant(300))
    #expect(throws: OutsideDomain.self) {
      try ValueDomain.whole.confined(.constant(3), change: InputAdjustment(factor: 1.5))
    }
    let fixed = InputAdjustment(factor: 0, offset: 3)
    #expect(throws: OutsideDomain.self) { try share.confined(.constant(0.6), change: fixed) }
  }

  private func resolve(_ inputs: String, set: String? = nil) throws -> [ResolvedInput] {
    var context = try HandMade.context(HandMade.company(), asOf: "2025-05-31")
    context.years = Array(2025...2030)
    if let set {
      context.overrides["chance_of"] = InputOverrideValue(
        distribution: try DistributionNotation.parseDrawable(set), because: .written("a test"))
    }
    return try InputResolver(
      subject: Subject(company: HandMade.company(), context: context),
      inputs: try HandMade.model(inputs: inputs).inputSet
    ).resolve()
  }

  private static let input =
    "    chance_of: {unit: \"1\", domain: probability, assume: 0.2, because: a toy}"

  @Test func whatIsSetIsHeldToTheDomain() throws {
    #expect(try resolve(Self.input, set: "uniform(0, 0.5)").count == 1)
    let error = try #require(throws: DiagnosticError.self) {
      try resolve(Self.input, set: "uniform(0.99, 1.2)")
    }
    #expect(
      error.diagnostics.map(\.message) == [
        "\"chance_of\" is a probability, 0 to 1, and uniform(0.99, 1.2) lies outside in 95 % of draws"
      ])
  }

  @Test func whatAFileAssumesIsHeldToTheDomainWhereItIsWritten() throws {
    let text = Self.input.replacing("0.2", with: "21").replacing("probability", with: "share")
    let error = try #require(throws: DiagnosticError.self) { try resolve(text) }
    #expect(
      error.diagnostics.map(\.message) == ["\"chance_of\" is a share, 0 to 1, and 21 lies outside"])
    #expect(error.diagnostics.first?.location?.column == 51)
  }

  @Test func anUnknownDomainIsAMistakeWithASuggestion() throws {
    let error = try #require(throws: DiagnosticError.self) {
      try resolve(Self.input.replacing("probability", with: "probabilty"))
    }
    #expect(error.diagnostics.map(\.message) == ["there is no domain \"probabilty\""])
    #expect(error.diagnostics.first?.help == "did you mean \"probability\"?")
  }
}
