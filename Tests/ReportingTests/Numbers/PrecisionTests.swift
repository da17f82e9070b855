import Publishing
import Reporting
import RunRecord
import Testing

/// Digits by hand: the second digit of half the interval is the last that says something, and no
/// number has more than two whose interval is a tenth of it or wider.
struct PrecisionTests {
  private let english = NumberText(language: .english)

  private func estimate(
    _ value: Double, _ low: Double, _ high: Double, _ unit: UnitName = "CNY"
  ) -> Estimate {
    Estimate(value: value, unit: unit, p5: low, p50: value, p95: high, standardError: 0)
  }

  @Test(arguments: [
    // Half of 224M to 1.27bn is 523M: tens of millions count, and two digits at most.
    (607e6, 224e6, 1.27e9, "CNY 610M (220M to 1.3bn)"),
    // Half is 617M; 4.66M is less than the ten millions that count, and keeps one digit.
    (-445e6, -1.23e9, 4.66e6, "CNY −450M (−1.2bn to 5M)"),
    // Half is 103M, a fifth of the number.
    (525e6, 448e6, 653e6, "CNY 530M (450M to 650M)"),
    // Half is 60M, an eighth of the mean: two digits, also for the end of which it is a tenth.
    (510e6, 480e6, 601e6, "CNY 510M (480M to 600M)"),
    // Half is 7M, a seventieth of it: three digits.
    (542.3e6, 535.1e6, 549.2e6, "CNY 542M (535M to 549M)"),
    // No width, no rounding beyond the three digits of all numbers.
    (501e6, 501e6, 501e6, "CNY 501M"), (0, 0, 3.4e9, "CNY 0 (0 to 3.4bn)"),
    // 996M rounds to 1.0bn in two digits and is written so.
    (996e6, 300e6, 2e9, "CNY 1bn (300M to 2bn)"),
  ])
  func moneyHasTheDigitsOfItsInterval(
    value: Double, low: Double, high: Double, expected: String
  ) {
    #expect(english.interval(estimate(value, low, high)) == expected)
  }

  @Test func sharesAndPlainNumbersToo() {
    #expect(english.interval(estimate(0.322, 0.27, 0.38, "1")) == "0.32 (0.27 to 0.38)")
    #expect(english.interval(estimate(0.099, 0.0941, 0.104, "1")) == "0.099 (0.0941 to 0.104)")
    #expect(
      english.interval(estimate(0.0251, -0.153, 0.198, "1/year")) == "3 %/year (−15 to 20 %/year)")
    #expect(english.plainInterval(estimate(607e6, 224e6, 1.27e9)) == "610M (220M to 1.3bn)")
    // Points, months and years are whole already.
    #expect(english.interval(estimate(41.4, 21.5, 63, "point")) == "41 (22–63)")
  }

  @Test func roundingIsToSignificantDigits() {
    #expect(Precision.rounded(1_234, digits: 2) == 1_200)
    #expect(Precision.rounded(-0.0456, digits: 1) == -0.05)
    #expect(Precision.rounded(950, digits: 1) == 1_000)
    #expect(Precision.rounded(0, mean: 0, low: -1, high: 1) == 0)
    #expect(Precision.rounded(.infinity, mean: .infinity, low: 0, high: 1) == .infinity)
  }
}

/// Amounts told in another currency: 1 USD = 7 CNY.
struct MoneyConversionTests {
  private let dollars = NumberText(
    language: .english.telling(in: MoneyConversion(currency: "USD", rates: ["CNY": 1 / 7.0])))

  @Test func amountsAreConvertedWhateverTheirUnit() {
    #expect(dollars.money(700e6, currency: "CNY") == "USD 100M")
    #expect(dollars.value(700e6, unit: "CNY/year") == "USD 100M/year")
    #expect(dollars.value(14, unit: "CNY/user/year") == "2 USD/user/year")
    #expect(dollars.range(-7e6, 14e6, unit: "CNY") == "USD −1M to 2M")
    #expect(dollars.told(unit: "CNY/year") == "USD/year")
  }

  @Test func whatIsNoMoneyOrHasNoRateStays() {
    #expect(dollars.value(7, unit: "hospital") == "7 hospitals")
    #expect(dollars.money(7, currency: "EUR") == "EUR 7")
    #expect(dollars.money(7, currency: "USD") == "USD 7")
    #expect(dollars.number(7) == "7" && dollars.points(7) == "7")
    #expect(dollars.asPublished.money(7, currency: "CNY") == "CNY 7")
  }

  /// 607M CNY (224M to 1,270M) are 86.7M USD (32M to 181M): half is 75M, so millions count.
  @Test func digitsAreThoseAfterConversion() {
    let estimate = Estimate(
      value: 607e6, unit: "CNY", p5: 224e6, p50: 0, p95: 1.27e9, standardError: 0)
    #expect(dollars.interval(estimate) == "USD 87M (32M to 180M)")
    #expect(dollars.plainInterval(estimate) == "87M (32M to 180M)")
  }
}
