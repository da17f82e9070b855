import Evaluation
import Facts
import Nowcast
import RunRecord
import Study
import Testing

@testable import Assessment

/// What is known when, by the usual delays of publication.
@Suite struct UsualDelaysTests {
  private func known() throws -> FactBase {
    let (context, _) = try ShippedStudy.preparation(EvaluationRequest()).context()
    let laws = try BacktestLaws(ShippedStudy.loaded.get().companyModel, in: context)
    return context.facts.knownByUsualDelays(laws.parameters.reporting)
  }

  /// A year 4 months, a half 2.75: three quarters of September's 30 days are over on the 23rd.
  @Test func figuresAreKnownTheUsualTimeAfterTheirPeriod() throws {
    let facts = try #require(try known().company("sensetime")).facts
    func days(_ period: String) -> Set<Day> {
      Set(facts.filter { $0.period.text == period }.map(\.knownSince))
    }
    #expect(try days("FY2023") == [#require(Day("2024-04-30"))])
    #expect(try days("2024-H1") == [#require(Day("2024-09-23"))])
  }

  @Test func ratesAndUndatedReasonsNeedNoSourcesDay() throws {
    let known = try known()
    #expect(known.exchangeRates.rates.allSatisfy { $0.knownSince == $0.days.end })
    #expect(
      known.companies.allSatisfy { company in
        company.notPursued.allSatisfy { $0.source.isTimeless }
      })
  }

  @Test(arguments: [
    (24288.0, "2023-12-31"), (24290.5, "2024-03-16"), (24288.3, "2024-01-10"),
    (24289.999_999_999_9, "2024-02-29"),
  ])
  func aTimeIsADay(_ time: Double, _ day: String) {
    #expect(Months.day(at: time).description == day)
  }
}
