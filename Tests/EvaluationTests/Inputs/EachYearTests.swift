import RunRecord
import Evaluation
import Facts
import Formulas
import Plan
import Simulation
import Testing

/// Inputs that are drawn anew in every year, and for each company by itself.
@Suite struct EachYearTests {
  private static let inputs = """
      before: {unit: "1", assume: "uniform(0, 1)", because: toys}
      shock: {unit: "1", each_year: "student_t(2.3, 1, 2)", because: toys}
      own: {unit: month, each_year: "normal(12, 6)", shared: false, because: toys}
      after: {unit: "1", assume: "uniform(0, 1)", because: toys, shared: false}
      later:
        unit: "1"
        each_year: normal(0, 1)
        because: toys
        revisions:
          - {since: 2026-01-01, each_year: "normal(10, 1)", because: toys grew}
    """
  private static let count = 4096

  /// The values of an input by year, in base units.
  private func values(
    _ name: String, company: String = "acme", asOf: String = "2025-05-31", horizon: Int = 2030,
    set: String? = nil
  ) throws -> [[Double]] {
    var facts = HandMade.company()
    facts.id = company
    var context = try HandMade.context(facts, asOf: asOf)
    context.years = Array(context.asOf.year...horizon)
    if let set {
      context.overrides[name] = InputOverrideValue(
        distribution: try DistributionNotation.parseDrawable(set), because: .written("a test"))
    }
    let model = try HandMade.model(inputs: Self.inputs)
    let resolved = try InputResolver(
      subject: Subject(company: facts, context: context), inputs: model.inputSet
    ).resolve()
    let input = try #require(resolved.first { $0.planned.name == name })
    let draws = Draws(count: Self.count)
    return try input.planned.drawn(years: context.years, from: draws).columns.map { column in
      (0..<Self.count).map { column.value(in: $0) }
    }
  }

  /// Quantiles of location + scale t of SciPy's stats.t(2.3): ±2.6761263 at 5 and 95 %.
  @Test func everyYearHasTheDistribution() throws {
    let years = try values("shock")
    #expect(years.count == 6)
    for year in years {
      let sorted = year.sorted()
      #expect(abs(sorted[Self.count / 2] - 1) < 0.01)
      #expect(abs(sorted[Self.count / 20] - (1 - 2 * 2.6761263)) < 0.05)
      #expect(abs(sorted[Self.count * 19 / 20] - (1 + 2 * 2.6761263)) < 0.05)
    }
  }

  /// Of two independent columns the rank correlation is within four of its standard errors.
  @Test func yearsAreIndependent() throws {
    for name in ["shock", "own"] {
      let years = try values(name)
      for first in years.indices {
        for second in years.indices where second > first {
          #expect(abs(rankCorrelation(years[first], years[second])) < 4 / 64)
        }
      }
    }
    #expect(abs(rankCorrelation(try values("shock")[0], try values("before")[0])) < 4 / 64)
    #expect(abs(rankCorrelation(try values("own")[0], try values("after")[0])) < 4 / 64)
  }

  @Test func aLaterHorizonChangesNoYearBeforeIt() throws {
    #expect(try Array(values("shock", horizon: 2034).prefix(6)) == values("shock"))
    #expect(try Array(values("own", horizon: 2034).prefix(6)) == values("own"))
  }

  @Test func companiesShareWhatIsShared() throws {
    for name in ["shock", "before"] {
      #expect(try values(name) == values(name, company: "other"))
    }
    for name in ["own", "after"] {
      let (one, other) = (try values(name)[0], try values(name, company: "other")[0])
      #expect(abs(rankCorrelation(one, other)) < 4 / 64)
    }
  }

  /// 12 months are a year in base units.
  @Test func unitsConvert() throws {
    #expect(abs(try values("own")[0].sorted()[Self.count / 2] - 1) < 0.01)
  }

  @Test func whatIsSetIsDrawnEachYearToo() throws {
    let years = try values("shock", set: "uniform(3, 4)")
    #expect(years.count == 6)
    #expect(years.allSatisfy { $0.allSatisfy { (3...4).contains($0) } })
    #expect(years[0] != years[1])
    #expect(try values("shock", set: "7") == [[Double](repeating: 7, count: Self.count)])
  }

  @Test func revisionsHoldFromTheirDay() throws {
    #expect(abs(try values("later")[0].sorted()[Self.count / 2]) < 0.01)
    let revised = try values("later", asOf: "2026-06-30")
    #expect(revised.count == 5)
    #expect(abs(revised[0].sorted()[Self.count / 2] - 10) < 0.01)
  }

  @Test func correlationsRefuseThem() {
    let text = WrittenModel.path.replacing("assume: 0 to 20%", with: "each_year: 0 to 20%")
    #expect(
      WrittenModel.printed(text, as: .path) == """
        paths/toys.yaml:24:13: error: "growth" is drawn anew in every year and can't be correlated
         24 | correlate: {growth ~ cost: 0.4}
            |             ^
          help: let both depend on a third input in their formulas
        """)
  }

  private func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
      var ranks = [Double](repeating: 0, count: values.count)
      for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
        ranks[index] = Double(rank) - Double(values.count - 1) / 2
      }
      return ranks
    }
    let (x, y) = (ranks(first), ranks(second))
    let product = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    return product / x.reduce(0) { $0 + $1 * $1 }
  }
}
