import Diagnostics
import Formulas
import Testing

@Suite struct DistributionNotationTests {
  static let sound: [(text: String, spec: DistributionSpec)] = [
    ("7", .constant(7)), ("-0.5", .constant(-0.5)), ("3.98亿", .constant(398_000_000)),
    ("10 to 40", .interval(low: 10, high: 40)), ("-15% to 3%", .interval(low: -0.15, high: 0.03)),
    ("15.4k to 16.4k", .interval(low: 15_400, high: 16_400)),
    ("1e-5 to 3e-4", .interval(low: 1e-5, high: 3e-4)),
    ("normal(2027, 1)", .normal(mean: 2027, sd: 1)), ("lognormal(1, 2)", .lognormal(p5: 1, p95: 2)),
    ("uniform(0, 1)", .uniform(low: 0, high: 1)),
    ("triangular(-1, 0, 2)", .triangular(low: -1, mode: 0, high: 2)),
    ("pert(2026, 2027.5, 2032)", .pert(low: 2026, mode: 2027.5, high: 2032)),
    ("student_t(2.3)", .studentT(degrees: 2.3, location: 0, scale: 1)),
    ("student_t(4, -1, 2%)", .studentT(degrees: 4, location: -1, scale: 0.02)),
    ("beta(2, 5)", .beta(alpha: 2, beta: 5)), ("bernoulli(12%)", .bernoulli(probability: 0.12)),
    (
      "discrete({2: 0.8, -1: 0.2})",
      .discrete([.init(value: -1, weight: 0.2), .init(value: 2, weight: 0.8)])
    ),
    (
      "truncate(0.3 to 0.8, 0, 1)",
      .truncated(.interval(low: 0.3, high: 0.8), low: 0, high: 1)
    ),
    (
      "truncate(truncate(normal(0, 1), -1, 1), 0, 2)",
      .truncated(.truncated(.normal(mean: 0, sd: 1), low: -1, high: 1), low: 0, high: 2)
    ),
    ("−5 % to 10 %", .interval(low: -0.05, high: 0.1)), ("2bn", .constant(2e9)),
    ("normal(−1, 2)", .normal(mean: -1, sd: 2)),
    ("  normal( 1 ,2 )  ", .normal(mean: 1, sd: 2)),
  ]

  @Test(arguments: sound)
  func reads(text: String, spec: DistributionSpec) throws {
    let found = try DistributionNotation.parse(text)
    #expect(found == spec)
    #expect(try DistributionNotation.parse(found.description) == spec)
  }

  static let printed: [(spec: DistributionSpec, text: String)] = [
    (.constant(1.5e8), "150000000"), (.interval(low: -0.15, high: 0.03), "-0.15 to 0.03"),
    (
      .truncated(.discrete([.init(value: 1, weight: 2)]), low: 0, high: 1),
      "truncate(discrete({1: 2}), 0, 1)"
    ),
    (.pert(low: 0, mode: 1, high: 2), "pert(0, 1, 2)"),
    (.studentT(degrees: 2.3, location: 0, scale: 1), "student_t(2.3)"),
    (.studentT(degrees: 2.3, location: 0, scale: 2), "student_t(2.3, 0, 2)"),
  ]

  @Test(arguments: printed)
  func prints(spec: DistributionSpec, text: String) {
    #expect(spec.description == text)
  }

  @Test(arguments: 0..<300)
  func printingAndParsingAreOneThing(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let spec = Self.generate(&random, depth: 3)
    #expect(try DistributionNotation.parse(spec.description) == spec, "seed \(seed): \(spec)")
  }

  /// What is written, where the message points, what it says and what to do.
  static let mistakes: [(text: String, message: String, help: String?)] = [
    ("1️⃣", "expected a number or a distribution, found the end", nil),
    ("0.31️⃣-0.5", "a range is written with \"to\"", "write 0.3 to 0.5"),
    ("0.3 1️⃣- 0.5", "a range is written with \"to\"", "write 0.3 to 0.5"),
    ("0.31️⃣−0.5", "a range is written with \"to\"", "write 0.3 to 0.5"),
    ("0.31️⃣–0.5", "a range is written with \"to\"", "write e.g. 10 to 40"),
    ("301️⃣至50", "a range is written with \"to\"", "write e.g. 10 to 40"),
    ("1️⃣40 to 10", "the 5th percentile is above the 95th percentile", "write 10 to 40"),
    (
      "1️⃣10 to 10", "the 5th percentile equals the 95th percentile",
      "for a number without uncertainty, write 10"
    ),
    ("10 to1️⃣", "expected the 95th percentile after \"to\", found the end", nil),
    (
      "11️⃣,000 to 2,000", "expected the end of the distribution, found \",\"",
      "numbers are written without commas: 1000 or 1k"
    ),
    (
      "10 1️⃣[CNY] to 20", "a distribution has no unit of its own",
      "its unit is declared beside it, with \"unit:\""
    ),
    ("1️⃣nomal(1, 2)", "unknown distribution \"nomal\"", "did you mean \"normal\"?"),
    ("normal1️⃣", "expected \"(\" after \"normal\", found the end", "write normal(mean, sd)"),
    ("1️⃣normal(1)", "\"normal\" takes 2 parameters, found 1", "write normal(mean, sd)"),
    ("1️⃣normal()", "\"normal\" takes 2 parameters, found 0", "write normal(mean, sd)"),
    ("1️⃣bernoulli(0.1, 2)", "\"bernoulli\" takes 1 parameter, found 2", "write bernoulli(p)"),
    (
      "1️⃣truncate(1 to 2, 0)", "\"truncate\" takes 3 parameters, found 2",
      "write truncate(distribution, low, high)"
    ),
    (
      "normal(1, 21️⃣", "expected \")\" after the parameters, found the end", "write normal(mean, sd)"
    ),
    ("normal(1️⃣a, 2)", "expected a number, found \"a\"", nil),
    (
      "1️⃣normal(1, 0)", "the standard deviation must be above 0",
      "for a number without uncertainty, write 1"
    ),
    (
      "1️⃣student_t(0.5)", "the degrees of freedom must be from 1 to 1000000",
      "2 to 5 have the fat tails of yearly growth, 30 are nearly normal"
    ),
    (
      "1️⃣student_t(2e6, 1, 3)", "the degrees of freedom must be from 1 to 1000000",
      "with so many it is the normal distribution: write normal(1, 3)"
    ),
    (
      "1️⃣student_t(3, 5, 0)", "the scale must be above 0",
      "for a number without uncertainty, write 5"
    ),
    (
      "1️⃣student_t(3, 5)", "\"student_t\" takes 1 or 3 parameters, found 2",
      "write student_t(degrees) or student_t(degrees, location, scale)"
    ),
    ("1️⃣lognormal(0, 2)", "a lognormal is positive, so its 5th percentile must be above 0", nil),
    (
      "1️⃣lognormal(3, 2)", "the 5th percentile is above the 95th percentile", "write lognormal(2, 3)"
    ),
    ("1️⃣uniform(2, 1)", "the low end is above the high end", "write uniform(1, 2)"),
    ("1️⃣pert(1, 5, 3)", "low, mode and high must ascend, and low be below high", nil),
    ("1️⃣triangular(1, 1, 1)", "low, mode and high must ascend, and low be below high", nil),
    ("1️⃣beta(0, 1)", "alpha and beta must be above 0", nil),
    (
      "1️⃣beta(1, 2e6)", "alpha and beta must be from 0.01 to 1000000",
      "for a number that is nearly certain, write the number"
    ),
    ("1️⃣bernoulli(30)", "a probability must be from 0 to 1", "write 30% or 0.3 for thirty percent"),
    ("1️⃣discrete({1: -1, 2: 2})", "the weight of 1 is below 0", nil),
    ("1️⃣discrete({1: 0})", "the weights must add up to more than 0", nil),
    ("discrete({1: 0.5, 1️⃣1: 0.5})", "the value 1 is given twice", "add its weights up"),
    (
      "discrete({11️⃣})", "expected \":\" after the value, found \"}\"",
      "write discrete({value: weight, …})"
    ),
    (
      "discrete(1️⃣1: 2)", "expected \"{\" after \"(\", found \"1\"",
      "write discrete({value: weight, …})"
    ),
    (
      "1️⃣truncate(1 to 2, 3, 1)", "the low bound must be below the high bound",
      "write truncate(1 to 2, 1, 3)"
    ),
    ("1️⃣truncate(uniform(0, 1), 2, 3)", "nothing of uniform(0, 1) lies between 2 and 3", nil),
    ("1️⃣truncate(1 to 2, -3, 0)", "nothing of 1 to 2 lies between -3 and 0", nil),
    ("truncate(1️⃣3 to 2, 0, 1)", "the 5th percentile is above the 95th percentile", "write 2 to 3"),
    ("1 to 2 1️⃣3", "expected the end of the distribution, found \"3\"", nil),
  ]

  @Test(arguments: mistakes)
  func pointsAtTheMistake(marked: String, message: String, help: String?) {
    let prefix = "假設: "
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    let place = SourceLocation(file: "a.yaml", line: 2, column: prefix.unicodeScalars.count + 1)
    let error = #expect(throws: Diagnostic.self) {
      try DistributionNotation.parse(parts.joined(), at: place, sourceLine: prefix + parts.joined())
    }
    #expect(error?.message == message)
    #expect(error?.help == help)
    #expect(error?.location == place.advanced(by: parts[0].unicodeScalars.count))
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "truncate(", count: 2000)
    let error = #expect(throws: Diagnostic.self) { try DistributionNotation.parse(text) }
    #expect(error?.message == "distributions are nested too deep")
  }

  private static func generate(_ random: inout SplitMix, depth: Int) -> DistributionSpec {
    func number(_ random: inout SplitMix) -> Double {
      Double(random.below(2_000_001) - 1_000_000) / [1, 7, 1000][random.below(3)]
    }
    var numbers = [number(&random), number(&random), number(&random)].sorted()
    numbers[1] = numbers[0] + (numbers[2] - numbers[0]) / 2
    let (low, mode, high) = (numbers[0], numbers[1], numbers[2] + 1)
    switch random.below(depth > 0 ? 12 : 11) {
    case 0: return .constant(low)
    case 1: return .interval(low: low, high: high)
    case 2: return .normal(mean: mode, sd: high - low)
    case 3: return .lognormal(p5: 1 / (1 + abs(low)), p95: 1 + abs(high))
    case 4: return .uniform(low: low, high: high)
    case 5: return .triangular(low: low, mode: mode, high: high)
    case 6: return .pert(low: low, mode: mode, high: high)
    case 7: return .beta(alpha: 0.01 + 0.9 / (1 + abs(low)), beta: min(1e6, high - low))
    case 8: return .bernoulli(probability: 1 / (1 + abs(low)))
    case 10: return .studentT(degrees: 1 + abs(mode) / 10, location: low, scale: high - low)
    case 9: return .discrete([.init(value: low, weight: 0), .init(value: high, weight: 0.1)])
    default: return .truncated(generate(&random, depth: depth - 1), low: -1e7, high: 1e7)
    }
  }
}
