import Publishing
import Reporting
import RunRecord
import Testing

struct NumberTextTests {
  private let english = NumberText(language: .english)
  private let traditional = NumberText(language: .traditionalChinese)
  private let simplified = NumberText(language: .simplifiedChinese)

  /// Method 1.7, printed digits: whole, never 0 % or 100 % from simulation.
  @Test(arguments: [
    (0.9949, "99 %"), (0.995, ">99 %"), (0.9951, ">99 %"), (1.0, ">99 %"), (0.0, "<1 %"),
    (0.0049, "<1 %"),
    (0.005, "1 %"), (0.184, "18 %"), (0.185, "19 %"),
  ])
  func printsProbabilities(fraction: Double, expected: String) {
    #expect(english.probability(fraction) == expected)
  }

  @Test func printsRangesOfProbabilities() {
    #expect(english.probabilities(0.18, 0.29) == "18–29 %")
    #expect(traditional.probabilities(0.001, 0.999) == "<1–>99%")
  }

  @Test(arguments: [(0.0, "0 %"), (0.3, "<1 %"), (31.2, "31 %"), (100, "100 %")])
  func printsShares(points: Double, expected: String) {
    #expect(english.share(points) == expected)
  }

  @Test(arguments: [(54.0, ">54"), (53.9, "54"), (0.2, "<1"), (0, "0"), (18.4, "18")])
  func printsMonths(value: Double, expected: String) {
    #expect(english.months(value, censoredAt: 54) == expected)
  }

  @Test(arguments: [
    (1.234e9, "CNY 1.23bn", "12.3億元", "12.3亿元"), (397_684_600, "CNY 398M", "3.98億元", "3.98亿元"),
    (-721e6, "CNY −721M", "−7.21億元", "−7.21亿元"), (53_000, "CNY 53k", "5.3萬元", "5.3万元"),
    (0, "CNY 0", "0元", "0元"), (2.5e12, "CNY 2.5tn", "2.5萬億元", "2.5万亿元"),
    (2.1e-6, "CNY 2.1e-6", "2.1e-6元", "2.1e-6元"), (999.6e6, "CNY 1bn", "10億元", "10亿元"),
  ])
  func printsMoney(value: Double, en: String, hant: String, hans: String) {
    #expect(english.money(value, currency: "CNY") == en)
    #expect(traditional.money(value, currency: "CNY") == hant)
    #expect(simplified.money(value, currency: "CNY") == hans)
  }

  @Test func printsValuesWithUnits() {
    #expect(english.value(240e6, unit: "CNY/year") == "CNY 240M/year")
    #expect(traditional.value(240e6, unit: "USD/year") == "2.4億美元/年")
    #expect(english.value(1530, unit: "hospital") == "1530 hospitals")
    #expect(english.value(1, unit: "hospital") == "1 hospital")
    #expect(english.range(2, 5, unit: "query") == "2 to 5 queries")
    #expect(english.value(117, unit: "day") == "117 days")
    #expect(english.value(801, unit: "people") == "801 people")
    #expect(english.value(10, unit: "count") == "10")
    #expect(english.value(3, unit: "query/user/month") == "3 query/user/month")
    #expect(english.value(-0.1, unit: "1/year") == "−10 %/year")
    #expect(english.value(-9.76, unit: "percent") == "−9.8 %")
    #expect(english.range(-103, 50.8, unit: "percent") == "−103 to 51 %")
    #expect(traditional.value(42, unit: "percent") == "42%")
    #expect(english.range(-0.3e9, 1.2e9, unit: "CNY") == "CNY −300M to 1.2bn")
    #expect(english.range(2027, 2030, unit: "year") == "2027–2030")
    // A time of some years is no year of the calendar.
    #expect(english.value(0.25, unit: "year") == "0.25 years")
    #expect(english.value(2027, unit: "year") == "2027")
    #expect(english.range(2.5, 5, unit: "year") == "2.5 to 5 years")
    #expect(traditional.value(3.5, unit: "year") == "3.5 年")
  }

  @Test func printsIntervals() {
    let estimate = Estimate(
      value: 41.4, unit: "point", p5: 21.5, p50: 42, p95: 63, standardError: 0)
    #expect(english.interval(estimate) == "41 (22–63)")
    #expect(english.threePoints(estimate) == "22 – 42 – 63")
    let money = Estimate(
      value: 250e6, unit: "CNY/year", p5: -600e6, p50: 0, p95: 500e6, standardError: 0)
    #expect(english.interval(money) == "CNY 250M/year (−600M to 500M)")
    #expect(english.plainInterval(money) == "250M (−600M to 500M)")
  }

  @Test func neverPrintsNaN() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(english.probability(value) == "?")
      #expect(english.money(value, currency: "CNY") == "?")
      #expect(english.points(value) == "?")
    }
  }
}
